/** The examples that no run sees, and the proof that this is so. */
import { RnnError } from '../shared/rnn-error';
import type { Dataset } from './dataset';
import { parseWords, type Example } from './word-file';

/** @throws RnnError `argument`: these data have none. */
export function checkHasFresh({ fresh, info }: Dataset): void {
  if (fresh > 0) return;
  const message = `The data ${info.id} have no fresh examples; a challenge needs data of a grammar that makes some.`;
  throw new RnnError('argument', message);
}

/**
 * The examples of `fresh.txt`, held against every one that a run trains on or is validated with.
 * @throws RnnError `internal`: the file is not what info.json says, or a run could know an example
 */
export function readFresh(dataset: Dataset, text: string): readonly Example[] {
  const { alphabet, info } = dataset;
  const { id, classes, marked, maxLength } = info;
  const file = `${id}/fresh.txt`;
  const refuse = (fact: string): never => {
    throw new RnnError('internal', `${file} ${fact}. Build the data again: npm run build`);
  };
  const rules = { file, classes, alphabet, marked, maxLength, parts: ['fresh'] };
  const list = parseWords(text, rules).get('fresh');
  const examples = Array.from({ length: list?.length ?? 0 }, (_, i) => list!.at(i));
  if (examples.length !== dataset.fresh) {
    refuse(`holds ${examples.length} examples, info.json says ${dataset.fresh}`);
  }
  if (!dataset.complete) refuse('cannot be held against training words that are not here');
  const known = new Set(dataset.validation.map(keyOf));
  for (let index = 0; index < dataset.training; index += 1) {
    known.add(keyOf(dataset.example(index)));
  }
  const seen = examples.find((example) => known.has(keyOf(example)));
  if (seen !== undefined) refuse(`holds "${dataset.textOf(seen)}", which runs know`);
  return examples;
}

const keyOf = ({ tokens }: Example): string => tokens.join(' ');
