import type { ClauseKind } from '../../../shared/challenge';

/** The words of a challenge in one language, as the build sets them. */
export interface ChallengeText {
  readonly title: string;
  readonly task: string;
  /** From the first nudge to nearly all. */
  readonly hints: readonly string[];
  /** Why a clause fails that can. */
  readonly why: Readonly<Partial<Record<ClauseKind, string>>>;
}
