/** While a model trains, a figure of it is brought up to date so often at most, in ms. */
export const whileTraining = 250;
/** And otherwise once a frame. */
export const atRest = 16;

/**
 * Asks one question at a time. What is wanted meanwhile is asked once, when the answer is here:
 * the question reads what it asks of when its turn comes.
 */
export class Asking {
  #wanted = false;
  #under = false;
  #ended = false;
  #apart = 0;
  #last = -Infinity;

  constructor(private readonly ask: () => Promise<void>) {}

  /** @param apart least time between two questions, in ms */
  want(apart: number): void {
    this.#wanted = true;
    this.#apart = apart;
    if (!this.#under) void this.#go();
  }

  /** Nobody looks any more. */
  end(): void {
    this.#ended = true;
  }

  async #go(): Promise<void> {
    this.#under = true;
    try {
      while (this.#wanted && !this.#ended) {
        const wait = this.#last + this.#apart - performance.now();
        if (wait > 0) await new Promise((then) => setTimeout(then, wait));
        if (this.#ended) return;
        this.#wanted = false;
        this.#last = performance.now();
        await this.ask();
      }
    } finally {
      this.#under = false;
    }
  }
}
