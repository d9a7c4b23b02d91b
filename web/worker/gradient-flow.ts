/**
 * The gradient of one row, along its tokens: asked of small models of one row, to which the
 * weights are copied, so that neither the training nor its measures are touched.
 */
import type { GradientFlow } from '../shared/gradient-flow';
import type { NamedTensor, RunSettings } from '../shared/protocol';
import { RnnError } from '../shared/rnn-error';
import { Model, type ModelConfig } from './model';
import { copyWeights, weightNames } from './resumption';
import type { Engine } from './rnn';

/** As it is differentiated: the tokens up to the answer, and the class that is right. */
export interface Row {
  readonly tokens: Int32Array;
  readonly label: number;
  readonly output: number;
}

type Differentiated = Pick<
  GradientFlow,
  'loss' | 'h' | 'c' | 'uncut' | 'cuts' | 'predicted' | 'factor' | 'radii' | 'moved'
>;

/** What probe.objective {kind, step, class} differentiates. */
const lossOfAll = [1, -1, 0] as const;
const logit = (output: number): readonly number[] => [2, -1, output];

/**
 * Norms of each step of a one-row tensor. In double precision: squares of what a float still
 * holds would underflow, and overflow, in a float.
 */
function norms({ shape, values }: NamedTensor): number[] {
  const width = shape.at(-1) ?? 1;
  return Array.from({ length: values.length / width }, (_, step) =>
    lengthOf(values.subarray(step * width, (step + 1) * width)),
  );
}

/** By operations that IEEE 754 fixes, so that every browser finds the same bits. */
const lengthOf = (vector: ArrayLike<number>): number =>
  Math.sqrt(Array.from(vector).reduce((sum, value) => sum + value * value, 0));

const sigmoid = (a: number): number => 1 / (1 + Math.exp(-a));

export class GradientProbe {
  readonly #model: Model;
  /** The same where no gradient is cut off; undefined where none is anyway. */
  readonly #uncut: Model | undefined;
  readonly #weights: readonly string[];

  /** @throws RnnError `argument` for a model that the figure cannot speak of. */
  constructor(
    engine: Engine,
    config: ModelConfig,
    private readonly settings: RunSettings,
  ) {
    const { cell, direction, layers, summary } = settings;
    const plain = cell !== 'bag' && direction === 'forward' && layers === 1 && summary === 'last';
    if (!plain || (config.head ?? 'last') !== 'last') {
      throw new RnnError(
        'argument',
        `The gradient is followed through one recurrent layer that reads forward, to an answer ` +
          `from its last state; this model is another one (${cell}, ${direction}, layers: ` +
          `${layers}, ${config.head ?? summary}).`,
      );
    }
    this.#model = new Model(engine, { ...config, maxBatch: 1 });
    this.#weights = weightNames(this.#model);
    if (settings.truncate > 0) {
      this.#uncut = new Model(engine, { ...config, maxBatch: 1, truncate: 0 });
    }
  }

  /** By the weights of this model. */
  differentiate(weights: Model, row: Row): Differentiated {
    for (const model of [this.#model, this.#uncut]) {
      if (model) copyWeights(weights, model, this.#weights);
    }
    const loss = lossAt(this.#model, row);
    const gradient = this.#model.tensor('gradient.layer0.h');
    const h = norms(gradient);
    const lstm = this.settings.cell === 'lstm';
    const c = lstm ? this.#model.tensor('gradient.layer0.c') : null;
    const radii = [...this.#model.tensor('spectral_radius.rnn.weight_hh_l0').values];
    const factor = this.#factor(radii);
    let uncut: number[] | null = null;
    if (this.#uncut) {
      lossAt(this.#uncut, row);
      uncut = norms(this.#uncut.tensor('gradient.layer0.h'));
    }
    return {
      loss,
      h,
      c: c && norms(c),
      uncut,
      cuts: this.#cuts(row.tokens.length),
      predicted: c ? this.#direct(c) : factor === null ? null : powers(h, factor),
      factor,
      radii,
      moved: this.#moved(row),
    };
  }

  #cuts(length: number): number[] {
    const { truncate } = this.settings;
    if (truncate === 0) return [];
    return Array.from({ length: Math.ceil(length / truncate) - 1 }, (_, i) => (i + 1) * truncate);
  }

  /** Of the states of the last pass. */
  #factor([radius = 0]: readonly number[]): number | null {
    const { cell, nonlinearity } = this.settings;
    if (cell !== 'rnn') return null;
    const { values } = this.#model.tensor('layer0.h');
    const slope = nonlinearity === 'relu' ? (h: number) => Number(h > 0) : (h: number) => 1 - h * h;
    const squares = values.reduce((sum, h) => sum + slope(h) ** 2, 0);
    return radius * Math.sqrt(squares / values.length);
  }

  /** ‖σ(b)^k ⊙ ∂L/∂c_T‖, k steps back, b the sum of both biases of the forget gate. */
  #direct({ shape, values }: NamedTensor): number[] {
    const hidden = shape.at(-1) ?? 1;
    const [input, recurrent] = (['rnn.bias_ih_l0', 'rnn.bias_hh_l0'] as const).map((name) =>
      // The forget gate is the second of i f g o.
      this.#model.tensor(name).values.subarray(hidden, 2 * hidden),
    );
    const kept = Array.from({ length: hidden }, (_, unit) =>
      sigmoid((input?.[unit] ?? 0) + (recurrent?.[unit] ?? 0)),
    );
    let direct = Array.from(values.subarray(values.length - hidden));
    const norms = Array.from({ length: values.length / hidden }, () => {
      const norm = lengthOf(direct);
      direct = direct.map((value, unit) => value * (kept[unit] ?? 0));
      return norm;
    });
    return norms.reverse();
  }

  #moved({ tokens, output }: Row): number[] {
    // Connectivity is what the model does, and not what its training is told of it.
    const model = this.#uncut ?? this.#model;
    model.setBatch([tokens]);
    model.setTensor('probe.objective', logit(output));
    model.forward();
    return norms(model.tensor('gradient.layer0.x'));
  }

  close(): void {
    this.#model.destroy();
    this.#uncut?.destroy();
  }
}

/** ‖∂L/∂h_T‖ q^k, k steps back. */
function powers(h: readonly number[], factor: number): number[] {
  let norm = h.at(-1) ?? 0;
  const found = h.map(() => {
    const here = norm;
    norm *= factor;
    return here;
  });
  return found.reverse();
}

/** Fills every gradient of the loss, and returns it. */
function lossAt(model: Model, { tokens, label }: Row): number {
  model.setBatch([tokens], [label]);
  model.setTensor('probe.objective', lossOfAll);
  return model.evaluate().loss;
}

/** Norms along the whole text; the states after the answer have no part in it. */
export const padded = (values: readonly number[], length: number): number[] =>
  Array.from({ length }, (_, step) => values[step] ?? 0);
