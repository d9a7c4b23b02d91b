/** The numbers of a cell by their letters: as pieces with subscripts, and as plain text. */
import { functionText, symbolOf, type Term, type ValueName } from '../../../shared/equations';
import type { SymbolLetter } from '../../../shared/symbols';

export interface Letter {
  readonly letter: string;
  readonly below: string;
  readonly symbol: SymbolLetter | null;
}

/** `c_prev` is c with t−1 under it; `Wx_f` is W with f, then x with t. */
export function lettersOf(name: ValueName): readonly Letter[] {
  const gate = /^(?:Wx|Uh|b|a)_[ih]?([a-z])$/u.exec(name)?.[1] ?? '';
  if (name.startsWith('Wx')) return [of('W', gate), of('x', 't', 'x')];
  if (name.startsWith('Uh')) return [of('U', gate), of('h', 't−1', 'h')];
  if (name === 'Hh') return [of('H', ''), of('h', 't−1', 'h')];
  if (name.startsWith('b')) return [of('b', name.slice(2))];
  if (name === 'a' || name.startsWith('a_')) return [of('a', gate === '' ? 't' : gate)];
  return [of(name[0]!, name.endsWith('_prev') ? 't−1' : 't', symbolOf(name as 'c'))];
}

const of = (letter: string, below: string, symbol: SymbolLetter | null = null): Letter => ({
  letter,
  below,
  symbol,
});

/** A stretch of a formula: a number by its name, or what stands between. */
export type FormulaPiece = { readonly name: ValueName } | { readonly text: string };

/** The term with letters for its numbers, as the line of numbers is written. */
export function formulaPieces(term: Term): readonly FormulaPiece[] {
  switch (term.kind) {
    case 'sum':
      return joined(term.terms.map(formulaPieces), '\u00a0+ ');
    case 'product':
      return joined(term.factors.map(factor), '\u00a0× ');
    case 'complement':
      return [{ text: '1\u00a0− ' }, ...formulaPieces(term.of)];
    case 'function':
      return [{ text: `${functionText[term.name]}(` }, ...formulaPieces(term.of), { text: ')' }];
    default:
      return [{ name: term.name }];
  }
}

function factor(term: Term): readonly FormulaPiece[] {
  const inner = formulaPieces(term);
  if (term.kind !== 'sum' && term.kind !== 'complement') return inner;
  return [{ text: '(' }, ...inner, { text: ')' }];
}

const joined = (all: readonly (readonly FormulaPiece[])[], by: string): readonly FormulaPiece[] =>
  all.flatMap((pieces, index) => (index === 0 ? pieces : [{ text: by }, ...pieces]));

/**
 * The same in a sentence, where nothing stands below a letter.
 * @param before how a number of the step before is called
 */
export function formulaText(term: Term, before: (letter: string) => string): string {
  return formulaPieces(term)
    .map((piece) => ('text' in piece ? piece.text : nameText(piece.name, before)))
    .join('');
}

export function nameText(name: ValueName, before: (letter: string) => string): string {
  if (name.endsWith('_prev')) return before(name[0]!);
  return lettersOf(name)
    .map(({ letter }) => letter)
    .join('\u00a0');
}
