/**
 * The GRU as one step, in PyTorch's variant: h runs straight through, z doses the old and the
 * new, and r acts on U h, after the weights.
 */
import type { LabelPlan, Orientation, Plan, WirePlan } from './drawing';

interface Places {
  readonly along: Readonly<Record<'tap' | 'z' | 'one' | 'r' | 'U' | 'turn' | 'n' | 'end', number>>;
  readonly across: Readonly<Record<'state' | 'dose' | 'reset' | 'gate' | 'h' | 'x', number>>;
  readonly stem: number;
  readonly xFrom: WirePlan['by'];
  readonly labels: readonly LabelPlan[];
  readonly size: Plan['size'];
}

const places: Readonly<Record<Orientation, Places>> = {
  wide: {
    size: { width: 720, height: 372 },
    along: { tap: 92, z: 160, one: 250, r: 280, U: 380, turn: 470, n: 580, end: 712 },
    across: { state: 52, dose: 118, reset: 172, gate: 228, h: 296, x: 318 },
    stem: 9,
    xFrom: [
      [120, 364],
      [120, 318],
    ],
    labels: [
      { name: 'h_prev', symbol: 'h', at: { x: 8, y: 38 } },
      { name: 'h', symbol: 'h', at: { x: 712, y: 38 }, anchor: 'end' },
      { name: 'x', symbol: 'x', at: { x: 128, y: 358 } },
      { name: 'z', symbol: 'z', at: { x: 172, y: 196 } },
      { name: 'r', symbol: 'r', at: { x: 292, y: 198 } },
      { name: 'n', symbol: 'n', at: { x: 592, y: 196 } },
    ],
  },
  narrow: {
    size: { width: 316, height: 436 },
    along: { tap: 50, z: 104, one: 152, r: 202, U: 262, turn: 304, n: 346, end: 406 },
    across: { state: 28, dose: 80, reset: 120, gate: 206, h: 266, x: 288 },
    stem: 7,
    xFrom: [[406, 288]],
    labels: [
      { name: 'h_prev', symbol: 'h', at: { x: 4, y: 20 } },
      { name: 'h', symbol: 'h', at: { x: 4, y: 426 } },
      { name: 'x', symbol: 'x', at: { x: 292, y: 426 }, anchor: 'middle' },
      { name: 'z', symbol: 'z', at: { x: 118, y: 94 } },
      { name: 'r', symbol: 'r', at: { x: 121, y: 192 } },
      { name: 'n', symbol: 'n', at: { x: 118, y: 336 } },
    ],
  },
};

export function gruPlan(orientation: Orientation): Plan {
  const { along, across, stem, xFrom, labels, size } = places[orientation];
  const wide = orientation === 'wide';
  const first = wide ? 8 : 32;
  const last = wide ? along.n : along.z + stem;
  const stemTo = (from: string, to: string, at: number, rail: number): WirePlan => {
    return {
      from,
      to,
      kind: 'stem',
      branches: true,
      by: [
        [at, rail],
        [at, across.gate],
      ],
    };
  };
  return {
    size,
    labels,
    nodes: {
      ...{ z: [along.z, across.gate], r: [along.r, across.gate] },
      ...{ Uh_n: [along.U, across.gate], n: [along.n, across.gate] },
      'z·h_prev': [along.z, across.state],
      '(1−z)': [along.one, across.dose],
      'r·Uh_n': [along.U, across.reset],
      '(1−z)·n': [along.n, across.dose],
      h: [along.n, across.state],
    },
    wires: [
      { from: 'x', kind: 'stem', by: [...xFrom, [last, across.x]] },
      stemTo('x', 'z', along.z + stem, across.x),
      stemTo('x', 'r', along.r + stem, across.x),
      stemTo('x', 'n', along.n, across.x),
      {
        ...{ from: 'h_prev', kind: 'stem', branches: true },
        by: [
          [along.tap, across.state],
          [along.tap, across.h],
          [along.U, across.h],
        ],
      },
      stemTo('h_prev', 'z', along.z - stem, across.h),
      stemTo('h_prev', 'r', along.r - stem, across.h),
      stemTo('h_prev', 'Uh_n', along.U, across.h),
      {
        ...{ from: 'h_prev', to: 'z·h_prev', kind: 'rail' },
        by: [
          [first, across.state],
          [along.z, across.state],
        ],
      },
      {
        ...{ from: 'z·h_prev', to: 'h', kind: 'rail', symbol: 'h' },
        by: [
          [along.z, across.state],
          [along.n, across.state],
        ],
      },
      {
        from: 'h',
        kind: 'rail',
        by: [
          [along.n, across.state],
          [along.end, across.state],
        ],
      },
      {
        from: 'z',
        to: 'z·h_prev',
        by: [
          [along.z, across.gate],
          [along.z, across.state],
        ],
      },
      {
        ...{ from: 'z', to: '(1−z)', branches: true },
        by: [
          [along.z, across.dose],
          [along.one, across.dose],
        ],
      },
      {
        ...{ from: '(1−z)', to: '(1−z)·n' },
        by: [
          [along.one, across.dose],
          [along.n, across.dose],
        ],
      },
      {
        ...{ from: 'r', to: 'r·Uh_n' },
        by: [
          [along.r, across.gate],
          [along.r, across.reset],
          [along.U, across.reset],
        ],
      },
      {
        from: 'Uh_n',
        to: 'r·Uh_n',
        by: [
          [along.U, across.gate],
          [along.U, across.reset],
        ],
      },
      {
        ...{ from: 'r·Uh_n', to: 'n' },
        by: [
          [along.U, across.reset],
          [along.turn, across.reset],
          [along.turn, across.gate],
          [along.n, across.gate],
        ],
      },
      {
        from: 'n',
        to: '(1−z)·n',
        by: [
          [along.n, across.gate],
          [along.n, across.dose],
        ],
      },
      {
        from: '(1−z)·n',
        to: 'h',
        by: [
          [along.n, across.dose],
          [along.n, across.state],
        ],
      },
    ],
  };
}
