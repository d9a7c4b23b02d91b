import type { SymbolLetter } from '../../shared/symbols';

/** What an element that stands for a symbol listens to. */
export interface SymbolHandlers {
  readonly onpointerenter: (event: PointerEvent) => void;
  readonly onpointerleave: (event: PointerEvent) => void;
  readonly onpointerdown: () => void;
  readonly onclick: (event: MouseEvent) => void;
  readonly onfocus: () => void;
  readonly onblur: () => void;
  readonly onkeydown: (event: KeyboardEvent) => void;
}

/**
 * Which symbol is lit: the one under the mouse, else the one that holds focus or was tapped. A
 * second tap, Enter or Escape lets it go.
 */
export class Lighting {
  #held: SymbolLetter | null = null;
  #heldAtPress: SymbolLetter | null = null;

  constructor(readonly report: (symbol: SymbolLetter | null) => void) {}

  /** For a button of the symbol; `native` where the browser itself makes clicks of keys. */
  handlers(symbol: SymbolLetter, native = false): SymbolHandlers {
    const toggle = (before: SymbolLetter | null): void =>
      this.#hold(before === symbol ? null : symbol);
    return {
      ...this.#pointing(symbol),
      onpointerdown: () => (this.#heldAtPress = this.#held),
      // A click that keys made has no detail.
      onclick: (event) => toggle(event.detail === 0 ? this.#held : this.#heldAtPress),
      onfocus: () => this.#hold(symbol),
      onblur: () => this.#hold(null),
      onkeydown: (event) => {
        if (event.key === 'Escape' && this.#held !== null) {
          event.stopPropagation();
          this.#hold(null);
        } else if (!native && (event.key === 'Enter' || event.key === ' ')) {
          event.preventDefault();
          toggle(this.#held);
        }
      },
    };
  }

  /** For a letter that is no button, as in a formula: the mouse and a tap alone. */
  over(symbol: SymbolLetter | null, event: PointerEvent): void {
    if (event.pointerType === 'mouse') this.report(symbol ?? this.#held);
  }

  tap(symbol: SymbolLetter | null): void {
    if (symbol !== null) this.#hold(symbol === this.#held ? null : symbol);
  }

  #pointing(symbol: SymbolLetter): Pick<SymbolHandlers, 'onpointerenter' | 'onpointerleave'> {
    return {
      onpointerenter: (event) => this.over(symbol, event),
      onpointerleave: (event) => this.over(null, event),
    };
  }

  #hold(symbol: SymbolLetter | null): void {
    this.#held = symbol;
    this.report(symbol);
  }
}

/** Classes of something that may belong to a symbol while one is lit. */
export function lightOf(
  symbol: SymbolLetter | null,
  lit: SymbolLetter | null,
): 'lit' | 'faded' | undefined {
  if (lit === null || symbol === null) return undefined;
  return symbol === lit ? 'lit' : 'faded';
}
