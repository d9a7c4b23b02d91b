/** One step of the unrolled network, relative to its place: all steps are drawn from it. Pure. */
import type { Box, Drafting, Label, Line, Spot } from './drafting';

/**
 * How a part's states come into a step: from the one that it read before, from nowhere, from
 * one that is not drawn, or from the cell itself: `loop` where what lies ahead is still folded,
 * `fold` where all is.
 */
export const comings = ['step', 'start', 'more', 'loop', 'fold'] as const;
export type Coming = (typeof comings)[number];

export interface Size extends Label {
  readonly text: string;
  /** The part whose states it counts. */
  readonly part: number | null;
  /** Where it stands: at the first step that is drawn, at the second, or at a loop. */
  readonly on: 'first' | 'second' | 'loop' | 'fold';
}

export interface Column {
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
  /** One list a part. */
  readonly coming: Readonly<Record<Coming, readonly (readonly Line[])[]>>;
  /** One list a part: where each of its states is named, as long as it comes from nowhere. */
  readonly before: readonly (readonly Label[])[];
  /** One a part: where it comes from steps that are not drawn. */
  readonly more: readonly Label[];
  /** Of the top layer, one a direction: up to the rail. */
  readonly outs: readonly Line[];
  readonly sizes: readonly Size[];
  readonly token: Label & { readonly room: number };
}

export function planColumn(draft: Drafting): Column {
  const { network, measures } = draft;
  const steps = network.parts.map((_, part) => part);
  const coming = Object.fromEntries(
    comings.map((how) => [how, steps.map((part) => statesOf(draft, part, how))]),
  ) as unknown as Column['coming'];
  const token = draft.wide
    ? { at: { x: 0, y: 0 }, anchor: 'middle' as const, room: measures.pitch - 6 }
    : { at: { x: measures.token, y: 5 }, anchor: 'end' as const, room: measures.token };
  return {
    ...{ coming, token: { ...token, symbol: null } },
    boxes: [
      draft.box([0, draft.embeddingDepth], measures.embedding, 0, null),
      ...steps.map((part) =>
        draft.box([draft.side(part), draft.depths[part]!], measures.cell, part + 1, part),
      ),
    ],
    lines: [tokenLine(draft), ...steps.flatMap((part) => linesInto(draft, part))],
    before: steps.map((part) => beforeOf(draft, part)),
    more: steps.map((part) => moreOf(draft, part)),
    outs: steps.slice(draft.two ? -2 : -1).map((part) => outOf(draft, part)),
    sizes: sizesOf(draft),
  };
}

function tokenLine(draft: Drafting): Line {
  const { token, embedding } = draft.measures;
  const end = draft.embeddingDepth - embedding[1] / 2;
  return draft.line(
    [
      [0, token + 1],
      [0, end],
    ],
    null,
    null,
    false,
  );
}

/** From the embedding or the layer below into a part. */
function linesInto(draft: Drafting, part: number): Line[] {
  const { measures, two, depths } = draft;
  const { gap, shift, cell } = measures;
  const below = part - (two ? 2 : 1);
  const [at, bottom] = [draft.side(part), depths[part]! - cell[1] / 2];
  if (below < 0) {
    const from = draft.aboveEmbedding;
    const bar = from + gap * 0.5;
    const way: Spot[] = two
      ? [
          [0, from],
          [0, bar],
          [at, bar],
          [at, bottom],
        ]
      : [
          [0, from],
          [0, bottom],
        ];
    return [draft.line(way, 'x', part)];
  }
  const into = draft.line(
    [
      [at, depths[below]! + cell[1] / 2],
      [at, bottom],
    ],
    'h',
    part,
  );
  if (!two || at > 0) return [into];
  // Both directions' states, side by side, are what the next layer reads.
  const join = bottom - gap * 0.5;
  return [
    into,
    draft.line(
      [
        [-shift, join],
        [shift, join],
      ],
      'h',
      part,
      false,
    ),
  ];
}

function outOf(draft: Drafting, part: number): Line {
  const at = draft.side(part);
  const top = draft.depths[part]! + draft.measures.cell[1] / 2;
  return draft.line(
    [
      [at, top],
      [at, draft.railOf(draft.network.parts[part]!.reverse)],
    ],
    'h',
    part,
    false,
  );
}

/** Where a part comes from in reading: behind it along time, or, read backwards, ahead. */
const back = (draft: Drafting, part: number): 1 | -1 =>
  draft.network.parts[part]!.reverse ? 1 : -1;

const initialLength = 15;

/** How far apart the states of a part run: h is nearer to the token. */
const laneOf = (draft: Drafting, index: number): number =>
  draft.network.states.length > 1 ? (2 * index - 1) * Math.min(6.5, draft.measures.cell[1] / 5) : 0;

/** A line leaves the frame of the box from which it comes as it is. */
const clear = 1.5;

/** The states that come into a part, side by side. */
function statesOf(draft: Drafting, part: number, how: Coming): Line[] {
  const { states } = draft.network;
  const { cell, pitch } = draft.measures;
  const [half, rise] = [cell[0] / 2, cell[1] / 2];
  const [at, depth, to] = [draft.side(part), draft.depths[part]!, back(draft, part)];
  const edge = at + to * half;
  return states.map((state, index) => {
    if (how !== 'loop' && how !== 'fold') {
      const lane = depth + laneOf(draft, index);
      const from = how === 'step' ? at + to * (pitch - half - clear) : edge + to * initialLength;
      return draft.line(
        [
          [from, lane],
          [edge, lane],
        ],
        state,
        part,
      );
    }
    // Out of the box, and back into it.
    const away = loopSide(draft, part, how);
    const outer = state === 'c' || states.length === 1;
    const spread = rise * (outer ? 0.78 : 0.32);
    const [out, far] = [half, half + (outer ? loopReach : 20)].map((off) => at + away * off);
    const way: Spot[] = [
      [out! + away * clear, depth + spread],
      [far!, depth + spread],
      [far!, depth - spread],
      [out!, depth - spread],
    ];
    return draft.line(way, state, part);
  });
}

const loopReach = 36;

/** Ahead in reading; of two directions that are folded, where no other line runs. */
const loopSide = (draft: Drafting, part: number, how: 'loop' | 'fold'): 1 | -1 =>
  (draft.two && how === 'fold' ? 1 : -1) * back(draft, part) > 0 ? 1 : -1;

function beforeOf(draft: Drafting, part: number): Label[] {
  const to = back(draft, part);
  const far = draft.side(part) + to * (draft.measures.cell[0] / 2 + initialLength + 5);
  if (!draft.namesStates) return [{ ...moreOf(draft, part), symbol: 'h' }];
  return draft.network.states.map((symbol, index): Label => {
    const { x, y } = draft.point([far, draft.depths[part]! + laneOf(draft, index)]);
    if (draft.wide) return { at: { x, y: y + 4 }, anchor: to > 0 ? 'start' : 'end', symbol };
    const anchor = draft.network.states.length === 1 ? 'middle' : index === 0 ? 'end' : 'start';
    const off = { end: 4, middle: 0, start: -4 }[anchor];
    return { at: { x: x + off, y: y + (to > 0 ? 10 : 0) }, anchor, symbol };
  });
}

function moreOf(draft: Drafting, part: number): Label {
  const to = back(draft, part);
  const far = draft.side(part) + to * (draft.measures.cell[0] / 2 + initialLength + 5);
  const { x, y } = draft.point([far, draft.depths[part]!]);
  if (draft.wide) return { at: { x, y: y + 2 }, anchor: to > 0 ? 'start' : 'end', symbol: null };
  return { at: { x, y: y + (to > 0 ? 8 : 0) }, anchor: 'middle', symbol: null };
}

/** Below this there is no room for a number beside an arrow. */
const leastRoom = 17;

function sizesOf(draft: Drafting): Size[] {
  const { network, measures, two, depths } = draft;
  const { gap, cell } = measures;
  const sizes: Size[] = [];
  if (gap >= leastRoom) {
    const depth = draft.aboveEmbedding + gap * (two ? 0.22 : 0.42);
    sizes.push({ ...beside(draft, [0, depth]), symbol: 'x', text: String(network.embedding) });
  }
  network.parts.forEach(({ layer, reverse }, part) => {
    if (gap >= leastRoom && layer > 0 && !(two && reverse)) {
      const depth = depths[part]! - cell[1] / 2 - gap * (two ? 0.5 : 0.55);
      const spot: Spot = [two ? measures.shift : 0, depth];
      sizes.push({ ...beside(draft, spot), symbol: 'h', text: String(network.output) });
    }
    sizes.push(...stateSizes(draft, part));
  });
  return sizes;
}

type Placed = Pick<Size, 'at' | 'anchor' | 'part' | 'on'>;

/** Beside a line that goes from the token to the answer. */
function beside(draft: Drafting, spot: Spot): Placed {
  const { x, y } = draft.point(spot);
  const own = { part: null, on: 'first' } as const;
  if (draft.wide) return { at: { x: x + 6, y: y + 4 }, anchor: 'start', ...own };
  return { at: { x, y: y - 5 }, anchor: 'middle', ...own };
}

/** The size of a part's states: where they come from another step, and at the loop. */
function stateSizes(draft: Drafting, part: number): Size[] {
  const { network, measures, wide } = draft;
  const { cell, pitch } = measures;
  const [to, at, depth] = [back(draft, part), draft.side(part), draft.depths[part]!];
  const size = { symbol: 'h' as const, text: String(network.hidden), part };
  const lane = laneOf(draft, network.states.length - 1);
  const middle = draft.point([at + (to * pitch) / 2, depth + lane]);
  const between: Size = {
    ...size,
    on: to > 0 ? 'first' : 'second',
    at: wide ? { x: middle.x, y: middle.y - 5 } : { x: middle.x + 5, y: middle.y + 4 },
    anchor: wide ? 'middle' : 'start',
  };
  const loops = (['loop', 'fold'] as const).map((on): Size => {
    const away = loopSide(draft, part, on);
    const { x, y } = draft.point([at + away * (cell[0] / 2 + loopReach + 5), depth]);
    if (wide) return { ...size, on, at: { x, y: y + 4 }, anchor: away > 0 ? 'start' : 'end' };
    return { ...size, on, at: { x, y: y + (away > 0 ? 10 : 0) }, anchor: 'middle' };
  });
  const roomy = pitch - cell[0] >= leastRoom && (wide || cell[1] >= 24);
  return roomy ? [between, ...loops] : loops;
}
