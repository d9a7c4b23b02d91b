/** Draws sequences of signs, which belong to no language. */
import { Random, shuffle } from '../../worker/random';
import type { Entry } from './cleaning';
import type { BracketGrammar, RecallGrammar } from './grammar-file';

/**
 * The same distractors behind the first symbol of each class: whatever follows, every class is
 * as likely, so the first symbol alone can tell.
 */
export function recallFamily(
  { first, distractors }: RecallGrammar,
  length: number,
  random: Random,
): readonly Entry[] {
  const drawn = Array.from({ length: length - 1 }, () => pick(distractors, random)).join('');
  return Object.entries(first).map(([key, symbol]) => ({ word: symbol + drawn, class: key }));
}

/** A balanced sequence and one of the same symbols in an order that is not. */
export function bracketFamily(grammar: BracketGrammar, random: Random): readonly Entry[] {
  const { pairs, length, balanced, unbalanced } = grammar;
  const least = Math.ceil(length.min / 2);
  const most = Math.floor(length.max / 2);
  const right = drawBalanced(pairs, least + random.below(most - least + 1), random);
  const wrong = exchanged(right, pairs, random);
  return [
    { word: right.join(''), class: balanced },
    { word: wrong.join(''), class: unbalanced },
  ];
}

type Pairs = BracketGrammar['pairs'];

/** Opens or closes at each place by a fair draw, as long as both are possible. */
function drawBalanced(pairs: Pairs, count: number, random: Random): string[] {
  const sequence: string[] = [];
  const open: string[] = [];
  let left = count;
  while (left > 0 || open.length > 0) {
    const opens = left > 0 && (open.length === 0 || random.below(2) === 0);
    if (opens) {
      const [opening, closing] = pick(pairs, random);
      sequence.push(opening);
      open.push(closing);
      left -= 1;
    } else sequence.push(open.pop() ?? '');
  }
  return sequence;
}

/** Two symbols change places; drawn again until the sequence is no longer balanced. */
function exchanged(sequence: readonly string[], pairs: Pairs, random: Random): string[] {
  const places = Array.from(sequence, (_, place) => place);
  for (;;) {
    const [one = 0, other = 0] = shuffle([...places], random);
    const changed = [...sequence];
    changed[one] = sequence[other] ?? '';
    changed[other] = sequence[one] ?? '';
    if (!isBalanced(changed, pairs)) return changed;
  }
}

function isBalanced(sequence: readonly string[], pairs: Pairs): boolean {
  const closing = new Map(pairs);
  const open: string[] = [];
  for (const symbol of sequence) {
    const expected = closing.get(symbol);
    if (expected !== undefined) open.push(expected);
    else if (open.pop() !== symbol) return false;
  }
  return open.length === 0;
}

function pick<Value>(values: readonly Value[], random: Random): Value {
  const value = values[random.below(values.length)];
  if (value === undefined) throw new RangeError('there is nothing to draw from');
  return value;
}
