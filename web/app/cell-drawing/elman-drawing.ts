/** Elman's cell as one step: two weighted parts and a bias meet in a sum, one function bends it. */
import type { LabelPlan, Orientation, Plan } from './drawing';

interface Places {
  readonly along: Readonly<Record<'H' | 'sum' | 'bend' | 'end', number>>;
  readonly across: Readonly<Record<'b' | 'state' | 'W' | 'x', number>>;
  readonly labels: readonly LabelPlan[];
  readonly size: Plan['size'];
}

const places: Readonly<Record<Orientation, Places>> = {
  wide: {
    size: { width: 720, height: 272 },
    along: { H: 180, sum: 360, bend: 520, end: 712 },
    across: { b: 28, state: 104, W: 188, x: 262 },
    labels: [
      { name: 'h_prev', symbol: 'h', at: { x: 8, y: 90 } },
      { name: 'h', symbol: 'h', at: { x: 712, y: 90 }, anchor: 'end' },
      { name: 'x', symbol: 'x', at: { x: 369, y: 258 } },
      { name: 'Hh', symbol: null, at: { x: 222, y: 90 } },
      { name: 'Wx', symbol: null, at: { x: 369, y: 154 } },
      { name: 'b', symbol: null, at: { x: 369, y: 46 } },
      { name: 'a', symbol: null, at: { x: 398, y: 90 } },
    ],
  },
  narrow: {
    size: { width: 316, height: 352 },
    along: { H: 88, sum: 176, bend: 262, end: 340 },
    across: { b: 12, state: 96, W: 224, x: 310 },
    labels: [
      { name: 'h_prev', symbol: 'h', at: { x: 105, y: 34 } },
      { name: 'h', symbol: 'h', at: { x: 105, y: 326 } },
      { name: 'x', symbol: 'x', at: { x: 278, y: 164 }, anchor: 'middle' },
      { name: 'Hh', symbol: null, at: { x: 105, y: 138 } },
      { name: 'Wx', symbol: null, at: { x: 122, y: 201 } },
      { name: 'b', symbol: null, at: { x: 12, y: 164 } },
      { name: 'a', symbol: null, at: { x: 105, y: 232 } },
    ],
  },
};

export function elmanPlan(orientation: Orientation): Plan {
  const { along, across, labels, size } = places[orientation];
  const first = orientation === 'wide' ? 8 : 14;
  return {
    size,
    labels,
    nodes: {
      Hh: [along.H, across.state],
      Wx: [along.sum, across.W],
      a: [along.sum, across.state],
      h: [along.bend, across.state],
    },
    wires: [
      {
        from: 'x',
        to: 'Wx',
        kind: 'stem',
        by: [
          [along.sum, across.x],
          [along.sum, across.W],
        ],
      },
      {
        ...{ from: 'h_prev', to: 'Hh', kind: 'rail' },
        by: [
          [first, across.state],
          [along.H, across.state],
        ],
      },
      {
        from: 'Hh',
        to: 'a',
        by: [
          [along.H, across.state],
          [along.sum, across.state],
        ],
      },
      {
        from: 'Wx',
        to: 'a',
        by: [
          [along.sum, across.W],
          [along.sum, across.state],
        ],
      },
      {
        from: 'b',
        to: 'a',
        by: [
          [along.sum, across.b],
          [along.sum, across.state],
        ],
      },
      {
        from: 'a',
        to: 'h',
        by: [
          [along.sum, across.state],
          [along.bend, across.state],
        ],
      },
      {
        from: 'h',
        kind: 'rail',
        by: [
          [along.bend, across.state],
          [along.end, across.state],
        ],
      },
    ],
  };
}
