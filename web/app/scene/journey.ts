/** Where a reader has been on a page by its hash, so that "back" undoes a lesson's step. Pure. */

/** What a lesson's link did: the scenes before it and after it. */
export interface Step<State> {
  readonly before: State;
  readonly after: State;
}

interface Stop<State> {
  readonly hash: string;
  readonly step: Step<State> | null;
}

export class Journey<State> {
  #stops: Stop<State>[];
  #at = 0;

  constructor(hash: string) {
    this.#stops = [{ hash, step: null }];
  }

  get hash(): string {
    return this.#stops[this.#at]!.hash;
  }

  /** A link was followed: what lay ahead is gone, as in the browser's own history. */
  go(hash: string, step: Step<State> | null): void {
    this.#stops.splice(this.#at + 1);
    this.#stops.push({ hash, step });
    this.#at += 1;
  }

  /** The address of this place was written anew. */
  rename(hash: string): void {
    this.#stops[this.#at] = { ...this.#stops[this.#at]!, hash };
  }

  /**
   * The browser went back or forward to a hash. Returns the state that holds there; null where
   * no step lies between; undefined where the hash is none of this journey.
   */
  travel(hash: string): State | null | undefined {
    const places = this.#stops.map((_, index) => index).filter((index) => index !== this.#at);
    const distance = (index: number): number => Math.abs(index - this.#at);
    const goal = places
      .filter((index) => this.#stops[index]!.hash === hash)
      .sort((one, other) => distance(one) - distance(other) || one - other)[0];
    if (goal === undefined) return hash === this.hash ? null : undefined;
    const back = goal < this.#at;
    const between = this.#stops.slice(Math.min(goal, this.#at) + 1, Math.max(goal, this.#at) + 1);
    const steps = between.flatMap(({ step }) => (step ? [step] : []));
    this.#at = goal;
    return (back ? steps[0]?.before : steps.at(-1)?.after) ?? null;
  }
}
