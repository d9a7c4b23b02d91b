/**
 * The answers of one or two models after each token: tokens run downwards, each class has a
 * lane of its own, from 0 to 1. In units of which 18 make a root em. Pure.
 */
import { leaning } from '../../lab/word-figure';
import { fitted } from '../fitting';
import { printToken } from '../tokens';
import { answerBefore, answerNow, type AnsweredToken } from './answers';
import { laneHeads, type LaneHead } from './lane-heads';

export interface Mark {
  readonly x: number;
  readonly y: number;
  /** Where it stood before tokens were taken out, if that can be told from where it stands. */
  readonly from: number | null;
  readonly share: number;
  /** It is the likeliest class here. */
  readonly wins: boolean;
}

export interface DrawnLine {
  readonly y: number;
  /** One a class; none where the token is taken out. */
  readonly marks: readonly Mark[];
  /** Of a token taken out: where the answer stood. */
  readonly ticks: readonly number[];
}

export interface DrawnToken {
  /** Shortened to its column. */
  readonly text: string;
  readonly known: boolean;
  readonly gone: boolean;
  readonly asked: boolean;
  readonly y: number;
  /** One a model. */
  readonly lines: readonly DrawnLine[];
}

/** A stretch of tokens with the same likeliest class. */
export interface Winner {
  readonly name: string;
  readonly side: number;
  readonly y: number;
  readonly until: number;
}

export interface Lane {
  readonly x: number;
  /** From 0 to 1. */
  readonly span: number;
  readonly head: LaneHead;
}

export interface EndLine {
  readonly y: number;
  /** One a class; null where nothing is left to read. */
  readonly moves: readonly { readonly before: number; readonly now: number }[] | null;
}

export interface TryDrawing {
  readonly width: number;
  readonly height: number;
  /** Where the first token's row begins, and how high each is. */
  readonly top: number;
  readonly bottom: number;
  readonly row: number;
  /** Width of the column of tokens. */
  readonly column: number;
  readonly tokenSize: number;
  readonly lanes: readonly Lane[];
  readonly tokens: readonly DrawnToken[];
  /** One list a model; empty where there is no room for their names. */
  readonly winners: readonly (readonly Winner[])[];
  readonly winnersX: number;
  /** Each number has a place beside its lane. */
  readonly beside: boolean;
  /** What became of the answer at the end; empty where no token is taken out. */
  readonly end: readonly EndLine[];
}

/** From this width on there is room for the winners' names. */
export const wide = 430;
export const slot = 26;
const winnersWidth = 124;
const lineHeight = 30;
const pairHeight = 22;
const numberWidth = 34;
const besideFrom = 84;

/** @param models one list of tokens each, of the same text; empty: the scale alone */
export function drawAnswers(
  models: readonly (readonly AnsweredToken[])[],
  names: readonly string[],
  width: number,
  marked = false,
): TryDrawing {
  const roomy = width >= wide;
  const column = roomy ? 150 : 102;
  const tokenSize = roomy ? 18 : 16;
  const lettered = models.length > 1;
  const left = column + (lettered ? 22 : 10);
  const right = width - (roomy ? winnersWidth : 6);
  const gap = roomy ? 18 : 10;
  const laneWidth = (right - left - gap * (names.length - 1)) / names.length;
  const beside = laneWidth >= besideFrom;
  const { heads, height: top } = laneHeads(names, laneWidth + gap - 4);
  const span = laneWidth - (beside ? numberWidth : 0);
  const lanes = heads.map((head, side) => ({ x: left + side * (laneWidth + gap), span, head }));
  const row = lettered ? 2 * pairHeight + 4 : lineHeight;

  const count = models[0]?.length ?? 0;
  const bottom = top + row * Math.max(count, 1);
  const lineY = (middle: number, model: number): number =>
    lettered ? middle + (model - 0.5) * pairHeight : middle;
  const tokens = Array.from({ length: count }, (_, place): DrawnToken => {
    const y = top + row * (place + 0.5);
    const { token, known, gone, asked } = models[0]![place]!;
    const lines = models.map((all, model) => drawLine(all[place]!, lineY(y, model), lanes));
    return {
      text: fitted(printToken(token), column - slot - (known ? 4 : 16), tokenSize),
      known,
      gone,
      asked,
      y,
      lines,
    };
  });
  const end = models.flatMap((all, model) => drawEnd(all, marked, bottom + 24 + model * 36));
  return {
    ...{ width, top, bottom, row, column, tokenSize, lanes, tokens, beside, end },
    height: bottom + (end.length > 0 ? 14 + 36 * end.length : 8),
    winners: roomy
      ? models.map((all, model) =>
          winnersOf(all, names, (place) => lineY(top + row * (place + 0.5), model)),
        )
      : [],
    winnersX: right + 22,
  };
}

function drawLine({ before, now }: AnsweredToken, y: number, lanes: readonly Lane[]): DrawnLine {
  const at = (side: number, share: number): number => lanes[side]!.x + share * lanes[side]!.span;
  if (!now) return { y, marks: [], ticks: (before ?? []).map((share, side) => at(side, share)) };
  const winner = leaning(now).index;
  const marks = now.map((share, side): Mark => {
    const x = at(side, share);
    const stood = before ? at(side, before[side] ?? 0) : x;
    return {
      x,
      y,
      from: before && Math.abs(stood - x) >= 0.5 ? stood : null,
      share,
      wins: side === winner,
    };
  });
  return { y, marks, ticks: [] };
}

function drawEnd(tokens: readonly AnsweredToken[], marked: boolean, y: number): EndLine[] {
  const before = answerBefore(tokens, marked);
  if (!before) return [];
  const now = answerNow(tokens, marked);
  return [
    { y, moves: now && before.map((share, side) => ({ before: share, now: now[side] ?? 0 })) },
  ];
}

function winnersOf(
  tokens: readonly AnsweredToken[],
  names: readonly string[],
  yOf: (place: number) => number,
): Winner[] {
  const winners: Winner[] = [];
  tokens.forEach(({ now }, place) => {
    if (!now) return;
    const [side, y] = [leaning(now).index, yOf(place)];
    const last = winners.at(-1);
    if (last?.side === side) winners[winners.length - 1] = { ...last, until: y };
    else
      winners.push({ name: fitted(names[side] ?? '', winnersWidth - 22, 13.5), side, y, until: y });
  });
  return winners;
}
