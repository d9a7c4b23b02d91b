/**
 * Has a run met a challenge's goal? What the run is, it says itself; what it knows is measured
 * on fresh sequences, which none of its batches and none of its validations can have held.
 */
import { clausesOf, type ChallengeGoal, type ChallengeResult } from '../shared/challenge';
import { RnnError } from '../shared/rnn-error';
import { classifier } from '../shared/settings';
import type { Model } from './model';
import { questionSeed, type Question } from './question';
import { Random, shuffle } from './random';
import type { Run } from './run';
import { Validation, validationBatches } from './validation';
import type { Example } from './word-file';

const { measuredTogether } = classifier;

export class ChallengeQuestion implements Question<ChallengeResult> {
  readonly #validation: Validation;
  readonly #sequences: number;
  readonly #examples: number;
  #measured = 0;

  /**
   * @param model a copy of the run's
   * @param tell hears how many sequences are measured
   */
  constructor(
    model: Model,
    private readonly run: Pick<Run, 'opened' | 'examples'>,
    private readonly goal: ChallengeGoal,
    fresh: readonly Example[],
    private readonly tell: (measured: number) => void,
  ) {
    const { sequences } = goal;
    if (sequences > fresh.length) {
      const message = `sequences is ${sequences}; these data have ${fresh.length} fresh ones.`;
      throw new RnnError('argument', message);
    }
    // The run may train on while its copy is measured.
    this.#examples = run.examples;
    this.#sequences = sequences;
    const drawn = shuffle([...fresh], new Random(questionSeed, 2)).slice(0, sequences);
    this.#validation = new Validation(model, validationBatches(drawn, measuredTogether));
  }

  get done(): boolean {
    return this.#validation.done;
  }

  get share(): number {
    return this.#measured / this.#sequences;
  }

  advance(): void {
    this.#validation.advance();
    this.#measured = Math.min(this.#measured + measuredTogether, this.#sequences);
    this.tell(this.#measured);
  }

  answer(): ChallengeResult {
    const examples = this.#examples;
    const { settings, parameters } = this.run.opened;
    const { accuracy } = this.#validation.point(examples);
    const clauses = clausesOf(this.goal, { settings, parameters, examples, accuracy });
    return {
      settings,
      parameters,
      examples,
      accuracy,
      sequences: this.#sequences,
      clauses,
      met: clauses.every(({ met }) => met === true),
    };
  }
}
