/** Commitments in the browser's storage, beside the progress of the quizzes. */
import {
  commitmentsKey,
  parseCommitments,
  withCommitment,
  writeCommitments,
} from '$shared/commitments';
import type { Commitment } from '$shared/prediction';
import type { Storage } from './progress';

/** All that are kept, or null where the browser refuses to read its storage. */
export function readCommitments(storage: () => Storage): readonly Commitment[] | null {
  try {
    return parseCommitments(storage().getItem(commitmentsKey));
  } catch {
    return null;
  }
}

/**
 * Adds a commitment, or the answers that it has had since. Reads what is there first: another
 * tab may have written. False where the browser keeps nothing, so that the page can say so.
 */
export function keepCommitment(commitment: Commitment, storage: () => Storage): boolean {
  try {
    const there = storage();
    const kept = parseCommitments(there.getItem(commitmentsKey));
    there.setItem(commitmentsKey, writeCommitments(withCommitment(kept, commitment)));
    return true;
  } catch {
    return false;
  }
}
