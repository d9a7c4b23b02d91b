import type { SymbolLetter } from '../../shared/symbols';

/**
 * Several parts of a page each say which letter they light. The last that lights one decides;
 * when it lets go, one that still holds a letter has it lit again.
 */
export class SharedLight {
  readonly #held = new Map<string, SymbolLetter>();

  constructor(private readonly tell: (symbol: SymbolLetter | null) => void) {}

  /** What a part's `onhighlight` is. */
  of(part: string): (symbol: SymbolLetter | null) => void {
    return (symbol) => {
      this.#held.delete(part);
      if (symbol !== null) this.#held.set(part, symbol);
      this.tell([...this.#held.values()].at(-1) ?? null);
    };
  }
}
