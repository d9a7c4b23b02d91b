/** Which letter an element of the page stands for: formula, text, code and drawing say it by class. */
import { isSymbolLetter, type SymbolLetter } from '../../shared/symbols';

export const letters = '[class*="sym-"]';

/** Parts of the page that light letters themselves (`data-lights`). */
const itself = '[data-lights]';

export function letterOf(element: Element | null): SymbolLetter | null {
  const letter = /(?:^|\s)sym-([a-z])(?:\s|$)/u.exec(element?.getAttribute('class') ?? '')?.[1];
  return letter !== undefined && isSymbolLetter(letter) ? letter : null;
}

/** Of f_t the whole, though the class is the f's alone; of W_f the f. */
export function symbolUnder(target: EventTarget | null): SymbolLetter | null {
  if (!(target instanceof Element) || target.closest(itself)) return null;
  const letter =
    target.closest(letters) ??
    target.closest('msub')?.firstElementChild ??
    target.closest('.symbol')?.querySelector(letters) ??
    null;
  return letterOf(letter);
}

/** A figure that shows one letter whole, as a heat map does. */
export function shownAround(target: EventTarget | null): SymbolLetter | null {
  const letter = target instanceof Element && target.closest<HTMLElement>('[data-shows]');
  const symbol = letter ? (letter.dataset['shows'] ?? '') : '';
  return isSymbolLetter(symbol) ? symbol : null;
}
