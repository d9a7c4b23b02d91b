/** A text as a model reads it, and its answers on the way. */
import type { NamedTensor, Reading } from '../shared/protocol';
import { classifier } from '../shared/settings';
import type { Dataset } from './dataset';
import type { Model } from './model';
import { tokenize, unknownToken, type Tokenized } from './tokenizer';

const { measuredTogether } = classifier;

export function readable(dataset: Dataset, text: string): Tokenized & Pick<Reading, 'known'> {
  const tokenized = tokenize(text, dataset.alphabet, dataset.info.maxLength);
  return { ...tokenized, known: Array.from(tokenized.tokens, (token) => token !== unknownToken) };
}

/** The probabilities of the classes after each token; in marked data at each, once all are read. */
export function answers(model: Model, dataset: Dataset, tokens: Int32Array): number[][] {
  return dataset.info.marked ? atEach(model, tokens) : afterEach(model, tokens);
}

function atEach(model: Model, tokens: Int32Array): number[][] {
  if (tokens.length === 0) return [];
  model.setBatch([tokens]);
  model.forward();
  return rows(model.tensor('probabilities'));
}

function afterEach(model: Model, tokens: Int32Array): number[][] {
  const prefixes = Array.from(tokens, (_, i) => tokens.subarray(0, i + 1));
  const probabilities: number[][] = [];
  for (let from = 0; from < prefixes.length; from += measuredTogether) {
    model.setBatch(prefixes.slice(from, from + measuredTogether));
    model.forward();
    probabilities.push(...rows(model.tensor('probabilities')));
  }
  return probabilities;
}

function rows({ shape, values }: NamedTensor): number[][] {
  const width = shape.at(-1) ?? 1;
  return Array.from({ length: values.length / width }, (_, row) => [
    ...values.subarray(row * width, (row + 1) * width),
  ]);
}
