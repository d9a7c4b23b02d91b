/** Goes on from the weights of another run: what may change, and what is taken over. */
import type { RunSettings } from '../shared/protocol';
import { RnnError } from '../shared/rnn-error';
import { runFieldNames } from '../shared/settings';
import type { Model } from './model';

const mayChange: ReadonlySet<string> = new Set(['learningRate', 'clipNorm']);

/** @throws RnnError `argument` */
export function checkResumption(before: RunSettings, now: RunSettings): void {
  const fixed = (['dataset', ...runFieldNames] as const).filter((name) => !mayChange.has(name));
  const changed = fixed.find((name) => before[name] !== now[name]);
  if (changed === undefined) return;
  throw new RnnError(
    'argument',
    `${changed} was ${before[changed]} and is to be ${now[changed]}; a run that goes on may change ` +
      `${[...mayChange].join(' and ')} alone. Open a fresh run for anything else.`,
  );
}

const isWeight = (name: string): boolean => /^(embedding|rnn|head)\./u.test(name);

export const weightNames = (model: Model): readonly string[] =>
  model.tensorNames().filter(isWeight);

/** Between models of the same shape. */
export function copyWeights(
  from: Model,
  to: Model,
  names: readonly string[] = weightNames(from),
): void {
  for (const name of names) to.setTensor(name, from.tensor(name).values);
}
