/** A curve that is being drawn: one value at each place, or none yet. Pure. */

/** In the order of the places. */
export type Draft = readonly (number | null)[];

/** A point of the pen: a place may be a fraction, between two. */
export interface PenPoint {
  readonly place: number;
  readonly value: number;
}

export interface DraftScale {
  readonly min: number;
  readonly max: number;
  /** The step of a key, and the grain of every value. */
  readonly step: number;
}

export const blankDraft = (count: number): Draft => Array.from({ length: count }, () => null);

/** Kept on the scale and on its grain. */
export function onScale(value: number, { min, max, step }: DraftScale): number {
  const steps = Math.round((Math.min(max, Math.max(min, value)) - min) / step);
  // Grains are decimals: what a sum of them adds in the last bits is taken off.
  return Number(Math.min(max, min + steps * step).toFixed(6));
}

export function withValue(draft: Draft, place: number, value: number | null): Draft {
  return draft.map((each, index) => (index === place ? value : each));
}

/**
 * Takes the pen from one point to the next: each place that it passes has the value it had there,
 * so that a curve never turns back. Pressed down, it marks the nearest place.
 */
export function stroke(
  draft: Draft,
  from: PenPoint | null,
  to: PenPoint,
  scale: DraftScale,
): Draft {
  const last = draft.length - 1;
  const bounded = Math.min(last, Math.max(0, to.place));
  if (from === null) return withValue(draft, Math.round(bounded), onScale(to.value, scale));
  const [left, right] = from.place <= bounded ? [from, to] : [to, from];
  const begin = Math.max(0, Math.ceil(Math.min(left.place, last)));
  const end = Math.min(last, Math.floor(Math.max(right.place, 0)));
  return draft.map((value, place) => {
    if (place < begin || place > end) return value;
    const width = right.place - left.place;
    const share = width === 0 ? 1 : (place - left.place) / width;
    return onScale(left.value + share * (right.value - left.value), scale);
  });
}

/**
 * The whole curve: straight between two values, level before the first and behind the last.
 * Null with fewer than two, which say nothing of a course.
 */
export function completed(draft: Draft, scale: DraftScale): readonly number[] | null {
  const set = draft.flatMap((value, place) => (value === null ? [] : [{ place, value }]));
  if (set.length < 2) return null;
  return draft.map((value, place) => {
    if (value !== null) return value;
    const left = set.findLast((each) => each.place < place);
    const right = set.find((each) => each.place > place);
    if (!left || !right) return (left ?? right)!.value;
    const share = (place - left.place) / (right.place - left.place);
    return onScale(left.value + share * (right.value - left.value), scale);
  });
}

export interface Pen {
  readonly draft: Draft;
  readonly place: number;
}

const wideStep = 10;

/**
 * What a key does: Left and Right, Home and End move along the places; Up and Down raise and
 * lower the value there, Page Up and Page Down ten times as far; Delete takes it away. Undefined
 * where the key is not the pen's.
 */
export function pressed({ draft, place }: Pen, key: string, scale: DraftScale): Pen | undefined {
  const last = draft.length - 1;
  const goal = { ArrowLeft: place - 1, ArrowRight: place + 1, Home: 0, End: last }[key];
  if (goal !== undefined) return { draft, place: Math.min(last, Math.max(0, goal)) };
  if (key === 'Delete' || key === 'Backspace')
    return { draft: withValue(draft, place, null), place };
  const steps = { ArrowUp: 1, ArrowDown: -1, PageUp: wideStep, PageDown: -wideStep }[key];
  if (steps === undefined) return undefined;
  const value = draft[place] ?? startAt(draft, place, scale);
  return { draft: withValue(draft, place, onScale(value + steps * scale.step, scale)), place };
}

/** A value that is not there yet is raised or lowered from its neighbour on the left. */
function startAt(draft: Draft, place: number, scale: DraftScale): number {
  const before = draft.slice(0, place).findLast((value) => value !== null);
  return before ?? onScale((scale.min + scale.max) / 2, scale);
}
