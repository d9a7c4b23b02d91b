/**
 * The LSTM as one step: c runs straight through, h and x feed the gates f i g o, in the order in
 * which memory meets them.
 */
import type { GateLetter } from '../../shared/equations';
import type { LabelPlan, Orientation, Plan, WirePlan } from './drawing';

interface Places {
  readonly along: Readonly<Record<'f' | 'i' | 'g' | 'o' | 'out' | 'end', number>>;
  readonly across: Readonly<Record<'c' | 'mix' | 'tanh' | 'show' | 'gate' | 'h' | 'x', number>>;
  /** Half the distance between the two stems of a gate. */
  readonly stem: number;
  readonly xFrom: WirePlan['by'];
  readonly labels: readonly LabelPlan[];
  readonly size: Plan['size'];
}

const places: Readonly<Record<Orientation, Places>> = {
  wide: {
    size: { width: 720, height: 348 },
    along: { f: 150, i: 285, g: 375, o: 500, out: 596, end: 712 },
    across: { c: 52, mix: 128, tanh: 100, show: 152, gate: 204, h: 272, x: 294 },
    stem: 9,
    xFrom: [
      [92, 340],
      [92, 294],
    ],
    labels: [
      { name: 'c_prev', symbol: 'c', at: { x: 8, y: 38 } },
      { name: 'c', symbol: 'c', at: { x: 712, y: 38 }, anchor: 'end' },
      { name: 'h_prev', symbol: 'h', at: { x: 8, y: 258 } },
      { name: 'h', symbol: 'h', at: { x: 712, y: 258 }, anchor: 'end' },
      { name: 'x', symbol: 'x', at: { x: 100, y: 334 } },
      { name: 'f', symbol: 'f', at: { x: 162, y: 172 } },
      { name: 'i', symbol: 'i', at: { x: 297, y: 172 } },
      { name: 'g', symbol: 'g', at: { x: 387, y: 172 } },
      { name: 'o', symbol: 'o', at: { x: 512, y: 176 } },
    ],
  },
  narrow: {
    size: { width: 316, height: 436 },
    along: { f: 86, i: 150, g: 214, o: 282, out: 338, end: 406 },
    across: { c: 28, mix: 92, tanh: 66, show: 110, gate: 206, h: 266, x: 288 },
    stem: 7,
    xFrom: [[406, 288]],
    labels: [
      { name: 'c_prev', symbol: 'c', at: { x: 4, y: 20 } },
      { name: 'c', symbol: 'c', at: { x: 4, y: 426 } },
      { name: 'h_prev', symbol: 'h', at: { x: 312, y: 20 }, anchor: 'end' },
      { name: 'h', symbol: 'h', at: { x: 270, y: 426 }, anchor: 'end' },
      { name: 'x', symbol: 'x', at: { x: 292, y: 426 }, anchor: 'middle' },
      { name: 'f', symbol: 'f', at: { x: 118, y: 76 } },
      { name: 'i', symbol: 'i', at: { x: 118, y: 140 } },
      { name: 'g', symbol: 'g', at: { x: 118, y: 204 } },
      { name: 'o', symbol: 'o', at: { x: 121, y: 272 } },
    ],
  },
};

const gates = ['f', 'i', 'g', 'o'] as const satisfies readonly GateLetter[];

export function lstmPlan(orientation: Orientation): Plan {
  const { along, across, stem, xFrom, labels, size } = places[orientation];
  const mixed = (along.i + along.g) / 2;
  const first = orientation === 'wide' ? 8 : 32;
  // x comes from where time begins in the wide drawing, from where it ends in the narrow one.
  const last = (orientation === 'wide' ? along.o : along.f) + stem;
  return {
    size,
    labels,
    nodes: {
      ...{ f: [along.f, across.gate], i: [along.i, across.gate] },
      ...{ g: [along.g, across.gate], o: [along.o, across.gate] },
      'f·c_prev': [along.f, across.c],
      'i·g': [mixed, across.mix],
      c: [mixed, across.c],
      'tanh(c)': [along.out, across.tanh],
      h: [along.out, across.show],
    },
    wires: [
      { from: 'x', kind: 'stem', by: [...xFrom, [last, across.x]] },
      ...gates.map((gate) => stemTo('x', gate, along[gate] + stem, across.x, across.gate)),
      {
        from: 'h_prev',
        kind: 'rail',
        by: [
          [first, across.h],
          [along.o - stem, across.h],
        ],
      },
      ...gates.map((gate) => stemTo('h_prev', gate, along[gate] - stem, across.h, across.gate)),
      {
        from: 'c_prev',
        to: 'f·c_prev',
        kind: 'rail',
        by: [
          [first, across.c],
          [along.f, across.c],
        ],
      },
      {
        ...{ from: 'f·c_prev', to: 'c', kind: 'rail', symbol: 'c' },
        by: [
          [along.f, across.c],
          [mixed, across.c],
        ],
      },
      {
        from: 'c',
        kind: 'rail',
        by: [
          [mixed, across.c],
          [along.end, across.c],
        ],
      },
      {
        from: 'f',
        to: 'f·c_prev',
        by: [
          [along.f, across.gate],
          [along.f, across.c],
        ],
      },
      {
        from: 'i',
        to: 'i·g',
        by: [
          [along.i, across.gate],
          [along.i, across.mix],
          [mixed, across.mix],
        ],
      },
      {
        from: 'g',
        to: 'i·g',
        by: [
          [along.g, across.gate],
          [along.g, across.mix],
          [mixed, across.mix],
        ],
      },
      {
        from: 'i·g',
        to: 'c',
        by: [
          [mixed, across.mix],
          [mixed, across.c],
        ],
      },
      {
        ...{ from: 'c', to: 'tanh(c)', branches: true },
        by: [
          [along.out, across.c],
          [along.out, across.tanh],
        ],
      },
      {
        from: 'tanh(c)',
        to: 'h',
        by: [
          [along.out, across.tanh],
          [along.out, across.show],
        ],
      },
      {
        ...{ from: 'o', to: 'h' },
        by: [
          [along.o, across.gate],
          [along.o, across.show],
          [along.out, across.show],
        ],
      },
      {
        ...{ from: 'h', kind: 'rail' },
        by: [
          [along.out, across.show],
          [along.out, across.h],
          [along.end, across.h],
        ],
      },
    ],
  };
}

function stemTo(from: string, gate: string, along: number, rail: number, box: number): WirePlan {
  return {
    from,
    to: gate,
    kind: 'stem',
    branches: true,
    by: [
      [along, rail],
      [along, box],
    ],
  };
}
