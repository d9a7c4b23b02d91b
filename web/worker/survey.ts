/**
 * Which unit follows a feature? Correlation of every unit with it on one half of the validation
 * part; the strongest is measured on the other half, so that it is not the luck of the choice
 * that is told. Beside it the same with shuffled labels: what the procedure finds in nothing.
 */
import type { FeatureName, Survey } from '../shared/protocol';
import type { Dataset, Example } from './dataset';
import { featureNamed, valuesOf, type Feature } from './feature';
import type { Model } from './model';
import { activityOf, Batches, checkTensor, questionSeed, sampled, type Question } from './question';
import { Random, shuffle } from './random';

/** Pearson's correlation of many x with one y, place by place (Welford's update). */
export class Correlations {
  #places = 0;
  #meanY = 0;
  #squaresY = 0;
  readonly #meanX: Float64Array;
  readonly #squaresX: Float64Array;
  readonly #products: Float64Array;

  constructor(readonly units: number) {
    this.#meanX = new Float64Array(units);
    this.#squaresX = new Float64Array(units);
    this.#products = new Float64Array(units);
  }

  get places(): number {
    return this.#places;
  }

  add(x: Float32Array, y: number): void {
    this.#places += 1;
    const beforeY = y - this.#meanY;
    this.#meanY += beforeY / this.#places;
    const afterY = y - this.#meanY;
    this.#squaresY += beforeY * afterY;
    for (let u = 0; u < this.units; u += 1) {
      const before = x[u]! - this.#meanX[u]!;
      this.#meanX[u]! += before / this.#places;
      this.#squaresX[u]! += before * (x[u]! - this.#meanX[u]!);
      this.#products[u]! += before * afterY;
    }
  }

  /** 0 where one of the two never changes. */
  of(unit: number): number {
    const scale = Math.sqrt(this.#squaresX[unit]! * this.#squaresY);
    const correlation = this.#products[unit]! / scale;
    return Number.isFinite(correlation) ? correlation : 0;
  }

  all(): number[] {
    return Array.from({ length: this.units }, (_, unit) => this.of(unit));
  }
}

/** The unit whose correlation is furthest from 0; the first of equals. */
export function strongest(correlations: readonly number[]): number {
  const sizes = correlations.map(Math.abs);
  return Math.max(0, sizes.indexOf(Math.max(...sizes)));
}

/** A sequence with its feature, and the one that is dealt to it when labels are shuffled. */
interface Labelled extends Example {
  readonly half: 0 | 1;
  readonly values: readonly number[];
  readonly shuffled: readonly number[];
}

/**
 * Labels dealt anew, as they belong: those of sequences to whole sequences (a step-by-step deal
 * would make chance look smaller than it is), those of steps to steps.
 */
export function dealtAnew(
  rows: readonly (readonly number[])[],
  of: Feature['of'],
  random: Random,
): number[][] {
  if (of === 'sequence') {
    const labels = shuffle(
      rows.map(([label = 0]) => label),
      random,
    );
    return rows.map((row, i) => row.map(() => labels[i] ?? 0));
  }
  const labels = shuffle(rows.flat(), random);
  let begin = 0;
  return rows.map(({ length }) => labels.slice(begin, (begin += length)));
}

/** Every other sequence of the sample is of the half on which the unit is chosen. */
function labelledHalf(
  sample: readonly Example[],
  half: 0 | 1,
  feature: Feature,
  fromEnd: boolean,
): Labelled[] {
  const examples = sample.filter((_, i) => i % 2 === half);
  const values = examples.map((example) => valuesOf(feature, example, fromEnd));
  const shuffled = dealtAnew(values, feature.of, new Random(questionSeed, 1, half));
  return examples.map(({ tokens, label }, i) => ({
    tokens,
    label,
    half,
    values: values[i] ?? [],
    shuffled: shuffled[i] ?? [],
  }));
}

export class SurveyQuestion implements Question<Survey> {
  readonly #batches: Batches<Labelled>;
  /** By half. */
  #found: Correlations[] = [];
  #foundShuffled: Correlations[] = [];

  /** @param step of training, at which `model` stands. */
  constructor(
    private readonly model: Model,
    dataset: Dataset,
    private readonly tensor: string,
    private readonly feature: FeatureName,
    private readonly step: number,
  ) {
    checkTensor(model, tensor);
    const named = featureNamed(feature, dataset);
    const fromEnd = tensor.includes('.reverse.');
    const sample = sampled(dataset.validation);
    const halves = ([0, 1] as const).map((half) => labelledHalf(sample, half, named, fromEnd));
    this.#batches = new Batches(halves.flat());
  }

  get done(): boolean {
    return this.#batches.done;
  }

  get share(): number {
    return this.#batches.share;
  }

  advance(): void {
    const batch = this.#batches.take();
    const activity = activityOf(
      this.model,
      batch.map(({ tokens }) => tokens),
      this.tensor,
    );
    if (this.#found.length === 0) {
      const both = (): Correlations[] => [0, 1].map(() => new Correlations(activity.units));
      this.#found = both();
      this.#foundShuffled = both();
    }
    batch.forEach(({ half, values, shuffled }, row) => {
      values.forEach((value, step) => {
        const units = activity.at(step, row);
        this.#found[half]?.add(units, value);
        this.#foundShuffled[half]?.add(units, shuffled[step] ?? 0);
      });
    });
  }

  answer(): Survey {
    const [first, second] = this.#found;
    const [firstShuffled, secondShuffled] = this.#foundShuffled;
    const units = first?.all() ?? [];
    const unit = strongest(units);
    return {
      tensor: this.tensor,
      feature: this.feature,
      unit,
      sign: (units[unit] ?? 0) < 0 ? -1 : 1,
      chosen: units[unit] ?? 0,
      measured: second?.of(unit) ?? 0,
      shuffled: secondShuffled?.of(strongest(firstShuffled?.all() ?? [])) ?? 0,
      places: (first?.places ?? 0) + (second?.places ?? 0),
      units,
      step: this.step,
    };
  }
}
