/**
 * The order of a tree's leaves whose neighbours are nearest in all, after Bar-Joseph, Gifford
 * and Jaakkola, “Fast optimal leaf ordering for hierarchical clustering” (2001). Pure.
 */
import { leavesOf, type Branch, type Distances, type Tree } from './clustering';

/** A part of the tree, with the leaves that can stand at its other end, by leaf. */
interface Part {
  readonly leaves: readonly number[];
  readonly far: ReadonlyMap<number, readonly number[]>;
}

/**
 * Every pair of leaves parts at one branch: there it is known what the best order costs that
 * begins with the one and ends with the other, and which two leaves meet in its midst.
 */
class Orders {
  readonly #count: number;
  readonly #costs: Float64Array;
  /** The last leaf before the seam, and the first behind it. */
  readonly #left: Uint16Array;
  readonly #right: Uint16Array;

  constructor(readonly distances: Distances) {
    this.#count = distances.length;
    const pairs = this.#count ** 2;
    this.#costs = new Float64Array(pairs).fill(Infinity);
    this.#left = new Uint16Array(pairs);
    this.#right = new Uint16Array(pairs);
    for (let leaf = 0; leaf < this.#count; leaf += 1) this.#costs[leaf * (this.#count + 1)] = 0;
  }

  cost(first: number, last: number): number {
    return this.#costs[first * this.#count + last]!;
  }

  weigh(tree: Tree): Part {
    if ('leaf' in tree) return { leaves: [tree.leaf], far: new Map([[tree.leaf, [tree.leaf]]]) };
    const [one, other] = tree.parts.map((part) => this.weigh(part)) as [Part, Part];
    for (const first of one.leaves) this.#from(first, one, other);
    const ends = (part: Part, others: Part) =>
      part.leaves.map((leaf) => [leaf, others.leaves] as const);
    return {
      leaves: [...one.leaves, ...other.leaves],
      far: new Map([...ends(one, other), ...ends(other, one)]),
    };
  }

  /** From a leaf at the outer end of its part, over every seam, to every end of the other. */
  #from(first: number, one: Part, other: Part): void {
    for (const right of other.leaves) {
      let toRight = Infinity;
      let left = first;
      for (const seam of one.far.get(first)!) {
        const cost = this.cost(first, seam) + this.distances[seam]![right]!;
        if (cost >= toRight) continue;
        toRight = cost;
        left = seam;
      }
      for (const last of other.far.get(right)!) {
        const cost = toRight + this.cost(right, last);
        if (cost < this.cost(first, last)) this.#keep(first, last, cost, left, right);
      }
    }
  }

  #keep(first: number, last: number, cost: number, left: number, right: number): void {
    const [there, back] = [first * this.#count + last, last * this.#count + first];
    this.#costs[there] = cost;
    this.#costs[back] = cost;
    this.#left[there] = left;
    this.#right[there] = right;
    this.#left[back] = right;
    this.#right[back] = left;
  }

  /** The tree with its parts turned so that it begins and ends with these leaves. */
  turned(tree: Tree, first: number, last: number): Tree {
    if ('leaf' in tree) return tree;
    const [one, other] = leavesOf(tree.parts[0]).includes(first)
      ? tree.parts
      : ([tree.parts[1], tree.parts[0]] as const);
    const place = first * this.#count + last;
    const [left, right] = [this.#left[place]!, this.#right[place]!];
    const parts: Branch['parts'] = [this.turned(one, first, left), this.turned(other, right, last)];
    return { parts, height: tree.height };
  }
}

/** The tree turned at its branches so that its leaves stand in the best of its orders. */
export function ordered(tree: Tree, distances: Distances): Tree {
  if ('leaf' in tree) return tree;
  const orders = new Orders(distances);
  orders.weigh(tree);
  let best: readonly [number, number] = [0, 0];
  let least = Infinity;
  for (const first of leavesOf(tree.parts[0])) {
    for (const last of leavesOf(tree.parts[1])) {
      if (orders.cost(first, last) >= least) continue;
      least = orders.cost(first, last);
      best = [first, last];
    }
  }
  return orders.turned(tree, ...best);
}

/** What an order costs: the distances between neighbours, summed. */
export const orderCost = (order: readonly number[], distances: Distances): number =>
  order.slice(1).reduce((sum, leaf, i) => sum + distances[order[i]!]![leaf]!, 0);
