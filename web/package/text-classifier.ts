/** Texts → a model that tells their classes: vocabulary, batches and epochs around one `Model`. */
import { RnnError } from '../shared/rnn-error';
import { Random, shuffle } from '../worker/random';
import { unknownToken } from '../worker/tokenizer';
import { pack, unpack } from './classifier-file';
import type * as declared from './types';
import { refuse, wholeFrom } from './refuse';
import { Vocabulary } from './vocabulary';

interface Reading {
  /** Token ids, at least one. */
  readonly ids: Int32Array;
  /** Tokens that were cut off. */
  readonly cut: number;
}

interface Row extends Reading {
  readonly label: number;
}

const idsOf = (batch: readonly Reading[]): Int32Array[] => batch.map(({ ids }) => ids);
const labelsOf = (batch: readonly Row[]): number[] => batch.map(({ label }) => label);

/** A browser draws and listens at least so often while `fit` is at work. */
const breathMilliseconds = 30;

const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

function configOf(settings: declared.ClassifierSettings): declared.ModelConfig {
  const { vocabulary, classes, batchSize = 32, ...rest } = settings;
  const bag = settings.cell === 'bag';
  const head = rest.head ?? (bag ? 'mean' : 'last');
  if (head !== 'last' && head !== 'mean') refuse('head', head, 'last or mean: one answer a text');
  return {
    embedding: 32,
    ...(bag ? {} : { hidden: 32 }),
    maxLength: 64,
    learningRate: 0.005,
    clipNorm: 1,
    ...rest,
    head,
    vocabulary: vocabulary.size,
    classes: classes.length,
    maxBatch: wholeFrom(1, 'batchSize', batchSize),
  };
}

export class TextClassifier {
  readonly vocabulary: declared.Vocabulary;
  readonly classes: readonly string[];
  readonly model: declared.Model;
  readonly #labels: ReadonlyMap<string, number>;
  readonly #batchSize: number;
  readonly #maxLength: number;
  readonly #seed: number;
  #epochs = 0;
  #fitting = false;

  constructor(engine: declared.Engine, source: declared.ClassifierSettings | Uint8Array) {
    if (source instanceof Uint8Array) {
      const { head, model } = unpack(source);
      this.vocabulary = new Vocabulary(head.tokens, head.unit);
      this.classes = head.classes;
      this.model = engine.createModel(model);
      this.#epochs = head.epochs;
    } else {
      const { vocabulary, classes } = source;
      if (!(vocabulary instanceof Vocabulary)) {
        refuse('vocabulary', vocabulary, 'a Vocabulary, as Vocabulary.from(texts) makes it');
      }
      const distinct = Array.isArray(classes) && new Set(classes).size === classes.length;
      if (!distinct || classes.length < 2) {
        refuse('classes', classes, 'a list of two or more names, each once');
      }
      this.vocabulary = vocabulary;
      this.classes = Object.freeze([...classes]);
      this.model = engine.createModel(configOf(source));
    }
    this.#labels = new Map(this.classes.map((name, label) => [name, label]));
    const inForce = this.model.configuration();
    this.#batchSize = Number(inForce.get('max_batch'));
    this.#maxLength = Number(inForce.get('max_length'));
    this.#seed = Number(inForce.get('seed'));
  }

  async fit(
    examples: readonly declared.LabelledText[],
    { epochs = 1, onEpoch }: declared.FitOptions = {},
  ): Promise<declared.EpochReport[]> {
    wholeFrom(1, 'epochs', epochs);
    const rows = this.#rows(examples);
    if (this.#fitting) {
      throw new RnnError('state', 'The classifier is being fitted already. Await that first.');
    }
    this.#fitting = true;
    try {
      const reports: declared.EpochReport[] = [];
      for (let done = 0; done < epochs; done += 1) {
        const report = await this.#epoch(rows);
        reports.push(report);
        onEpoch?.(report);
        if (report.divergedAt > 0) break;
      }
      return reports;
    } finally {
      this.#fitting = false;
    }
  }

  async #epoch(rows: readonly Row[]): Promise<declared.EpochReport> {
    const epoch = this.#epochs + 1;
    const order = shuffle([...rows], new Random(this.#seed, epoch));
    const sum = { loss: 0, correct: 0, count: 0 };
    let { step, divergedAt } = this.model.report();
    let breathed = performance.now();
    for (const batch of this.#batches(order)) {
      this.model.setBatch(idsOf(batch), labelsOf(batch));
      const report = this.model.trainStep();
      ({ step, divergedAt } = report);
      if (divergedAt > 0) break;
      sum.loss += report.loss * report.count;
      sum.correct += report.correct;
      sum.count += report.count;
      if (performance.now() - breathed > breathMilliseconds) {
        await breathe();
        breathed = performance.now();
      }
    }
    this.#epochs = epoch;
    const { loss, correct, count } = sum;
    return { epoch, step, divergedAt, loss: loss / count, accuracy: correct / count, count };
  }

  evaluate(examples: readonly declared.LabelledText[]): declared.Evaluation {
    const rows = this.#rows(examples);
    this.model.beginEvaluation();
    for (const batch of this.#batches(rows)) {
      this.model.setBatch(idsOf(batch), labelsOf(batch));
      this.model.evaluate();
    }
    const { loss, correct, count } = this.model.report().evaluated;
    return { loss, accuracy: correct / count, count };
  }

  predict(text: string): declared.Prediction;
  predict(texts: readonly string[]): declared.Prediction[];
  predict(texts: string | readonly string[]): declared.Prediction | declared.Prediction[] {
    if (typeof texts === 'string') return this.#predictAll([texts])[0]!;
    if (!Array.isArray(texts))
      refuse('What is to be classified', texts, 'a text or a list of texts');
    return this.#predictAll(texts);
  }

  #predictAll(texts: readonly string[]): declared.Prediction[] {
    const readings = texts.map((text) => this.#read(text));
    return [...this.#batches(readings)].flatMap((batch) => {
      this.model.setBatch(idsOf(batch));
      this.model.forward();
      const { values } = this.model.tensor('probabilities');
      const width = this.classes.length;
      return batch.map((reading, row) =>
        this.#prediction(reading, values.subarray(row * width, (row + 1) * width)),
      );
    });
  }

  #prediction({ ids, cut }: Reading, row: Float32Array): declared.Prediction {
    const label = this.classes[row.indexOf(Math.max(...row))]!;
    const pairs = this.classes.map((name, place) => [name, row[place]!] as const);
    const unknown = ids.filter((id) => id === unknownToken).length;
    return { label, probabilities: Object.fromEntries(pairs), read: ids.length, unknown, cut };
  }

  save(): Uint8Array {
    const { unit, tokens } = this.vocabulary;
    const head = { unit, tokens, classes: this.classes, epochs: this.#epochs };
    return pack(head, this.model.save());
  }

  destroy(): void {
    this.model.destroy();
  }

  *#batches<Item>(items: readonly Item[]): Generator<Item[]> {
    for (let from = 0; from < items.length; from += this.#batchSize) {
      yield items.slice(from, from + this.#batchSize);
    }
  }

  #rows(examples: readonly declared.LabelledText[]): Row[] {
    if (!Array.isArray(examples) || examples.length === 0) {
      refuse('examples', examples, 'a list of at least one { text, label }');
    }
    return examples.map((example, place) => {
      const { text, label: name } = (example ?? {}) as Partial<declared.LabelledText>;
      if (typeof text !== 'string') refuse(`examples[${place}].text`, text, 'a text');
      const label = this.#labels.get(name as string);
      if (label === undefined) {
        return refuse(`examples[${place}].label`, name, `one of ${this.classes.join(', ')}`);
      }
      return { ...this.#read(text), label };
    });
  }

  /** A text without a token is read as one that is not known: the engine reads no empty row. */
  #read(text: string): Reading {
    const all = this.vocabulary.encode(text);
    const ids = all.length > 0 ? all.subarray(0, this.#maxLength) : Int32Array.of(unknownToken);
    return { ids, cut: Math.max(0, all.length - this.#maxLength) };
  }
}
