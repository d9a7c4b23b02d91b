/** What the page asks of the gradient of one row, and what the worker answers. Pure types. */
import type { OpenedRun, RunId } from './protocol';
import type { RunSettings } from './run-settings';

export interface GradientQuestion {
  /** A text of the page's own; null: an example of the validation part. */
  readonly text: string | null;
  /** Which example, from 0; beyond the last, the last. Decides nothing beside a text. */
  readonly example: number;
  /** The class that is right for the text; null: the example's own. */
  readonly label: number | null;
  /**
   * The answer after this token, from 0, is the one that is differentiated; beyond the last, the
   * last. What follows is not read.
   */
  readonly position: number;
  /** The class whose score the tokens move; null: the right one. */
  readonly output: number | null;
}

/**
 * The gradient of one row, by the weights in force. Norms are Euclidean, one a token: the states
 * after `position` have none, and stand with 0. An overflow gives infinity, or NaN.
 */
export interface GradientFlow {
  readonly text: string;
  readonly tokens: readonly string[];
  /** For each token: was it in the training data? */
  readonly known: readonly boolean[];
  /** Tokens that were cut off. */
  readonly cut: number;
  /** Examples of the validation part. */
  readonly examples: number;
  readonly position: number;
  readonly label: number;
  readonly output: number;
  /** Cross-entropy of the answer after `position`, in nats. */
  readonly loss: number;
  /** The norms of ∂L/∂h_t. */
  readonly h: readonly number[];
  /** The norms of ∂L/∂c_t; null for a cell without c. */
  readonly c: readonly number[] | null;
  /** The norms of ∂L/∂h_t if nothing were cut off; null where nothing is. */
  readonly uncut: readonly number[] | null;
  /** Steps into which no gradient goes back: it stops between each and the one before. */
  readonly cuts: readonly number[];
  /**
   * Of an rnn: the norm at `position` times `factor` to the number of steps back. Of an lstm: the norm of ∂L/∂c at `position` through the direct
   * path, its forget gates where their biases alone put them. Null for others.
   */
  readonly predicted: readonly number[] | null;
  /**
   * Of an rnn: ρ(H) times the root mean square of tanh' (or relu') over the units and steps of
   * this row, which is what one step back makes of a gradient that knows nothing of either. At
   * most 1, tanh' lets ρ(H) > 1 be needed for an explosion, and not enough. Null for others.
   */
  readonly factor: number | null;
  /** Spectral radius of the recurrent matrix, gate by gate. */
  readonly radii: readonly number[];
  /** The norms of ∂score/∂x_t, x_t being what the embedding gives for a token. */
  readonly moved: readonly number[];
  /** Of the last training steps: the norm of the whole gradient, before clipping. */
  readonly norms: { readonly first: number; readonly values: readonly number[] };
  /** Training step of the model that was asked. */
  readonly step: number;
}

export interface GradientCalls {
  /** Of one recurrent layer that reads forward, whose last state is answered for. */
  gradient: [{ readonly run: RunId } & GradientQuestion, GradientFlow];
  /**
   * A model that goes on from the weights in force (after divergence, those that were kept) under
   * another learning rate or clipping; its optimiser is fresh. Takes the run's place.
   */
  resume: [{ readonly run: RunId; readonly settings: RunSettings }, OpenedRun];
}
