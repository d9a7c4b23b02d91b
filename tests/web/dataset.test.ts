import { describe, expect, it } from 'vitest';
import { Dataset, type TrainingOrder } from '../../web/worker/dataset';
import { batchOf } from '../../web/worker/validation';

const info = {
  id: 'tiny',
  classes: ['x', 'y'],
  alphabet: 'abcdef',
  counts: { training: { x: 6, y: 4 }, validation: { x: 1, y: 2 }, test: { x: 0, y: 0 } },
  firstTraining: 6,
  largestClass: 2 / 3,
};
const first = [
  '## Where it comes from.',
  '# validation x',
  'fa',
  '# validation y',
  'fé',
  'f',
  '# training x',
  'a',
  'ab',
  'abc',
  '# training y',
  'b',
  'bc',
  'bcd',
  '',
].join('\n');
const rest = '# training x\nd\nda\ndab\n# training y\ne\n';

const tiny = (): Dataset => Dataset.fromFirst(info, first);
const whole = (): Dataset => {
  const dataset = tiny();
  dataset.addRest(rest);
  return dataset;
};
const take = (order: TrainingOrder, batch: number, times: number): number[] =>
  Array.from({ length: times }, () => [...(order.next(batch) ?? [])]).flat();
const sorted = (indices: readonly number[]): number[] => [...indices].sort((a, b) => a - b);
const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, i) => from + i);

describe('reading a data set', () => {
  it('says what it is before and after the rest', () => {
    const dataset = tiny();
    expect(dataset.info).toMatchObject({ id: 'tiny', training: 10, validation: 3 });
    expect(dataset.info.maxLength).toBe(40);
    expect([dataset.training, dataset.complete]).toEqual([6, false]);
    dataset.addRest(rest);
    expect([dataset.training, dataset.complete]).toEqual([10, true]);
    dataset.addRest(rest);
    expect(dataset.training).toBe(10);
  });

  it('holds tokens and labels of every word', () => {
    const dataset = whole();
    const words = range(0, 10).map((i) => {
      const example = dataset.example(i);
      return `${dataset.textOf(example)} ${info.classes[example.label]}`;
    });
    expect(words).toEqual(
      ['a x', 'ab x', 'abc x', 'b y', 'bc y', 'bcd y'].concat(['d x', 'da x', 'dab x', 'e y']),
    );
    expect([...dataset.example(2).tokens]).toEqual([1, 2, 3]);
    expect(() => dataset.example(10)).toThrow(/no word/);
    expect(() => tiny().example(6)).toThrow(/no word/);
  });

  it('reads a validation character that training never held as the unknown token', () => {
    const { validation } = tiny();
    expect(validation.map(({ tokens }) => [...tokens])).toEqual([[6, 1], [6, 0], [6]]);
    expect(validation.map(({ label }) => label)).toEqual([0, 1, 1]);
  });

  it('reads sentences by their words, as many classes as there are', () => {
    const sentences = {
      ...info,
      classes: ['x', 'y', 'z'],
      unit: 'word',
      alphabet: ['chat', "l'", 'le', 'âne'],
      maxLength: 2,
      counts: { training: { x: 1, z: 1 }, validation: { y: 1 } },
      firstTraining: 2,
    };
    const text = "# validation y\nle loup\n# training x\nl'âne\n# training z\nle chat\n";
    const dataset = Dataset.fromFirst(sentences, text);
    expect(dataset.info).toMatchObject({ unit: 'word', maxLength: 2, classes: ['x', 'y', 'z'] });
    expect([...dataset.example(0).tokens]).toEqual([2, 4]);
    expect(dataset.textOf(dataset.example(0))).toBe("l'âne");
    expect(dataset.example(1).label).toBe(2);
    expect([...dataset.validation[0]!.tokens]).toEqual([3, 0]);
    expect(() => Dataset.fromFirst(sentences, text.replace('le loup', 'le petit loup'))).toThrow(
      /:2: the line has 3 words, the longest may have 2/,
    );
    expect(() => Dataset.fromFirst(sentences, text.replace('le chat', 'le loup'))).toThrow(
      /"loup" is not in the alphabet/,
    );
  });

  it('reads where the label belongs, when it belongs to one word', () => {
    const marked = {
      ...info,
      unit: 'word',
      alphabet: ['brise', 'glace', 'la', 'petite'],
      marked: true,
      counts: { training: { x: 1 }, validation: { y: 1 } },
      firstTraining: 1,
    };
    const text = '# validation y\nla petite *brise\n# training x\nla petite *brise la glace\n';
    const dataset = Dataset.fromFirst(marked, text);
    expect(dataset.info.marked).toBe(true);
    expect(dataset.example(0)).toMatchObject({ label: 0, place: 2 });
    expect(dataset.textOf(dataset.example(0))).toBe('la petite brise la glace');
    const { sequences, labels } = batchOf([dataset.example(0), ...dataset.validation]);
    expect(sequences.map((tokens) => Array.from(tokens))).toEqual([
      [3, 4, 1, 3, 2],
      [3, 4, 1],
    ]);
    expect(labels).toEqual([
      [-1, -1, 0, -1, -1],
      [-1, -1, 1],
    ]);
    expect(() => Dataset.fromFirst(marked, text.replace('*brise la', 'brise la'))).toThrow(
      /:4: not one word is marked by \*/,
    );
  });

  it.each([
    ['marked', 'yes'],
    ['unit', 'syllable'],
    ['alphabet', 'abc'],
    ['maxLength', '40'],
  ])('refuses a wrong "%s" in info.json', (key, value) => {
    const words = { ...info, unit: 'word', alphabet: ['a'], [key]: value };
    expect(() => Dataset.fromFirst(words, first)).toThrow(`"${key}" is missing or wrong`);
  });

  it('needs no rest when there is none', () => {
    const complete = { ...info, counts: { ...info.counts, training: { x: 3, y: 3 } } };
    expect(Dataset.fromFirst(complete, first).complete).toBe(true);
  });

  it.each([
    ['a word before a block', 'abc\n', /^tiny\/first\.txt:1: an example stands before/],
    ['an unknown part', '# exam x\n', /^tiny\/first\.txt:1: "# exam x" opens no block/],
    ['an unknown class', '# training z\n', /^tiny\/first\.txt:1: .*expected .*x or y/],
    ['the test part', '# test x\n', /:1: .*opens no block of this file/],
    ['an empty line', '# training x\na\n\nb\n', /:3: an empty line/],
    ['a long word', `# training x\n${'a'.repeat(41)}\n`, /:2: the line has 41 characters, .* 40/],
    ['a foreign letter', '# training x\na\nañ\n', /:3: "ñ" is not in the alphabet/],
    ['a lost word', first.replace('bcd\n', ''), /holds 5 training words, info\.json says 6/],
    ['a lost part', '# training x\na\n', /holds 0 validation words, info\.json says 3/],
    ['a page instead of data', '<!doctype html>', /:1: an example stands before/],
  ])('refuses %s', (_, text, message) => {
    expect(() => Dataset.fromFirst(info, text)).toThrow(message);
    expect(() => Dataset.fromFirst(info, text)).toThrow(/npm run build$/);
  });

  it('refuses a rest that is not its own, and stays usable', () => {
    const dataset = tiny();
    expect(() => dataset.addRest('# training x\nd\n')).toThrow(/rest\.txt holds 1 training words/);
    expect(() => dataset.addRest('# validation x\nd\n')).toThrow(/rest\.txt:1: /);
    expect(dataset.complete).toBe(false);
    dataset.addRest(rest);
    expect(dataset.complete).toBe(true);
  });

  it.each(['id', 'classes', 'alphabet', 'counts', 'firstTraining', 'largestClass'])(
    'refuses info.json without "%s"',
    (key) => {
      expect(() => Dataset.fromFirst({ ...info, [key]: undefined }, first)).toThrow(key);
    },
  );

  it.each([[null], [undefined], ['text'], [[]]])('refuses %j as info.json', (value) => {
    expect(() => Dataset.fromFirst(value, first)).toThrow(/info\.json/);
  });
});

describe('the order of training', () => {
  it('visits the first slice, then the rest, then everything, each word once', () => {
    const order = whole().order(1);
    expect(sorted(take(order, 1, 6))).toEqual(range(0, 6));
    expect(sorted(take(order, 1, 4))).toEqual(range(6, 10));
    for (let epoch = 1; epoch < 4; epoch += 1) {
      expect(sorted(take(order, 1, 10))).toEqual(range(0, 10));
    }
    expect(order.examples).toBe(40);
  });

  it('mixes both slices in later epochs', () => {
    const order = whole().order(1);
    take(order, 10, 1);
    const epochs = range(0, 20).map(() => sorted(take(order, 1, 6)).join());
    expect(epochs.some((epoch) => epoch !== range(0, 6).join())).toBe(true);
  });

  it('does not depend on when the rest came', () => {
    const late = tiny();
    const order = late.order(5);
    const before = take(order, 2, 3);
    late.addRest(rest);
    expect([...before, ...take(order, 2, 20)]).toEqual(take(whole().order(5), 2, 23));
  });

  it('waits for the rest without losing a word', () => {
    const dataset = tiny();
    const order = dataset.order(5);
    const seen = take(order, 4, 1);
    expect(order.next(4)).toBeUndefined();
    expect(order.next(4)).toBeUndefined();
    expect(order.examples).toBe(4);
    dataset.addRest(rest);
    seen.push(...take(order, 4, 1));
    expect(seen).toEqual(take(whole().order(5), 8, 1));
  });

  it.each([1, 3, 4, 7, 10, 25])(
    'is the same in batches of %i, across slices and epochs',
    (batch) => {
      const length = batch * 8;
      expect(take(whole().order(9), batch, 8)).toEqual(take(whole().order(9), 1, length));
    },
  );

  it('follows from the seed', () => {
    const runs = [0, 1, 2, 4_294_967_295].map((seed) => take(whole().order(seed), 30, 1).join());
    expect(new Set(runs).size).toBe(runs.length);
    expect(take(whole().order(1), 30, 1).join()).toBe(runs[1]);
    expect(runs[1]).toBe('3,2,5,1,0,4,8,7,6,9,5,3,8,1,7,6,4,0,9,2,1,0,4,8,6,2,3,5,9,7');
  });

  it.each([0, -1, 2.5, Number.NaN])('refuses a batch of %s', (batch) => {
    expect(() => whole().order(1).next(batch)).toThrow(/batch/);
  });
});
