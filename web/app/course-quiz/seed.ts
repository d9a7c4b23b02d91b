/** The seed that draws a learner's forms, kept on the device. */
import type { Storage } from '../quiz/progress';

export const seedKey = 'recurrence.course-quiz';
const version = 1;

/** Null where nothing is kept yet, what is kept is not ours, or the browser refuses to read. */
export function readSeed(storage: () => Storage): number | null {
  try {
    const raw: unknown = JSON.parse(storage().getItem(seedKey) ?? 'null');
    if (typeof raw !== 'object' || raw === null) return null;
    const { version: written, seed } = raw as Record<string, unknown>;
    const fits = typeof seed === 'number' && Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32;
    return written === version && fits ? seed : null;
  } catch {
    // A torn entry, or a browser that keeps nothing: a seed is drawn as for a newcomer.
    return null;
  }
}

/** False where the browser refuses to write. */
export function writeSeed(seed: number, storage: () => Storage): boolean {
  try {
    storage().setItem(seedKey, JSON.stringify({ version, seed }));
    return true;
  } catch {
    return false;
  }
}
