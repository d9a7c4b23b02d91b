/** Features of a step that follow from tokens and class alone, by name: see `FeatureName`. */
import { RnnError } from '../shared/rnn-error';
import type { Dataset, Example } from './dataset';
import { normalise, unknownToken } from './tokenizer';

export interface Feature {
  /** Has a sequence one value, or each of its steps its own? */
  readonly of: 'sequence' | 'step';
  /** Its value at each step, in the order of the tokens that are given. */
  values(example: FeatureExample): number[];
}

export interface FeatureExample {
  readonly tokens: readonly number[];
  readonly label: number;
}

/** What a feature is told of the data. */
export type FeatureData = Pick<Dataset, 'info' | 'alphabet' | 'textOf'>;

const bit = (truth: boolean): number => (truth ? 1 : 0);

/** Letters that are one once their accents are taken away. */
const vowel = /^[aeiouy]\p{M}*$/u;

function refuse(feature: string, expected: string): never {
  throw new RnnError('argument', `feature is "${feature}"; it must be ${expected}.`);
}

function classFeature(feature: string, key: string, { info }: FeatureData): Feature {
  const label = info.classes.indexOf(key);
  if (label < 0) {
    refuse(feature, `"class:" and one of ${info.classes.slice(0, 20).join(', ')}`);
  }
  return {
    of: 'sequence',
    values: (example) => example.tokens.map(() => bit(example.label === label)),
  };
}

function tokenNamed(feature: string, text: string, { alphabet }: FeatureData): number {
  const token = alphabet.tokenOf(text) || alphabet.tokenOf(normalise(text));
  if (token === unknownToken) {
    refuse(feature, `of one of the ${alphabet.size - 1} tokens that the data has`);
  }
  return token;
}

function tokenFeature(feature: string, text: string, data: FeatureData): Feature {
  const token = tokenNamed(feature, text, data);
  return { of: 'step', values: ({ tokens }) => tokens.map((read) => bit(read === token)) };
}

function seenFeature(feature: string, text: string, data: FeatureData): Feature {
  const token = tokenNamed(feature, text, data);
  return {
    of: 'step',
    values: ({ tokens }) => {
      const first = tokens.indexOf(token);
      return tokens.map((_, step) => bit(first >= 0 && step >= first));
    },
  };
}

function vowelFeature(feature: string, data: FeatureData): Feature {
  const texts = Array.from({ length: data.alphabet.size }, (_, token) =>
    token === unknownToken ? '' : data.textOf({ tokens: Uint16Array.of(token), label: 0 }),
  );
  const isVowel = texts.map((text) => vowel.test(text.normalize('NFD')));
  if (texts.some((text) => [...text].length > 1) || !isVowel.includes(true)) {
    refuse(feature, 'another: the tokens of these data are not letters');
  }
  return { of: 'step', values: ({ tokens }) => tokens.map((read) => bit(isVowel[read] === true)) };
}

/** @throws RnnError `argument` for what these data do not have, naming what they have. */
export function featureNamed(feature: string, data: FeatureData): Feature {
  const [kind = '', ...rest] = feature.split(':');
  const text = rest.join(':');
  const plain = rest.length === 0;
  if (kind === 'class' && !plain) return classFeature(feature, text, data);
  if (kind === 'token' && !plain) return tokenFeature(feature, text, data);
  if (kind === 'seen' && !plain) return seenFeature(feature, text, data);
  if (kind === 'vowel' && plain) return vowelFeature(feature, data);
  if (kind === 'position' && plain) {
    return { of: 'step', values: ({ tokens }) => tokens.map((_, step) => step) };
  }
  return refuse(feature, 'class:…, token:…, seen:…, vowel or position');
}

/** The feature at each step of an example, where a tensor reads it from its end or its start. */
export function valuesOf(feature: Feature, { tokens, label }: Example, fromEnd: boolean): number[] {
  const read = Array.from(tokens);
  if (!fromEnd) return feature.values({ tokens: read, label });
  return feature.values({ tokens: read.reverse(), label }).reverse();
}
