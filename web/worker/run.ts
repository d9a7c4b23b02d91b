/**
 * One training run, apart from any worker, page or clock: the same settings give the same
 * bits, however the work is cut into calls of `advance` and whatever is read in between.
 */
import type {
  Look,
  LossPoint,
  NamedTensor,
  OpenedRun,
  Reading,
  RunSettings,
  RunStatus,
  StopRule,
  ValidationPoint,
} from '../shared/protocol';
import { classifier } from '../shared/settings';
import type { Dataset, TrainingOrder } from './dataset';
import { checkResumption, copyWeights } from './resumption';
import { Model } from './model';
import type { Engine } from './rnn';
import { modelConfig } from './run-model';
import { answers, readable } from './reading';
import { batchOf, Validation, validationBatches, type Batch } from './validation';

const { lossEvery, measuredTogether, validateEvery } = classifier;

const stop: StopRule = { maxExamples: classifier.maxExamples, patience: classifier.patience };

export class Run {
  readonly opened: OpenedRun;
  readonly losses: LossPoint[] = [];
  readonly validations: ValidationPoint[] = [];
  readonly #engine: Engine;
  readonly #model: Model;
  readonly #order: TrainingOrder;
  readonly #validationBatches: readonly Batch[];
  /** Of the whole gradient before clipping, one a training step; the last may not be finite. */
  readonly norms: number[] = [];
  readonly #closing: (() => void)[] = [];
  /** The validation point that is being measured; one is due before the first example. */
  #validation: Validation | undefined;
  #examples = 0;
  #step = 0;
  /** Steps of the run that this one goes on from. */
  #stepsBefore = 0;
  /** Losses of the batches since the last point, summed. */
  #lossSum = 0;
  #lossBatches = 0;
  #best = { accuracy: -1, examples: 0 };
  #end: Partial<RunStatus> | undefined;

  constructor(
    engine: Engine,
    readonly dataset: Dataset,
    settings: RunSettings,
  ) {
    const data = dataset.info;
    this.#engine = engine;
    this.#model = new Model(engine, modelConfig(settings, data, dataset.alphabet.size));
    this.#order = dataset.order(settings.seed);
    this.#validationBatches = validationBatches(dataset.validation, measuredTogether);
    this.#validation = new Validation(this.#model, this.#validationBatches);
    const { batch } = settings;
    this.opened = { settings, data, parameters: this.#model.parameters, batch, stop };
  }

  get examples(): number {
    return this.#examples;
  }

  /** Where the run stands when nobody drives it. */
  get status(): RunStatus {
    return { phase: 'paused', step: this.#step, examples: this.#examples, ...this.#end };
  }

  /** Is there work to do until `target` examples have been seen, and measured where due? */
  isDue(target: number): boolean {
    if (this.#end !== undefined) return false;
    return this.#validation !== undefined || this.#examples < target;
  }

  /** Will words that are not here yet be needed on the way to `target` examples? */
  needsRestFor(target: number): boolean {
    const { batch } = this.opened;
    const last = Math.ceil(Math.min(target, stop.maxExamples) / batch) * batch;
    return !this.dataset.complete && last > this.dataset.firstTraining;
  }

  /** Does the next `advance` need words that are not here yet? */
  get needsRestNow(): boolean {
    return this.#validation === undefined && this.needsRestFor(this.#examples + 1);
  }

  /** The smallest piece of work: one batch, measured or trained. */
  advance(): void {
    if (this.#end !== undefined) return;
    if (this.#validation === undefined) this.#train();
    else this.#measure(this.#validation);
  }

  #train(): void {
    const { batch } = this.opened;
    const indices = this.#order.next(batch);
    if (indices === undefined) return;
    const examples = Array.from(indices, (index) => this.dataset.example(index));
    const { sequences, labels } = batchOf(examples);
    this.#model.setBatch(sequences, labels);
    const report = this.#model.trainStep();
    this.norms.push(report.gradientNorm);
    if (report.divergedAt > 0) {
      const [before, { divergedAt, keptStep }] = [this.#stepsBefore, report];
      const at = { divergedAt: divergedAt + before, keptStep: keptStep + before };
      this.#end = { phase: 'diverged', ...at };
      return;
    }
    this.#step = report.step + this.#stepsBefore;
    this.#examples += batch;
    this.#lossSum += report.loss;
    this.#lossBatches += 1;
    // A batch that is no divisor of a stretch ends it with the step that goes beyond.
    if (this.#examples % lossEvery < batch) this.#markLoss();
    if (this.#examples % validateEvery < batch || this.#examples >= stop.maxExamples) {
      this.#validation = new Validation(this.#model, this.#validationBatches);
    }
  }

  #markLoss(): void {
    this.losses.push({ examples: this.#examples, loss: this.#lossSum / this.#lossBatches });
    this.#lossSum = 0;
    this.#lossBatches = 0;
  }

  #measure(validation: Validation): void {
    validation.advance();
    if (!validation.done) return;
    this.#validation = undefined;
    const point = validation.point(this.#examples);
    this.validations.push(point);
    if (point.accuracy > this.#best.accuracy) this.#best = point;
    if (point.examples >= stop.maxExamples) {
      this.#end = { phase: 'finished', ended: 'max-examples' };
    } else if (point.examples - this.#best.examples >= stop.patience) {
      this.#end = { phase: 'finished', ended: 'no-progress' };
    }
  }

  /** Training step of the weights in force. */
  get weightsStep(): number {
    return this.#end?.keptStep ?? this.#step;
  }

  /** The model's answer after each token, by the weights as they are now. */
  read(text: string): Reading {
    const { characters, tokens, known, cut } = readable(this.dataset, text);
    const probabilities = answers(this.#model, this.dataset, tokens);
    const place = this.dataset.answerPlace(text, tokens);
    return { characters, known, probabilities, place, cut, step: this.weightsStep };
  }

  /** One pass over the whole text, by the weights as they are now. */
  look(text: string, names: readonly string[]): Look {
    const { characters, tokens, known, cut } = readable(this.dataset, text);
    if (tokens.length > 0) {
      this.#model.setBatch([tokens]);
      this.#model.forward();
    }
    // A name that is none is refused, whatever the text.
    const tensors = names.map((name) => this.#model.tensor(name));
    return {
      tokens: characters,
      known,
      cut,
      step: this.weightsStep,
      tensors: tokens.length > 0 ? tensors : [],
    };
  }

  tensor(name: string): NamedTensor {
    return this.#model.tensor(name);
  }

  /** A second model with the weights as they are now, which stay; the caller frees it. */
  snapshot(): Model {
    return new Model(this.#engine, this.#model.save());
  }

  /** Lends the weights as they are now, to be read. */
  lend<Answer>(ask: (weights: Model, engine: Engine) => Answer): Answer {
    return ask(this.#model, this.#engine);
  }

  /** What is freed with the model. */
  whenClosed(free: () => void): void {
    this.#closing.push(free);
  }

  /**
   * A second run that goes on from the weights in force, on the examples that follow them, under
   * another learning rate or clipping. @throws RnnError `argument` for any other change
   */
  resumed(settings: RunSettings): Run {
    checkResumption(this.opened.settings, settings);
    const run = new Run(this.#engine, this.dataset, settings);
    copyWeights(this.#model, run.#model);
    const step = (run.#step = run.#stepsBefore = this.weightsStep);
    const examples = (run.#examples = step * settings.batch);
    while (run.#order.examples < examples) run.#order.next(settings.batch);
    run.losses.push(...this.losses.filter((point) => point.examples <= examples));
    run.validations.push(...this.validations.filter((point) => point.examples <= examples));
    run.#best = this.#best;
    run.norms.push(...this.norms.slice(0, step));
    if (run.validations.length > 0) run.#validation = undefined;
    return run;
  }

  /** Frees the model; the run cannot be used any more. */
  close(): void {
    for (const free of this.#closing) free();
    this.#model.destroy();
  }
}
