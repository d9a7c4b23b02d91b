/** How states come into a step of the unrolled network. Pure. */
import type { Drafting, Label, Line, Spot } from './drafting';

/**
 * How a part's states come into a step: from the one that it read before, from nowhere, from
 * one that is not drawn, or from the cell itself: `loop` where what lies ahead is still folded,
 * `fold` where all is.
 */
export const comings = ['step', 'start', 'more', 'loop', 'fold'] as const;
export type Coming = (typeof comings)[number];

/** Where a part comes from in reading: behind it along time, or, read backwards, ahead. */
export const back = (draft: Drafting, part: number): 1 | -1 =>
  draft.network.parts[part]!.reverse ? 1 : -1;

const initialLength = 15;

/** How far apart the states of a part run: h is nearer to the token. */
export const laneOf = (draft: Drafting, index: number): number =>
  draft.network.states.length > 1 ? (2 * index - 1) * Math.min(6.5, draft.measures.cell[1] / 5) : 0;

/** A line leaves the frame of the box from which it comes as it is. */
const clear = 1.5;

/** The states that come into a part, side by side. */
export function statesOf(draft: Drafting, part: number, how: Coming): Line[] {
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
    const [out, far] = [half, half + (outer ? loopReach : 17)].map((off) => at + away * off);
    const way: Spot[] = [
      [out! + away * clear, depth + spread],
      [far!, depth + spread],
      [far!, depth - spread],
      [out!, depth - spread],
    ];
    return draft.line(way, state, part);
  });
}

export const loopReach = 30;

/** Ahead in reading; of two directions that are folded, where no other line runs. */
export const loopSide = (draft: Drafting, part: number, how: 'loop' | 'fold'): 1 | -1 =>
  (draft.two && how === 'fold' ? 1 : -1) * back(draft, part) > 0 ? 1 : -1;

export function beforeOf(draft: Drafting, part: number): Label[] {
  const to = back(draft, part);
  const far = draft.side(part) + to * (draft.measures.cell[0] / 2 + initialLength + 5);
  if (!draft.namesStates) return [moreOf(draft, part)];
  return draft.network.states.map((symbol, index): Label => {
    const { x, y } = draft.point([far, draft.depths[part]! + laneOf(draft, index)]);
    if (draft.wide) return { at: { x, y: y + 4 }, anchor: to > 0 ? 'start' : 'end', symbol };
    const anchor = draft.network.states.length === 1 ? 'middle' : index === 0 ? 'end' : 'start';
    const off = { end: 4, middle: 0, start: -4 }[anchor];
    return { at: { x: x + off, y: y + (to > 0 ? 10 : 0) }, anchor, symbol };
  });
}

export function moreOf(draft: Drafting, part: number): Label {
  const to = back(draft, part);
  const far = draft.side(part) + to * (draft.measures.cell[0] / 2 + initialLength + 5);
  const { x, y } = draft.point([far, draft.depths[part]!]);
  if (draft.wide) return { at: { x, y: y + 2 }, anchor: to > 0 ? 'start' : 'end', symbol: null };
  return { at: { x, y: y + (to > 0 ? 8 : 0) }, anchor: 'middle', symbol: null };
}
