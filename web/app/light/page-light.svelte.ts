import { getContext, setContext } from 'svelte';
import type { Language } from '../../shared/lesson';
import type { SymbolLetter } from '../../shared/symbols';
import { SharedLight } from './shared-light';

/** The one letter that is lit on a page, wherever it stands: `data-lit` of its text says which. */
export class PageLight {
  symbol: SymbolLetter | null = $state.raw(null);
  /** The letter whose name and definition stand below the page while it is lit. */
  shown: SymbolLetter | null = $state.raw(null);
  /** The letter that is to be named aloud, once. */
  spoken: SymbolLetter | null = $state.raw(null);
  readonly #parts = new SharedLight((symbol) => (this.symbol = symbol));

  /** What a part of the page lights things by; null puts its own light out. */
  of(part: string): (symbol: SymbolLetter | null) => void {
    return this.#parts.of(part);
  }
}

const key = Symbol('light');

/** To call where a page begins. */
export const provideLight = (): PageLight => setContext(key, new PageLight());

/** To call where a figure begins; one that stands alone has its own. */
export const useLight = (): PageLight => getContext<PageLight | undefined>(key) ?? new PageLight();

/** An attachment of the page's text. What it listens with comes with the reader's first gesture. */
export function lights(light: PageLight, language: Language): (text: HTMLElement) => () => void {
  return (text) => {
    const waiting = new AbortController();
    const { signal } = waiting;
    let end: (() => void) | null = null;
    let left = false;
    let tapped: EventTarget | null = null;
    let asked = false;
    const wake = (): void => {
      if (asked) return;
      asked = true;
      import('./page-lighting').then(
        ({ lightUp }) => {
          if (left || end) return;
          waiting.abort();
          end = lightUp(text, light, language, tapped);
        },
        // The network is away: the text reads as well without, and a later gesture asks again.
        () => (asked = false),
      );
    };
    for (const gesture of ['pointerover', 'focusin', 'keydown']) {
      document.addEventListener(gesture, wake, { signal });
    }
    text.addEventListener('click', ({ target }) => (tapped = target), { signal });
    return () => {
      left = true;
      waiting.abort();
      end?.();
    };
  };
}
