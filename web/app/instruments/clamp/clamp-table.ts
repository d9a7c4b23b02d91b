/** The two readings' numbers as a table and as a file. Pure. */
import type { FigureTable } from '../../figure/table';
import type { Told, ClampWording } from './in-words';

/** Answers first, then the units; of each the free reading above the held one. */
export function clampTable(told: Told, wording: ClampWording, at: string): FigureTable {
  const { words, map } = wording;
  const { free, held, names, tokens, choice } = told;
  const two = free !== held;
  const pair = (what: string, shares: readonly (readonly string[])[]): (string | number)[][] =>
    two
      ? [
          [words.columns.free(what), ...shares[0]!],
          [words.columns.held(what), ...shares[1]!],
        ]
      : [[what, ...shares[1]!]];
  const { certainty } = map.format;
  const answers = names.flatMap((name, side) =>
    pair(name, [
      tokens.map(({ before }) => (before ? certainty(before[side]!) : '')),
      tokens.map(({ now }) => (now ? certainty(now[side]!) : '')),
    ]),
  );
  const units = Array.from({ length: free.units }, (_, unit) =>
    pair(
      `${choice.letter} ${map.count(unit)}`,
      [free, held].map((values) => tokens.map((_, step) => map.value(values.at(unit, step)))),
    ),
  );
  return {
    columns: [
      words.columns.of,
      ...tokens.map(({ token }, step) => map.words.column(map.count(step), token)),
    ],
    rows: [...answers, ...units.flat()],
    at,
  };
}

/** A row a number of each reading, with all its digits. */
export function clampFile(told: Told, { words }: ClampWording): FigureTable {
  const { free, held, names, tokens, choice } = told;
  const place = (step: number) => {
    const { token, known } = tokens[step]!;
    return [step + 1, token, known ? 1 : 0];
  };
  const answers = tokens.flatMap(({ before, now }, step) =>
    names.map((name, side) => [
      words.csvAnswer,
      name,
      ...place(step),
      (before ?? now)![side]!,
      now![side]!,
    ]),
  );
  const states = Array.from({ length: free.units }, (_, unit) =>
    tokens.map((_, step) => [
      choice.name,
      unit + 1,
      ...place(step),
      free.at(unit, step),
      held.at(unit, step),
    ]),
  );
  return { columns: words.csv, rows: [...answers, ...states.flat()] };
}
