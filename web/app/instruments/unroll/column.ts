/** One step of the unrolled network, relative to its place: all steps are drawn from it. Pure. */
import type { Box, Drafting, Label, Line, Spot } from './drafting';
import { sizesOf, type Size } from './sizes';
import { beforeOf, comings, moreOf, statesOf, type Coming } from './states';

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
