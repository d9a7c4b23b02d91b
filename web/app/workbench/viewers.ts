/** Counts the components that show something, and tells when the last has gone. */
export class Viewers {
  #count = 0;

  constructor(private readonly nobody: () => void) {}

  /** Returns what the component calls when it goes. */
  enter(): () => void {
    this.#count += 1;
    let gone = false;
    return () => {
      if (gone) return;
      gone = true;
      this.#count -= 1;
      // A component that takes the place of another enters within the same turn.
      setTimeout(() => {
        if (this.#count === 0) this.nobody();
      });
    };
  }
}
