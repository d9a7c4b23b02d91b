/** What is asked of the whole validation part, and the answers. Part of the protocol. */

/**
 * What can be told of a step from tokens and class alone, for a unit to be compared with. Its
 * order is the one in which the tensor reads: a `reverse` tensor has read what stands behind.
 *   class:<key>    1 where the sequence is of that class
 *   token:<text>   1 where that token is read now
 *   seen:<text>    1 where it is read now or has been read before: a flag that stays up
 *   vowel          1 where a vowel is read now; for data whose tokens are characters
 *   position       steps read before this one
 */
export type FeatureName =
  `class:${string}` | `token:${string}` | `seen:${string}` | 'vowel' | 'position';

/**
 * The unit of a tensor whose value follows a feature most (by Pearson's correlation, over
 * every step of every sequence; 0 where one of the two never changes): chosen on one half of
 * the validation part, measured on the other.
 */
export interface Survey {
  readonly tensor: string;
  readonly feature: FeatureName;
  readonly unit: number;
  /** Does it rise with the feature, or fall? */
  readonly sign: 1 | -1;
  /** Correlation on the half on which the unit was chosen. */
  readonly chosen: number;
  /** Correlation on the other half. */
  readonly measured: number;
  /** What the same procedure measures when the feature's labels are shuffled. */
  readonly shuffled: number;
  /** Steps that were counted, both halves together. */
  readonly places: number;
  /** Correlation of each unit on the half on which one was chosen. */
  readonly units: readonly number[];
  /** Training step of the model that was surveyed. */
  readonly step: number;
}

/** A stretch of a sequence of the validation part. */
export interface Match {
  readonly text: string;
  readonly tokens: readonly string[];
  /** First step of the stretch, from 0. */
  readonly from: number;
  /** The step after its last. */
  readonly to: number;
  /** Euclidean, over all values of the tensor in the stretch. */
  readonly distance: number;
}
