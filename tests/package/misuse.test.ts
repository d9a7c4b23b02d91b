/** What the installed package says to a caller who is not held by types. */
import { expect, it } from 'vitest';
import { load } from './installed';

const { loadEngine, RnnError, TextClassifier, Vocabulary } = await load();
const engine = await loadEngine();

const vocabulary = new Vocabulary(['a', 'b']);
const settings = { vocabulary, classes: ['x', 'y'] };
const classifier = (more: object = {}) => new TextClassifier(engine, { ...settings, ...more });
const examples = [{ text: 'a', label: 'x' }];
const any = (value: unknown): never => value as never;

const changed = (place: number): Uint8Array => {
  const bytes = classifier().save();
  return bytes.with(place < 0 ? bytes.length + place : place, 0xff);
};

it.each<[string, () => unknown, RegExp]>([
  ['one text', () => Vocabulary.from('a b'), /texts is "a b"; it must be a list of texts/],
  ['no text', () => Vocabulary.from([any(3)]), /The text is 3; it must be a text/],
  ['a unit', () => new Vocabulary([], any('byte')), /unit is "byte"; .* word or character/],
  ['a token twice', () => new Vocabulary(['a', 'a']), /holds "a" twice\. Give each token once/],
  ['minCount', () => Vocabulary.from([], { minCount: 0 }), /minCount is 0; .* whole number from 1/],
  ['maxSize', () => Vocabulary.from([], { maxSize: 1.5 }), /maxSize is 1\.5; .* from 2/],
  ['a list as vocabulary', () => classifier({ vocabulary: ['a'] }), /must be a Vocabulary/],
  ['one class', () => classifier({ classes: ['x'] }), /classes is x; .* two or more names/],
  ['a class twice', () => classifier({ classes: ['x', 'x'] }), /each once/],
  ['a head', () => classifier({ head: 'each' }), /head is "each"; it must be last or mean/],
  ['a typing error', () => classifier({ hiden: 3 }), /no setting 'hiden'\. It has vocabulary, /],
  ['no unit', () => classifier({ hidden: 0 }), /hidden is 0, it can be 1 to 4096/],
  ['a batch', () => classifier({ batchSize: -1 }), /batchSize is -1; .* from 1/],
  ['epochs', () => classifier().fit(examples, { epochs: 0 }), /epochs is 0; .* from 1/],
  ['no example', () => classifier().fit([]), /examples is ; .* at least one/],
  ['a text alone', () => classifier().fit([any('a')]), /examples\[0\]\.text is undefined/],
  ['nothing', () => classifier().evaluate([any(null)]), /examples\[0\]\.text is undefined/],
  [
    'a class that is none',
    () => classifier().fit([...examples, { text: 'b', label: 'z' }]),
    /examples\[1\]\.label is "z"; it must be one of x, y/,
  ],
  ['a number to classify', () => classifier().predict(any(3)), /is 3; .* a text or a list/],
  ['foreign bytes', () => new TextClassifier(engine, new Uint8Array(99)), /99 bytes are no saved/],
  ['no byte', () => new TextClassifier(engine, new Uint8Array()), /0 bytes are no saved/],
  ['a changed word', () => new TextClassifier(engine, changed(20)), /cut short or changed/],
  ['a changed length', () => new TextClassifier(engine, changed(11)), /cut short or changed/],
  ['a changed weight', () => new TextClassifier(engine, changed(-9)), /saved model|changed|sum/],
])('%s is refused with fact and remedy', async (_, act, message) => {
  const error: unknown = await Promise.resolve()
    .then(act)
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(RnnError);
  expect(error).toMatchObject({ code: 'argument', message: expect.stringMatching(message) });
});

it('a second fit under way is refused, and the first goes on', async () => {
  const one = classifier();
  const first = one.fit(Array(4_000).fill(examples).flat());
  await expect(one.fit(examples)).rejects.toMatchObject({ code: 'state' });
  expect((await first)[0]?.count).toBe(4_000);
  expect(await one.fit(examples)).toHaveLength(1);
});

it('a classifier that was destroyed is refused', () => {
  const one = classifier();
  one.destroy();
  expect(() => one.predict('a')).toThrow(expect.objectContaining({ code: 'state' }));
});
