/**
 * Units that behave alike stand together: average linkage on a correlation distance, then of
 * all orders that the tree allows the one whose neighbours are nearest in all. Pure; for at
 * most some tens of units, as the cube of their number is what it costs.
 */
import { valuesOf, type Activations } from './activations';

export type Distances = readonly (readonly number[])[];

/** Less its mean, and of length 1; all 0 for a unit that never changes. */
function standardised(values: readonly number[]): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const centred = Float64Array.from(values, (value) => value - mean);
  const length = Math.sqrt(centred.reduce((sum, value) => sum + value * value, 0));
  // What rounding leaves of a unit that stays the same is no change.
  const rounding = 1e-7 * Math.max(1e-30, ...values.map(Math.abs));
  return length > rounding ? centred.map((value) => value / length) : centred.fill(0);
}

function product(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < one.length; i += 1) sum += one[i]! * other[i]!;
  return Math.min(1, Math.max(-1, sum));
}

/**
 * 1 − Pearson's r: 0 for units that rise and fall together, 2 for such as do the opposite, 1
 * where one of the two never changes.
 */
export function unitDistances(map: Activations): Distances {
  const rows = Array.from({ length: map.units }, (_, unit) => standardised(valuesOf(map, unit)));
  return rows.map((one, i) => rows.map((other, k) => (i === k ? 0 : 1 - product(one, other))));
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
