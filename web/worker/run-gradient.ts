/** What a run says of its gradient: along the tokens of one row, and step by step of the training. */
import type { GradientFlow, GradientQuestion, RunSettings } from '../shared/protocol';
import { RnnError } from '../shared/rnn-error';
import type { Dataset } from './dataset';
import { GradientProbe, padded } from './gradient-flow';
import type { Model } from './model';
import type { Engine } from './rnn';
import { modelConfig } from './run-model';
import { tokenize, unknownToken } from './tokenizer';

/** Training steps whose norms are told. */
const told = 120;

export class RunGradient {
  /** Of the whole gradient before clipping, one a training step; the last may not be finite. */
  readonly norms: number[] = [];
  #probe: GradientProbe | undefined;

  constructor(
    private readonly engine: Engine,
    private readonly dataset: Dataset,
    private readonly settings: RunSettings,
  ) {}

  /** @param step training step of these weights */
  answer(weights: Model, question: GradientQuestion, step: number): GradientFlow {
    const { dataset } = this;
    const { text, label } = this.#row(question);
    const { characters, tokens, cut } = tokenize(text, dataset.alphabet, dataset.info.maxLength);
    if (tokens.length === 0) {
      throw new RnnError('argument', 'text has no token that the model reads. Write one.');
    }
    const output = this.#class('output', question.output ?? label);
    const position = Math.min(question.position, tokens.length - 1);
    const read = tokens.subarray(0, position + 1);
    const found = this.#asked().differentiate(weights, { tokens: read, label, output });
    const whole = (values: readonly number[]): number[] => padded(values, tokens.length);
    const first = Math.max(0, this.norms.length - told);
    return {
      ...found,
      h: whole(found.h),
      c: found.c && whole(found.c),
      uncut: found.uncut && whole(found.uncut),
      moved: whole(found.moved),
      text,
      tokens: characters,
      known: Array.from(tokens, (token) => token !== unknownToken),
      cut,
      examples: dataset.validation.length,
      position,
      label,
      output,
      norms: { first, values: this.norms.slice(first) },
      step,
    };
  }

  #row({ text, example, label }: GradientQuestion): { text: string; label: number } {
    if (text !== null) {
      if (label === null) {
        throw new RnnError('argument', 'label is null; a text of one’s own needs its right class.');
      }
      return { text, label: this.#class('label', label) };
    }
    const { validation } = this.dataset;
    const own = validation[Math.min(example, validation.length - 1)];
    if (own === undefined) throw new RnnError('internal', 'The validation part is empty.');
    return { text: this.dataset.textOf(own), label: this.#class('label', label ?? own.label) };
  }

  #class(name: string, value: number): number {
    const { length } = this.dataset.info.classes;
    if (value < length) return value;
    throw new RnnError('argument', `${name} is ${value}; there are ${length} classes, from 0.`);
  }

  /** Made with the first question. */
  #asked(): GradientProbe {
    const { engine, settings, dataset } = this;
    const config = modelConfig(settings, dataset.info, dataset.alphabet.size);
    this.#probe ??= new GradientProbe(engine, config, settings);
    return this.#probe;
  }

  close(): void {
    this.#probe?.close();
  }
}
