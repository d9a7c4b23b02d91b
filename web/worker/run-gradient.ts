/** What a run says of its gradient: along the tokens of one row, and step by step of the training. */
import type { GradientFlow, GradientQuestion } from '../shared/protocol';
import { RnnError } from '../shared/rnn-error';
import type { Dataset } from './dataset';
import { GradientProbe, padded } from './gradient-flow';
import type { Engine } from './rnn';
import type { Run } from './run';
import { modelConfig } from './run-model';
import { tokenize, unknownToken } from './tokenizer';

/** Training steps whose norms are told. */
const told = 120;

/** Made with a run's first question; freed with the run. */
const probes = new WeakMap<Run, GradientProbe>();

/** By the weights as they are now. */
export function gradientOf(run: Run, question: GradientQuestion): GradientFlow {
  const { dataset, norms } = run;
  const { text, label } = rowOf(dataset, question);
  const { characters, tokens, cut } = tokenize(text, dataset.alphabet, dataset.info.maxLength);
  if (tokens.length === 0) {
    throw new RnnError('argument', 'text has no token that the model reads. Write one.');
  }
  const output = classOf(dataset, 'output', question.output ?? label);
  const position = Math.min(question.position, tokens.length - 1);
  const row = { tokens: tokens.subarray(0, position + 1), label, output };
  const found = run.lend((weights, engine) => probeOf(run, engine).differentiate(weights, row));
  const whole = (values: readonly number[]): number[] => padded(values, tokens.length);
  const first = Math.max(0, norms.length - told);
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
    norms: { first, values: norms.slice(first) },
    step: run.weightsStep,
  };
}

function rowOf(
  dataset: Dataset,
  { text, example, label }: GradientQuestion,
): { readonly text: string; readonly label: number } {
  if (text !== null) {
    if (label === null) {
      throw new RnnError('argument', 'label is null; a text of one’s own needs its right class.');
    }
    return { text, label: classOf(dataset, 'label', label) };
  }
  const { validation } = dataset;
  const own = validation[Math.min(example, validation.length - 1)];
  if (own === undefined) throw new RnnError('internal', 'The validation part is empty.');
  return { text: dataset.textOf(own), label: classOf(dataset, 'label', label ?? own.label) };
}

function classOf(dataset: Dataset, name: string, value: number): number {
  const { length } = dataset.info.classes;
  if (value < length) return value;
  throw new RnnError('argument', `${name} is ${value}; there are ${length} classes, from 0.`);
}

function probeOf(run: Run, engine: Engine): GradientProbe {
  const known = probes.get(run);
  if (known) return known;
  const { settings, data } = run.opened;
  const config = modelConfig(settings, data, run.dataset.alphabet.size);
  const probe = new GradientProbe(engine, config, settings);
  probes.set(run, probe);
  run.whenClosed(() => probe.close());
  return probe;
}
