/**
 * A box of equations is one stop of the Tab key, and arrows lead from letter to letter in it. A
 * stop for each letter would be dozens between two paragraphs; none would leave the letters to the
 * mouse. The focus stays on the box, as few screen readers follow one into MathML: what is lit is
 * said aloud instead. Letters in running text add no stops: they are those of the boxes.
 */
import type { SymbolLetter } from '../../shared/symbols';
import { letterOf, letters } from './symbol-under';

/** The next place among so many; null for a key that leads nowhere. */
export function placeAfter(key: string, place: number | null, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return place === null ? 0 : Math.min(place + 1, count - 1);
    case 'ArrowLeft':
      return place === null ? count - 1 : Math.max(place - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

export class FormulaKeys {
  #here: Element | null = null;

  constructor(
    text: HTMLElement,
    label: string,
    private readonly hold: (symbol: SymbolLetter | null) => void,
  ) {
    for (const box of text.querySelectorAll<HTMLElement>('.equations')) {
      if (!box.querySelector(`math ${letters}`)) continue;
      box.tabIndex = 0;
      box.setAttribute('role', 'group');
      box.setAttribute('aria-label', label);
    }
  }

  /** Was the key one of a box of equations? */
  press({ target, key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
    if (altKey || ctrlKey || metaKey || shiftKey) return false;
    if (!(target instanceof Element && target.matches('.equations[tabindex]'))) return false;
    const all = [...target.querySelectorAll(`math ${letters}`)];
    const at = this.#here ? all.indexOf(this.#here) : -1;
    const next = placeAfter(key, at < 0 ? null : at, all.length);
    if (next === null) return false;
    this.leave();
    this.#here = all[next] ?? null;
    this.#here?.classList.add('here');
    this.#here?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    this.hold(letterOf(this.#here));
    return true;
  }

  /** No letter of a box is marked any more. */
  leave(): void {
    this.#here?.classList.remove('here');
    this.#here = null;
  }
}
