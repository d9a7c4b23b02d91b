/** Clustering of units and the order of their rows, beside naive computations. */
import { describe, expect, it } from 'vitest';
import type { Activations } from '../../web/app/instruments/states/activations';
import {
  averageLinkage,
  groupsOf,
  leavesOf,
  unitDistances,
  type Distances,
  type Tree,
} from '../../web/app/instruments/states/clustering';
import { orderCost, ordered } from '../../web/app/instruments/states/leaf-order';
import { byLikeness, byNumber, byScore, byValue } from '../../web/app/instruments/states/row-order';
import { generator, type Draw } from '../support/draws';

const mapOf = (rows: readonly (readonly number[])[]): Activations => ({
  units: rows.length,
  steps: rows[0]?.length ?? 0,
  at: (unit, step) => rows[unit]![step]!,
});

const drawn = (units: number, steps: number, draw: Draw): number[][] =>
  Array.from({ length: units }, () => Array.from({ length: steps }, () => draw.share() * 2 - 1));

/** As the formula has it. */
function pearson(x: readonly number[], y: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  const sum = (of: (i: number) => number) => x.reduce((total, _, i) => total + of(i), 0);
  return (
    sum((i) => (x[i]! - mx) * (y[i]! - my)) /
    Math.sqrt(sum((i) => (x[i]! - mx) ** 2) * sum((i) => (y[i]! - my) ** 2))
  );
}

const metric = (count: number, draw: Draw): Distances => {
  const rows = drawn(count, count, draw);
  return rows.map((row, i) =>
    row.map((_, k) => (i === k ? 0 : 1 + rows[Math.min(i, k)]![Math.max(i, k)]!)),
  );
};

interface Group {
  readonly members: readonly number[];
  readonly height: number;
}

/** Every group that is ever formed, from the definition: means over all pairs, each time anew. */
function naiveGroups(distances: Distances): Group[] {
  let groups: (readonly number[])[] = distances.map((_, leaf) => [leaf]);
  const formed: Group[] = [];
  while (groups.length > 1) {
    let best = { i: 0, k: 1, height: Infinity };
    groups.forEach((one, i) => {
      groups.slice(i + 1).forEach((other, gap) => {
        const pairs = one.flatMap((a) => other.map((b) => distances[a]![b]!));
        const height = pairs.reduce((a, b) => a + b, 0) / pairs.length;
        if (height < best.height) best = { i, k: i + 1 + gap, height };
      });
    });
    const members = [...groups[best.i]!, ...groups[best.k]!];
    formed.push({ members: members.toSorted((a, b) => a - b), height: best.height });
    groups = groups.filter((_, i) => i !== best.i && i !== best.k).concat([members]);
  }
  return formed;
}

function branchesOf(tree: Tree): Group[] {
  if ('leaf' in tree) return [];
  const members = leavesOf(tree).sort((a, b) => a - b);
  return [{ members, height: tree.height }, ...tree.parts.flatMap(branchesOf)];
}

const byHeight = (groups: readonly Group[]): Group[] =>
  [...groups].sort((a, b) => a.height - b.height || a.members.length - b.members.length);

/** Every order that the tree allows. */
function ordersOf(tree: Tree): number[][] {
  if ('leaf' in tree) return [[tree.leaf]];
  const [one, other] = tree.parts.map(ordersOf) as [number[][], number[][]];
  return one.flatMap((a) =>
    other.flatMap((b) => [
      [...a, ...b],
      [...b, ...a],
    ]),
  );
}

describe('distances of units', () => {
  it('are 1 − r, as the formula has it', () => {
    const rows = drawn(12, 17, generator(3));
    const distances = unitDistances(mapOf(rows));
    rows.forEach((x, i) =>
      rows.forEach((y, k) =>
        expect(distances[i]![k]).toBeCloseTo(i === k ? 0 : 1 - pearson(x, y), 12),
      ),
    );
  });

  it('know what is alike, what is opposite, and what never changes', () => {
    const wave = [0.1, -0.4, 0.9, 0.3];
    const flat = Array.from({ length: 4 }, () => 0.1 + 0.2);
    const rows = [wave, wave.map((v) => v / 3 + 0.2), wave.map((v) => -v), flat, flat];
    const [first, , , still] = unitDistances(mapOf(rows));
    expect(first!.map((d) => Math.round(d * 1e9) / 1e9)).toEqual([0, 0, 2, 1, 1]);
    expect(still).toEqual([1, 1, 1, 0, 1]);
    expect(unitDistances(mapOf([[0.5], [0.7]]))).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });
});

describe('average linkage', () => {
  it.each([2, 3, 5, 11, 24])('of %i forms the groups that the definition does', (count) => {
    for (let seed = 1; seed <= 4; seed += 1) {
      const distances = metric(count, generator(seed * 100 + count));
      const found = byHeight(branchesOf(averageLinkage(distances)!));
      const expected = byHeight(naiveGroups(distances));
      expect(found.map(({ members }) => members)).toEqual(expected.map(({ members }) => members));
      found.forEach(({ height }, i) => expect(height).toBeCloseTo(expected[i]!.height, 10));
    }
  });

  it('of one is that one, and of none is nothing', () => {
    expect(averageLinkage([[0]])).toEqual({ leaf: 0 });
    expect(averageLinkage([])).toBeNull();
  });

  it('is cut where asked', () => {
    const distances = metric(16, generator(7));
    const tree = averageLinkage(distances)!;
    for (const height of [0, 0.4, 0.8, 1.2, 2]) {
      const groups = groupsOf(tree, height);
      expect(groups.flat().sort((a, b) => a - b)).toEqual(byNumber(16).units);
      expect(groups.flat().length).toBe(16);
      const within = branchesOf(tree).filter((branch) => branch.height <= height);
      for (const { members } of within) {
        expect(groups.some((group) => members.every((leaf) => group.includes(leaf)))).toBe(true);
      }
    }
    expect(groupsOf(tree, 2)).toHaveLength(1);
  });
});

describe('the order of the leaves', () => {
  it.each([1, 2, 3, 4, 6, 9])('of %i is the best of all that the tree allows', (count) => {
    for (let seed = 1; seed <= 6; seed += 1) {
      const distances = metric(count, generator(seed * 1000 + count));
      const tree = averageLinkage(distances)!;
      const turned = ordered(tree, distances);
      const costs = ordersOf(tree).map((order) => orderCost(order, distances));
      expect(orderCost(leavesOf(turned), distances)).toBeCloseTo(Math.min(...costs), 10);
      expect(byHeight(branchesOf(turned))).toEqual(byHeight(branchesOf(tree)));
    }
  });

  it('of 64 keeps the tree, and costs no more than the order it had', () => {
    const distances = metric(64, generator(64));
    const tree = averageLinkage(distances)!;
    const turned = ordered(tree, distances);
    expect(byHeight(branchesOf(turned))).toEqual(byHeight(branchesOf(tree)));
    const [after, before] = [turned, tree].map((each) => orderCost(leavesOf(each), distances));
    expect(after).toBeLessThan(before!);
  });
});

describe('rows', () => {
  const rows = [
    [0.1, 0.9, 0.2],
    [0.5, -0.9, 0.4],
    [0.1, 0.8, 0.1],
    [-0.3, 0.9, 0.0],
  ];

  it('stand by number, by value with equals by number, by score', () => {
    expect(byNumber(3).units).toEqual([0, 1, 2]);
    expect(byValue(mapOf(rows), 0).units).toEqual([1, 0, 2, 3]);
    expect(byValue(mapOf(rows), 1).units).toEqual([0, 3, 2, 1]);
    expect(byScore([-0.9, 0.2, -0.1]).units).toEqual([1, 2, 0]);
  });

  it('stand by likeness in groups that correlate by half on average', () => {
    const { units, seams, groups } = byLikeness(mapOf(rows));
    expect([...units].sort()).toEqual([0, 1, 2, 3]);
    expect(groups).toBe(2);
    expect(seams).toEqual([units.indexOf(1) === 0 ? 1 : 3]);
    const random = mapOf(drawn(20, 9, generator(5)));
    const order = byLikeness(random);
    const distances = unitDistances(random);
    [0, ...order.seams].forEach((begin, i) => {
      const group = order.units.slice(begin, order.seams[i] ?? 20);
      const tree = averageLinkage(group.map((a) => group.map((b) => distances[a]![b]!)))!;
      expect('leaf' in tree ? 0 : tree.height).toBeLessThanOrEqual(0.5);
    });
  });
});
