/**
 * The order of a tree's leaves whose neighbours are nearest in all, after Bar-Joseph, Gifford
 * and Jaakkola, “Fast optimal leaf ordering for hierarchical clustering” (2001). Pure.
 */
import { leavesOf, type Branch, type Distances, type Tree } from './clustering';

/** The least sum between neighbours of orders that begin and end with two given leaves. */
interface Orders {
  readonly leaves: readonly number[];
  cost(first: number, last: number): number;
  tree(first: number, last: number): Tree;
}

const key = (first: number, last: number): number => first * 4096 + last;

function ordersOf(tree: Tree, distances: Distances): Orders {
  if ('leaf' in tree) return { leaves: [tree.leaf], cost: () => 0, tree: () => tree };
  const [one, other] = tree.parts.map((part) => ordersOf(part, distances)) as [Orders, Orders];
  const costs = new Map<number, number>();
  const seams = new Map<number, readonly [number, number]>();
  for (const first of one.leaves) {
    for (const [right, { left, cost: toRight }] of reachedFrom(
      first,
      one,
      tree,
      other,
      distances,
    )) {
      for (const last of farFrom(right, other, tree.parts[1])) {
        const cost = toRight + other.cost(right, last);
        const held = costs.get(key(first, last));
        if (held !== undefined && held <= cost) continue;
        costs.set(key(first, last), cost);
        costs.set(key(last, first), cost);
        seams.set(key(first, last), [left, right]);
      }
    }
  }
  return {
    leaves: [...one.leaves, ...other.leaves],
    cost: (first, last) => costs.get(key(first, last)) ?? Infinity,
    tree: (first, last) => {
      const there = seams.get(key(first, last));
      const [left, right] = there ?? seams.get(key(last, first))!;
      const parts: [Tree, Tree] = there
        ? [one.tree(first, left), other.tree(right, last)]
        : [other.tree(first, right), one.tree(left, last)];
      return { parts, height: tree.height };
    },
  };
}

/** From a leaf at the outer end through its part, over the seam, to each leaf of the other. */
function reachedFrom(
  first: number,
  one: Orders,
  { parts }: Branch,
  other: Orders,
  distances: Distances,
): Map<number, { left: number; cost: number }> {
  const found = new Map<number, { left: number; cost: number }>();
  for (const left of farFrom(first, one, parts[0])) {
    const inside = one.cost(first, left);
    for (const right of other.leaves) {
      const cost = inside + distances[left]![right]!;
      const held = found.get(right);
      if (!held || cost < held.cost) found.set(right, { left, cost });
    }
  }
  return found;
}

/** Leaves that can stand at the other end of a part: those of its half without this one. */
function farFrom(leaf: number, { leaves }: Orders, tree: Tree): readonly number[] {
  if ('leaf' in tree) return leaves;
  const [a, b] = tree.parts.map(leavesOf) as [number[], number[]];
  return a.includes(leaf) ? b : a;
}

/** The tree turned at its branches so that its leaves stand in that order. */
export function ordered(tree: Tree, distances: Distances): Tree {
  const orders = ordersOf(tree, distances);
  let best: readonly [number, number] = [orders.leaves[0]!, orders.leaves[0]!];
  let least = Infinity;
  for (const first of orders.leaves) {
    for (const last of orders.leaves) {
      const cost = orders.cost(first, last);
      if (cost >= least) continue;
      least = cost;
      best = [first, last];
    }
  }
  return orders.tree(...best);
}

/** What an order costs: the distances between neighbours, summed. */
export const orderCost = (order: readonly number[], distances: Distances): number =>
  order.slice(1).reduce((sum, leaf, i) => sum + distances[order[i]!]![leaf]!, 0);
