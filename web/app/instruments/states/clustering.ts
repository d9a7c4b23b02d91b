/**
 * Units that behave alike stand together: average linkage on a correlation distance, then of
 * all orders that the tree allows the one whose neighbours are nearest in all. Pure; for at
 * most some tens of units, as the cube of their number is what it costs.
 */
import { valuesOf, type Activations } from './activations';

/** Pearson's; 0 where one of the two never changes. */
export function correlation(one: readonly number[], other: readonly number[]): number {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [middle, otherMiddle] = [mean(one), mean(other)];
  let [product, squares, otherSquares] = [0, 0, 0];
  one.forEach((value, i) => {
    const [a, b] = [value - middle, (other[i] ?? 0) - otherMiddle];
    product += a * b;
    squares += a * a;
    otherSquares += b * b;
  });
  const found = product / Math.sqrt(squares * otherSquares);
  return Number.isFinite(found) ? Math.min(1, Math.max(-1, found)) : 0;
}

export type Distances = readonly (readonly number[])[];

/** 1 − r: 0 for units that rise and fall together, 2 for such as do the opposite. */
export function unitDistances(map: Activations): Distances {
  const rows = Array.from({ length: map.units }, (_, unit) => valuesOf(map, unit));
  return rows.map((one, i) => rows.map((other, k) => (i === k ? 0 : 1 - correlation(one, other))));
}

export type Tree = { readonly leaf: number } | Branch;

export interface Branch {
  readonly parts: readonly [Tree, Tree];
  /** Mean distance between the units of the two. */
  readonly height: number;
}

interface Cluster {
  readonly tree: Tree;
  readonly size: number;
  /** To each cluster, by its place. */
  readonly to: number[];
}

/** Average linkage; of equal pairs, the one that stands first. Null for no unit at all. */
export function averageLinkage(distances: Distances): Tree | null {
  const clusters: (Cluster | null)[] = distances.map((row, leaf) => ({
    tree: { leaf },
    size: 1,
    to: [...row],
  }));
  for (let merges = 1; merges < distances.length; merges += 1) {
    const [i, k] = nearestPair(clusters);
    const [one, other] = [clusters[i]!, clusters[k]!];
    const size = one.size + other.size;
    const to = one.to.map(
      (distance, place) => (one.size * distance + other.size * other.to[place]!) / size,
    );
    clusters[i] = { tree: { parts: [one.tree, other.tree], height: one.to[k]! }, size, to };
    clusters[k] = null;
    clusters.forEach((cluster, place) => {
      if (cluster && place !== i) cluster.to[i] = to[place]!;
    });
  }
  return clusters[0]?.tree ?? null;
}

function nearestPair(clusters: readonly (Cluster | null)[]): [number, number] {
  let best: [number, number] = [0, 0];
  let least = Infinity;
  clusters.forEach((one, i) => {
    if (!one) return;
    for (let k = i + 1; k < clusters.length; k += 1) {
      if (!clusters[k] || one.to[k]! >= least) continue;
      least = one.to[k]!;
      best = [i, k];
    }
  });
  return best;
}

export const leavesOf = (tree: Tree): number[] =>
  'leaf' in tree ? [tree.leaf] : [...leavesOf(tree.parts[0]), ...leavesOf(tree.parts[1])];

/** The groups that a tree falls into, in its order, where it is cut at a height. */
export function groupsOf(tree: Tree, height: number): number[][] {
  if ('leaf' in tree) return [[tree.leaf]];
  if (tree.height <= height) return [leavesOf(tree)];
  return tree.parts.flatMap((part) => groupsOf(part, height));
}
