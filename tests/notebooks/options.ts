/** What the command line asks for. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { corpusOf, type Corpus } from './corpus';
import type { Extent } from './experiment';
import { recipes, twoLayers, type Recipe } from './recipes';

/** The caller's mistake: the message is all there is to say. */
export class UsageError extends Error {}

export interface Options {
  readonly extent: Extent;
  readonly models: readonly Recipe[];
  readonly small: boolean;
  readonly pytorchCache: string | undefined;
  readonly json: string | undefined;
}

const longest = 60;
/** Which records are held out is the same for every seed of the models. */
const cutSeed = 1;

export function readOptions(args: readonly string[]): Options {
  const values = parsed(args);
  const seeds = wholeNumber('seeds', values.seeds);
  return {
    extent: {
      seeds: Array.from({ length: seeds }, (_, place) => place + 1),
      epochs: wholeNumber('epochs', values.epochs),
      steps: wholeNumber('steps', values.steps),
    },
    models: chosen(values.only),
    small: values.small,
    pytorchCache: values['pytorch-cache'],
    json: values.json,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        seeds: { type: 'string', default: '5' },
        epochs: { type: 'string', default: '6' },
        steps: { type: 'string', default: '100' },
        only: { type: 'string' },
        'pytorch-cache': { type: 'string' },
        json: { type: 'string' },
        small: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError((error as Error).message, { cause: error });
  }
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1) return number;
  throw new UsageError(`--${name} takes a whole number from 1, not '${text}'.`);
}

function chosen(only: string | undefined): Recipe[] {
  const all = [...recipes, twoLayers];
  const names = only?.split(',') ?? all.map(({ name }) => name);
  const unknown = names.filter((name) => !all.some((recipe) => recipe.name === name));
  if (unknown.length === 0) return all.filter(({ name }) => names.includes(name));
  const known = all.map(({ name }) => name).join(', ');
  throw new UsageError(`There is no model '${unknown.join("', '")}'; there are ${known}.`);
}

/** The file that AG_NEWS_CSV names, or our own small one. */
export function corpusFor({ small }: Options): Corpus {
  const file = small ? new URL('small.csv', import.meta.url) : process.env['AG_NEWS_CSV'];
  if (file === undefined || file === '') {
    throw new UsageError(
      'Set AG_NEWS_CSV to a CSV file of AG News, with class, title and text on each line; ' +
        'or try --small.',
    );
  }
  const heldOut = small ? 16 : 1_000;
  return corpusOf(readFileSync(file, 'utf8'), { heldOut, longest, seed: cutSeed });
}
