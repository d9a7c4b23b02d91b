import { describe, expect, it } from 'vitest';
import { drawCell } from '../../web/app/cell-drawing/cell-drawing';
import { pathOf, type Box, type Point, type Wire } from '../../web/app/cell-drawing/drawing';
import { graphOf } from '../../web/shared/cell-graph';
import { cellKinds, cellSymbols } from '../../web/shared/equations';

const orientations = ['wide', 'narrow'] as const;
const drawings = cellKinds.flatMap((kind) =>
  orientations.map((orientation) => [kind, orientation] as const),
);
/** Half the width of the thickest line, and air. */
const margin = 2;

const centred = ({ x, y, width, height }: Box): Box => ({
  ...{ x: x - width / 2, y: y - height / 2, width, height },
});
const overlap = (one: Box, other: Box, air = 0): boolean =>
  one.x < other.x + other.width + air &&
  other.x < one.x + one.width + air &&
  one.y < other.y + other.height + air &&
  other.y < one.y + one.height + air;
const holds = (box: Box, { x, y }: Point): boolean =>
  x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;

/** A piece of a wire between two of its points, as a box without breadth. */
const segments = ({ points }: Wire): Box[] =>
  points.slice(1).map((end, index) => {
    const start = points[index]!;
    return {
      ...{ x: Math.min(start.x, end.x), y: Math.min(start.y, end.y) },
      ...{ width: Math.abs(end.x - start.x), height: Math.abs(end.y - start.y) },
    };
  });
const pairs = <Item>(all: readonly Item[]): (readonly [Item, Item])[] =>
  all.flatMap((one, index) => all.slice(index + 1).map((other) => [one, other] as const));

describe.each(drawings)('the drawing of %s, %s', (kind, orientation) => {
  const drawing = drawCell(kind, orientation);
  const graph = graphOf(kind);
  const nodes = drawing.nodes.map((node) => ({ id: node.id, box: centred(node) }));
  const boxOf = (id: string): Box | undefined => nodes.find((node) => node.id === id)?.box;

  it('has the nodes and wires that the equations ask for, and no others', () => {
    const asked = [...graph.nodes.values()].filter((node) => node.kind !== 'input');
    expect(nodes.map(({ id }) => id).sort()).toEqual(asked.map(({ id }) => id).sort());
    const drawn = drawing.wires.flatMap(({ from, to }) => (to === null ? [] : [`${from}→${to}`]));
    expect(drawn.sort()).toEqual(graph.edges.map(({ from, to }) => `${from}→${to}`).sort());
  });

  it('lets every wire begin where its number is, and end in its node', () => {
    for (const { from, to, points } of drawing.wires) {
      const source = boxOf(from);
      const trunks = drawing.wires.filter((wire) => wire.from === from && wire.points !== points);
      const begins =
        (source && holds(source, points[0]!)) ??
        trunks.some((trunk) => segments(trunk).some((part) => holds(part, points[0]!)));
      const onTrunk = trunks.some((trunk) =>
        segments(trunk).some((part) => holds(part, points[0]!)),
      );
      const entry = !source && (to === null || trunks.length === 0 || !onTrunk);
      expect(begins || onTrunk || entry, `${from} → ${to}`).toBe(true);
      if (to !== null) expect(holds(boxOf(to)!, points.at(-1)!), `${from} → ${to}`).toBe(true);
      for (const part of segments({ points } as Wire)) expect(part.width * part.height).toBe(0);
    }
    // From outside come one line for each input, and no more.
    const inputs = [...graph.nodes.values()].filter((node) => node.kind === 'input');
    for (const { id } of inputs) {
      const loose = drawing.wires.filter(
        (wire) =>
          wire.from === id &&
          !drawing.wires.some(
            (trunk) =>
              trunk !== wire &&
              trunk.from === id &&
              segments(trunk).some((part) => holds(part, wire.points[0]!)),
          ),
      );
      expect(loose, id).toHaveLength(1);
    }
  });

  it('stays inside its box', () => {
    const { width, height } = drawing;
    const all = [
      ...drawing.labels.map(({ box }) => box),
      ...nodes.map(({ box }) => box),
      ...drawing.wires.flatMap(segments),
    ];
    for (const box of all) {
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      expect(box.y + box.height).toBeLessThanOrEqual(height);
    }
  });

  it('lays no label over another, over a node or over a line', () => {
    const clashes = [
      ...pairs(drawing.labels).flatMap(([one, other]) =>
        overlap(one.box, other.box) ? [`${one.name} over ${other.name}`] : [],
      ),
      ...drawing.labels.flatMap((label) => [
        ...nodes.flatMap(({ id, box }) =>
          overlap(label.box, box, margin - 1) ? [`${label.name} over node ${id}`] : [],
        ),
        ...drawing.wires.flatMap((wire) =>
          segments(wire).some((part) => overlap(label.box, part, margin))
            ? [`${label.name} over ${wire.from} → ${wire.to}`]
            : [],
        ),
      ]),
    ];
    expect(clashes).toEqual([]);
  });

  it('keeps nodes apart, and every wire out of nodes that it does not belong to', () => {
    for (const [one, other] of pairs(nodes)) {
      expect(overlap(one.box, other.box, 4), `${one.id}, ${other.id}`).toBe(false);
    }
    for (const wire of drawing.wires) {
      // A trunk passes the nodes of its own letter: they stand on it.
      const strangers = nodes.filter(({ id }) => id !== wire.from && id !== wire.to);
      const through = strangers.filter(({ box }) =>
        segments(wire).some((part) => overlap(part, box)),
      );
      expect(
        through.map(({ id }) => id),
        `${wire.from} → ${wire.to}`,
      ).toEqual([]);
    }
  });

  it('crosses only x under h', () => {
    const crossing = pairs(drawing.wires).filter(
      ([one, other]) =>
        one.from !== other.from &&
        one.to !== other.from &&
        other.to !== one.from &&
        (one.to === null || one.to !== other.to) &&
        segments(one).some((part) => segments(other).some((under) => overlap(part, under))),
    );
    const who = crossing.map(([one, other]) => [one.from, other.from].sort().join(' and '));
    expect(new Set(who).size).toBeLessThanOrEqual(1);
    for (const name of who) expect(name).toBe('h_prev and x');
  });

  it('gives each letter a label that a finger can hit at the smallest size', () => {
    const smallest = orientation === 'wide' ? 684 / drawing.width : 316 / drawing.width;
    for (const { box } of drawing.labels) {
      expect(box.height * smallest).toBeGreaterThanOrEqual(24);
      expect(box.width * smallest).toBeGreaterThanOrEqual(24);
    }
    const lettered = new Set(drawing.labels.flatMap(({ symbol }) => symbol ?? []));
    expect(lettered).toEqual(new Set(cellSymbols[kind]));
  });
});

describe('the order of the drawings', () => {
  it.each(orientations)('is f i g o along time for the LSTM, %s', (orientation) => {
    const { nodes } = drawCell('lstm', orientation);
    const along = (id: string): number => {
      const node = nodes.find((one) => one.id === id)!;
      return orientation === 'wide' ? node.x : node.y;
    };
    const places = ['f', 'i', 'g', 'o'].map(along);
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });

  it('lets r act on U h, after the weights', () => {
    const edges = drawCell('gru', 'wide').wires.map(({ from, to }) => `${from}→${to}`);
    expect(edges).toEqual(
      expect.arrayContaining(['h_prev→Uh_n', 'Uh_n→r·Uh_n', 'r→r·Uh_n', 'r·Uh_n→n']),
    );
  });

  it('refuses a node that the equations do not make', () => {
    expect(graphOf('gru').nodes.has('r·h_prev')).toBe(false);
  });
});

it('rounds the corners of a path', () => {
  const corner = [
    { x: 0, y: 0 },
    { x: 0, y: 20 },
    { x: 8, y: 20 },
  ];
  expect(pathOf(corner)).toBe('M0,0L0,15Q0,20 4,20L8,20');
});
