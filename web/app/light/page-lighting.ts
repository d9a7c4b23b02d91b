/**
 * Lights the letter that is pointed at, tapped or reached by keyboard, on the whole page. It listens
 * where the page's text begins, and nowhere else: a letter costs nothing.
 */
import type { Language } from '../../shared/lesson';
import type { SymbolLetter } from '../../shared/symbols';
import { lightWords } from '../i18n/light';
import { FormulaKeys } from './formula-keys';
import type { PageLight } from './page-light.svelte';
import { shownAround, symbolUnder } from './symbol-under';

/** What a click means something else on. */
const used = 'a, button, label, input, select, textarea, summary, [role=button], [data-lights]';

/** @param tapped what was tapped before this had come. Returns what ends it. */
export function lightUp(
  text: HTMLElement,
  light: PageLight,
  language: Language,
  tapped: EventTarget | null,
): () => void {
  const tell = { pointed: light.of('pointed'), held: light.of('held'), figure: light.of('figure') };
  let pointed: SymbolLetter | null = null;
  let held: SymbolLetter | null = null;
  /** The last letter that a figure has had named: its focus comes and goes. */
  let named: SymbolLetter | null = null;

  const point = (symbol: SymbolLetter | null, figure: SymbolLetter | null): void => {
    pointed = symbol;
    tell.pointed(symbol ?? figure);
    light.shown = pointed ?? held;
  };
  const hold = (symbol: SymbolLetter | null): void => {
    held = symbol;
    tell.held(symbol);
    light.shown = held ?? pointed;
    light.spoken = symbol;
  };
  const keys = new FormulaKeys(text, lightWords[language].equations, hold);

  const listener = new AbortController();
  const on = <Name extends keyof HTMLElementEventMap>(
    place: HTMLElement | Document,
    name: Name,
    heard: (event: HTMLElementEventMap[Name]) => void,
  ): void => place.addEventListener(name, heard as EventListener, { signal: listener.signal });

  on(text, 'pointerover', ({ target, pointerType }) => {
    if (pointerType === 'mouse') point(symbolUnder(target), shownAround(target));
  });
  on(text, 'pointerleave', () => point(null, null));
  const tap = (target: EventTarget | null): void => {
    const symbol = symbolUnder(target);
    if (symbol === null && held === null) return;
    if (target instanceof Element && target.closest(used)) return;
    keys.leave();
    hold(symbol === held ? null : symbol);
  };
  on(text, 'click', ({ target }) => tap(target));
  on(text, 'focusin', ({ target }) => {
    const figure = shownAround(target);
    tell.figure(figure);
    if (figure === null || figure === named) return;
    named = figure;
    light.spoken = figure;
  });
  on(text, 'focusout', ({ target }) => {
    // Focus also goes when Svelte takes what had it out of the page, and no state may change then.
    queueMicrotask(() => {
      tell.figure(shownAround(document.activeElement));
      if (!(target instanceof Element && target.matches('.equations'))) return;
      if (target === document.activeElement) return;
      keys.leave();
      hold(null);
    });
  });
  on(document, 'keydown', (event) => {
    if (keys.press(event)) event.preventDefault();
    else if (event.key === 'Escape' && light.shown !== null) {
      keys.leave();
      point(null, null);
      hold(null);
    }
  });
  text.classList.add('lightable');
  tap(tapped);
  return () => listener.abort();
}
