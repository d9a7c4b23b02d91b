/** The line under a formula: the same formula with the numbers of one unit in it. */
import {
  evaluate,
  functionText,
  symbolOf,
  type CellValues,
  type Equation,
  type Term,
  type ValueName,
} from '../../shared/equations';
import type { SymbolLetter } from '../../shared/symbols';

/** A stretch of the line; a number that has a letter knows it. */
export interface Piece {
  readonly text: string;
  readonly symbol: SymbolLetter | null;
}

type Format = (value: number) => string;

const plain = (text: string): Piece => ({ text, symbol: null });
/** A line may break before a sign, never behind it. */
const sign = (text: string): Piece => plain(` ${text}\u00a0`);

/**
 * `0.89 = 0.97 × 0.95 + 0.08 × (−0.41)`; of a gate the sum as one number, then its parts, as far
 * as they were read: `0.97 = σ(3.41) = σ(2.10 − 0.10 + 1.41)`. Null where too little is known.
 * @param asked a number that is to be found: a question mark stands for it
 */
export function numbersLine(
  { result, term }: Equation,
  values: CellValues,
  format: Format,
  asked: ValueName | null = null,
): readonly Piece[] | null {
  const made = values[result];
  if (made === undefined && result !== asked) return null;
  const right = rightSide(term, values[`a_${result}` as ValueName], values, format);
  if (right === null) return null;
  const left = made === undefined ? '?' : format(made);
  return merged([{ text: left, symbol: symbolOf(result) }, sign('='), ...right]);
}

function rightSide(
  term: Term,
  weightedSum: number | undefined,
  values: CellValues,
  format: Format,
): Piece[] | null {
  const whole = evaluate(term, values) === null ? null : pieces(term, values, format);
  if (term.kind !== 'function' || term.of.kind !== 'sum') return whole;
  if (weightedSum === undefined) return whole;
  const gate = plain(`${functionText[term.name]}(${format(weightedSum)})`);
  return whole === null ? [gate] : [gate, sign('='), ...whole];
}

/** The pieces of a term whose numbers are all known. */
function pieces(term: Term, values: CellValues, format: Format): Piece[] {
  switch (term.kind) {
    case 'quantity':
      return [{ text: format(values[term.name]!), symbol: symbolOf(term.name) }];
    case 'weighted':
    case 'bias':
      return [plain(format(values[term.name]!))];
    case 'sum':
      return term.terms.flatMap((one, index) => summand(one, index, values, format));
    case 'product':
      return term.factors.flatMap((one, index) => {
        const factor = parenthesised(one, index > 0, values, format);
        return index === 0 ? factor : [sign('×'), ...factor];
      });
    case 'complement':
      return [plain('1'), sign('−'), ...parenthesised(term.of, true, values, format)];
    case 'function': {
      const inner = pieces(term.of, values, format);
      return [plain(`${functionText[term.name]}(`), ...inner, plain(')')];
    }
  }
}

/** `+ 0.40`, `− 0.91` for a number alone, `+ (−0.41) × 0.30` for a product. */
function summand(term: Term, index: number, values: CellValues, format: Format): Piece[] {
  if (index === 0) return pieces(term, values, format);
  const alone = term.kind === 'weighted' || term.kind === 'bias' || term.kind === 'quantity';
  const text = alone ? format(values[term.name]!) : '';
  if (text.startsWith('−')) {
    const symbol = term.kind === 'quantity' ? symbolOf(term.name) : null;
    return [sign('−'), { text: text.slice(1), symbol }];
  }
  if (term.kind !== 'product') return [sign('+'), ...pieces(term, values, format)];
  const [first, second] = term.factors;
  return [
    sign('+'),
    ...parenthesised(first, true, values, format),
    sign('×'),
    ...parenthesised(second, true, values, format),
  ];
}

function parenthesised(
  term: Term,
  whenNegative: boolean,
  values: CellValues,
  format: Format,
): Piece[] {
  const inner = pieces(term, values, format);
  const negative = whenNegative && inner.length === 1 && inner[0]!.text.startsWith('−');
  const always = term.kind === 'sum' || term.kind === 'complement';
  return negative || always ? [plain('('), ...inner, plain(')')] : inner;
}

/** Neighbours without a letter become one. */
function merged(all: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = [];
  for (const piece of all) {
    const last = result.at(-1);
    if (last && last.symbol === null && piece.symbol === null) {
      result[result.length - 1] = plain(last.text + piece.text);
    } else {
      result.push(piece);
    }
  }
  return result;
}
