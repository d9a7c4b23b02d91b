/** Where in a content file something is wrong; lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
}

/** Content that must not be published. Its message lists file, line, fact and remedy. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
}

/** Collects what is wrong, so that an author sees all of it in one build. */
export class Problems {
  readonly #found: { readonly place: Place; readonly text: string }[] = [];

  add(place: Place, fact: string, remedy: string): void {
    this.#found.push({ place, text: `${fact} ${remedy}` });
  }

  /** Ends the build when anything was found. */
  stop(): void {
    if (this.#found.length === 0) return;
    const lines = [...this.#found]
      .sort((a, b) => a.place.file.localeCompare(b.place.file) || a.place.line - b.place.line)
      .map(({ place, text }) => {
        const column = place.column === undefined ? '' : `:${place.column}`;
        return `${place.file}:${place.line}${column}: ${text}`;
      });
    throw new ContentError([...new Set(lines)].join('\n'));
  }
}
