/** A model's answers after each token, whole and without some of the tokens. Pure. */
import type { Reading } from '../../../shared/protocol';
import { leaning } from '../../lab/word-figure';

export interface Answers {
  readonly whole: Reading;
  /** The same text without some of its tokens; null where none is taken out. */
  readonly rest: Reading | null;
}

type Probabilities = readonly number[];

export interface AnsweredToken {
  readonly token: string;
  readonly known: boolean;
  /** It is taken out. */
  readonly gone: boolean;
  /** In marked data: the answer at it is the text's. */
  readonly asked: boolean;
  /** After it, in the whole text; null where nothing is taken out. */
  readonly before: Probabilities | null;
  /** After it, in the text as it stands; null where it is taken out. */
  readonly now: Probabilities | null;
}

/** Tokens of the whole text that are left. */
export const kept = (tokens: readonly string[], gone: ReadonlySet<number>): readonly string[] =>
  tokens.filter((_, place) => !gone.has(place));

/**
 * The answers of both readings, token by token; null where the rest reads as other tokens than
 * those that were left: then the two cannot be laid side by side.
 */
export function tokensOf(
  { whole, rest }: Answers,
  gone: ReadonlySet<number>,
  marked = false,
): readonly AnsweredToken[] | null {
  const { characters, known, probabilities } = whole;
  const left = kept(characters, gone);
  if (rest && rest.characters.join('\n') !== left.join('\n')) return null;
  let read = 0;
  return characters.map((token, place): AnsweredToken => {
    const asked = marked && place === whole.place;
    const own = { token, known: known[place] ?? false, gone: gone.has(place), asked };
    const here = probabilities[place] ?? [];
    if (!rest) return { ...own, before: null, now: here };
    if (own.gone) return { ...own, before: here, now: null };
    const now = rest.probabilities[read] ?? [];
    read += 1;
    return { ...own, before: here, now };
  });
}

/**
 * The token whose answer is the text's: the last that is left, or in marked data the one that is
 * asked about. Undefined where nothing is left, or nothing asked.
 */
const answering = (tokens: readonly AnsweredToken[], marked: boolean): AnsweredToken | undefined =>
  marked ? tokens.find(({ asked }) => asked) : tokens.findLast(({ now }) => now !== null);

/** The answer to the text as it stands; null where there is none. */
export const answerNow = (tokens: readonly AnsweredToken[], marked = false): Probabilities | null =>
  answering(tokens, marked)?.now ?? null;

/** The answer to the whole text; null where nothing is taken out of it. */
export const answerBefore = (
  tokens: readonly AnsweredToken[],
  marked = false,
): Probabilities | null => (marked ? answering(tokens, marked) : tokens.at(-1))?.before ?? null;

export interface Move {
  /** Index of the class whose probability moved most. */
  readonly side: number;
  readonly before: number;
  readonly now: number;
}

export function largestMove(before: Probabilities, now: Probabilities): Move {
  const moved = before.map((share, side) => Math.abs((now[side] ?? 0) - share));
  const side = moved.indexOf(Math.max(...moved));
  return { side, before: before[side] ?? 0, now: now[side] ?? 0 };
}

/** The token after which the answers moved most; null where none can be compared. */
export function mostMoved(tokens: readonly AnsweredToken[]): (Move & { place: number }) | null {
  const moves = tokens.flatMap(({ before, now }, place) =>
    before && now ? [{ ...largestMove(before, now), place }] : [],
  );
  const size = (move: Move): number => Math.abs(move.now - move.before);
  return moves.reduce<(Move & { place: number }) | null>(
    (most, move) => (most === null || size(move) > size(most) ? move : most),
    null,
  );
}

/** Places after which the likeliest class is another than after the token before. */
export function turns(tokens: readonly AnsweredToken[]): readonly number[] {
  let last: number | null = null;
  return tokens.flatMap(({ now }, place) => {
    if (!now) return [];
    const { index } = leaning(now);
    const turned = last !== null && last !== index;
    last = index;
    return turned ? [place] : [];
  });
}

/**
 * How many points lie between two shares, as both are printed: with so many decimals of a
 * percentage, so that nobody who subtracts them finds another number.
 */
export function pointsBetween(before: number, now: number, decimals: 0 | 1): number {
  const parts = 10 ** decimals;
  return (Math.round(100 * parts * now) - Math.round(100 * parts * before)) / parts;
}
