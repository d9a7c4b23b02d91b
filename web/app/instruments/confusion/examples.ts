/** The examples of a cell, in the order that is asked for. Pure. */
import { mostExamples, type AnsweredExample, type Confusion } from '../../../shared/protocol';
import type { Unit } from '../../../shared/data-info';
import { joined } from '../../../shared/words';
import type { Cell, Matrix } from './matrix';
import type { Order } from './schema';

const answered = ({ probabilities, answer }: AnsweredExample): number => probabilities[answer] ?? 0;

const before: Readonly<Record<Order, (one: AnsweredExample, other: AnsweredExample) => number>> = {
  sure: (one, other) => answered(other) - answered(one),
  near: (one, other) => one.margin - other.margin,
};

/** Where classes stand together, the first of all of them. */
export function examplesOf(
  { cells }: Confusion,
  { classes }: Matrix,
  { row, column }: Cell,
  order: Order,
): readonly AnsweredExample[] {
  const [labels, answers] = [classes[row] ?? [], classes[column] ?? []];
  const lists = cells
    .filter(({ label, answer }) => labels.includes(label) && answers.includes(answer))
    .map((cell) => cell[order]);
  const [only, ...more] = lists;
  if (more.length === 0) return only ?? [];
  return lists.flat().sort(before[order]).slice(0, mostExamples);
}

/** The text that another instrument reads as the model read this; `*` stands before a marked word. */
export const sentText = ({ tokens, place }: AnsweredExample, unit: Unit): string =>
  joined(
    tokens.map((token, index) => (index === place ? `*${token}` : token)),
    unit,
  );

/** The text before the marked token, that token, and the text behind; without a mark all is before. */
export function partsOf(
  { tokens, place }: AnsweredExample,
  unit: Unit,
): readonly [string, string, string] {
  const whole = joined(tokens, unit);
  if (place === null) return [whole, '', ''];
  const marked = tokens[place] ?? '';
  const end = joined(tokens.slice(0, place + 1), unit).length;
  return [whole.slice(0, end - marked.length), marked, whole.slice(end)];
}
