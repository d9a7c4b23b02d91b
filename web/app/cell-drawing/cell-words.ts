import type { CellValues } from '../../shared/equations';
import type { Language } from '../../shared/lesson';
import { symbols, type SymbolLetter } from '../../shared/symbols';
import { formats } from '../format';
import { cellDrawingStrings } from '../i18n/cell-drawing';

/** A symbol in words, with what is known of it: "porte d’oubli f = 0,97". */
export function symbolInWords(
  letter: SymbolLetter,
  values: CellValues | null,
  language: Language,
): string {
  const text = cellDrawingStrings[language];
  const { inner } = formats(language);
  const { name } = symbols[letter][language];
  if (letter === 'x') return text.symbol(name, letter);
  const now = values?.[letter];
  if (now === undefined) return text.symbol(name, letter);
  const before = letter === 'h' || letter === 'c' ? values?.[`${letter}_prev`] : undefined;
  return before === undefined
    ? text.gate(name, letter, inner(now))
    : text.state(name, letter, inner(before), inner(now));
}
