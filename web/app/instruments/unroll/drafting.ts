/** What the drawing of the unrolled network is made of, and how places become points. Pure. */
import type { Orientation, Point } from '../../cell-drawing/drawing';
import { hatching } from './hatching';
import type { Network, State } from './network';

/** A place as [along time, from the token to the answer]. */
export type Spot = readonly [along: number, depth: number];

export interface Line {
  readonly points: readonly Point[];
  readonly symbol: 'x' | State | null;
  readonly arrow: boolean;
  /** Index of the part that it belongs to; null where it belongs to none. */
  readonly part: number | null;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Index of the set of weights that it computes with; the embedding's is 0. */
  readonly set: number;
  /** Null for the embedding. */
  readonly part: number | null;
  readonly hatching: string;
  /** Baseline of its name; null where it is too small for one. */
  readonly name: Point | null;
}

/** Something written; `at` is its baseline. */
export interface Label {
  readonly at: Point;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly symbol: Line['symbol'];
}

export interface Measures {
  readonly orientation: Orientation;
  /** From a step to the next. */
  readonly pitch: number;
  /** Depth that the token needs. */
  readonly token: number;
  /** Extent of the embedding's box, and of a cell's. */
  readonly embedding: Spot;
  readonly cell: Spot;
  /** In depth: between the embedding and the first layer, and between layers. */
  readonly gap: number;
  /** In depth: between the two directions of a layer. */
  readonly inner: number;
  /** Along time: half of what lies between the two directions of a layer. */
  readonly shift: number;
}

const band = 9;

export class Drafting {
  readonly wide: boolean;
  /** The layers are read in both directions. */
  readonly two: boolean;
  /** Middle of the embedding's box and of each part's, and where the rail runs. */
  readonly embeddingDepth: number;
  readonly depths: readonly number[];
  readonly rail: number;

  constructor(
    readonly network: Network,
    readonly measures: Measures,
  ) {
    const { parts } = network;
    const { token, embedding, cell, gap, inner } = measures;
    this.wide = measures.orientation === 'wide';
    this.two = new Set(parts.map(({ reverse }) => reverse)).size > 1;
    this.embeddingDepth = token + 8 + embedding[1] / 2;
    let edge = this.aboveEmbedding;
    this.depths = parts.map(({ reverse }) => {
      edge += (this.two && reverse ? inner : gap) + cell[1];
      return edge - cell[1] / 2;
    });
    this.rail = edge + Math.max(18, gap * 0.7);
  }

  /** Is there room to write at the beginning of each state what it is? */
  get namesStates(): boolean {
    const { cell, gap, inner } = this.measures;
    const apart = cell[1] * (this.two ? 2 : 1) + (this.two ? gap + inner : gap);
    return this.wide || this.depths.length === 1 || apart >= 64;
  }

  get aboveEmbedding(): number {
    return this.embeddingDepth + this.measures.embedding[1] / 2;
  }

  /** Where what a direction of the top layer gives runs to the head: two rails lie apart. */
  railOf(reverse: boolean): number {
    return this.rail + (this.two && reverse ? 9 : 0);
  }

  /** Where a part's box stands along time, from the middle of its step. */
  side(part: number): number {
    if (!this.two) return 0;
    return this.network.parts[part]!.reverse ? this.measures.shift : -this.measures.shift;
  }

  point([along, depth]: Spot): Point {
    return this.wide ? { x: along, y: -depth } : { x: depth, y: along };
  }

  line(spots: readonly Spot[], symbol: Line['symbol'], part: number | null, arrow = true): Line {
    return { points: spots.map((spot) => this.point(spot)), symbol, arrow, part };
  }

  box(spot: Spot, [along, depth]: Spot, set: number, part: number | null): Box {
    const [width, height] = this.wide ? [along, depth] : [depth, along];
    const { x, y } = this.point(spot);
    const area = { x: x - width / 2, y: y - height / 2, width, height };
    const named = part !== null && width >= 34 && height >= 24;
    const hatched = named ? { ...area, y: area.y + height - band, height: band } : area;
    const name = named ? { x, y: y - band / 2 + 4.5 } : null;
    return { ...area, set, part, hatching: hatching(set, hatched), name };
  }
}
