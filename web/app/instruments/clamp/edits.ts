/** What can be undone and done again, of one text that a reader changes step by step. Pure. */

export interface Edits {
  readonly past: readonly string[];
  readonly future: readonly string[];
  /** Which change the last one was: more of the same is undone with it. */
  readonly key: string | null;
}

export const noEdits: Edits = { past: [], future: [], key: null };

/** Far more than a reader wants back. */
const most = 100;

/**
 * @param key of a change that goes on, as of a slider that is being moved; null: one of its own
 */
export function edited(edits: Edits, before: string, key: string | null = null): Edits {
  if (key !== null && key === edits.key) return { ...edits, future: [] };
  return { past: [...edits.past, before].slice(-most), future: [], key };
}

interface Moved {
  readonly edits: Edits;
  readonly value: string;
}

export function undone({ past, future }: Edits, now: string): Moved | null {
  const value = past.at(-1);
  if (value === undefined) return null;
  return { edits: { past: past.slice(0, -1), future: [...future, now], key: null }, value };
}

export function redone({ past, future }: Edits, now: string): Moved | null {
  const value = future.at(-1);
  if (value === undefined) return null;
  return { edits: { past: [...past, now], future: future.slice(0, -1), key: null }, value };
}
