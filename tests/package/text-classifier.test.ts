/** Vocabulary and classifier of the installed package. */
import { describe, expect, it } from 'vitest';
import { load } from './installed';

const { loadEngine, TextClassifier, Vocabulary } = await load();
const engine = await loadEngine();

const examples = ['a b', 'b a a', 'a', 'b b a b', 'c b', 'c', 'a c', 'b', 'c a b', 'a a'].map(
  (text) => ({ text, label: text.startsWith('a') ? 'a first' : 'other' }),
);
const vocabulary = Vocabulary.from(examples.map(({ text }) => text));
const settings = {
  vocabulary,
  classes: ['a first', 'other'],
  embedding: 4,
  hidden: 5,
  batchSize: 4,
  maxLength: 3,
  seed: 7,
};
const fresh = (more: object = {}) => new TextClassifier(engine, { ...settings, ...more });
type Classifier = ReturnType<typeof fresh>;
const weights = ({ model }: Classifier): number[] => [...model.tensor('rnn.weight_hh_l0').values];

describe('a vocabulary', () => {
  const texts = ['L’Œuf, l’œuf!', 'well-known — well-known', "don't don't stop", 'a'];

  it('holds the frequent words first, then in their order', () => {
    const { tokens, size } = Vocabulary.from(texts);
    expect(tokens).toEqual(['do', "l'", "n't", 'oeuf', 'well-known', 'a', 'stop']);
    expect(size).toBe(8);
  });

  it('leaves out what is rare or too much, the unknown token counted', () => {
    expect(Vocabulary.from(texts, { minCount: 2 }).tokens).toHaveLength(5);
    expect(Vocabulary.from(texts, { maxSize: 3 }).tokens).toEqual(['do', "l'"]);
  });

  it('reads what it does not hold as 0, and says it back as U+FFFD', () => {
    const some = new Vocabulary(['b', 'a']);
    expect([...some.encode('A new b!')]).toEqual([2, 0, 1]);
    expect(some.decode([2, 0, 1])).toEqual(['a', '\ufffd', 'b']);
  });

  it('takes code points as characters, half a pair as U+FFFD', () => {
    const some = Vocabulary.from(['A \u{1f600}\ud83d'], { unit: 'character' });
    expect(some.split('a\u{1f600}\ud83d')).toEqual(['a', '\u{1f600}', '\ufffd']);
    expect([...some.tokens].sort()).toEqual([' ', 'a', '\ufffd', '\u{1f600}'].sort());
  });

  it('is made again from its tokens', () => {
    const again = new Vocabulary(vocabulary.tokens, vocabulary.unit);
    expect([...again.encode('b c z')]).toEqual([...vocabulary.encode('b c z')]);
  });
});

describe('a classifier', () => {
  it('trains to the same bits from the same seed, however the epochs are asked for', async () => {
    const [one, two, other] = [fresh(), fresh(), fresh({ seed: 8 })];
    const reports = await one.fit(examples, { epochs: 2 });
    const [first] = await two.fit(examples);
    const [second] = await two.fit(examples);
    await other.fit(examples, { epochs: 2 });
    expect([first, second]).toEqual(reports);
    expect(reports.map(({ epoch, step, count }) => [epoch, step, count])).toEqual([
      [1, 3, 10],
      [2, 6, 10],
    ]);
    expect(weights(two)).toEqual(weights(one));
    expect(weights(other)).not.toEqual(weights(one));
  });

  it('goes on to the bit from the bytes that it saved', async () => {
    const one = fresh();
    await one.fit(examples);
    const two = new TextClassifier(engine, one.save());
    expect(await two.fit(examples)).toEqual(await one.fit(examples));
    expect(weights(two)).toEqual(weights(one));
    expect(two.predict('a c z')).toEqual(one.predict('a c z'));
    expect(two.classes).toEqual(one.classes);
  });

  it('goes through every example once an epoch, in an order of seed and epoch', async () => {
    const orders: string[][] = [];
    for (const seed of [7, 8]) {
      const spied = fresh({ seed, batchSize: 16 });
      const { setBatch } = spied.model;
      spied.model.setBatch = (sequences, labels) => {
        orders.push(sequences.map((ids) => vocabulary.decode(Array.from(ids)).join(' ')));
        setBatch.call(spied.model, sequences, labels);
      };
      await spied.fit(examples, { epochs: 2 });
    }
    expect(new Set(orders.map((order) => order.join('|'))).size).toBe(4);
    for (const order of orders) {
      const texts = examples.map(({ text }) => text.split(' ').slice(0, 3).join(' '));
      expect([...order].sort()).toEqual(texts.sort());
    }
  });

  it('says what it read, and answers a list as it answers each of it', () => {
    const texts = ['a b', 'a z c b b', '?', 'c', 'b a'];
    const one = fresh();
    const predictions = one.predict(texts);
    expect(predictions).toHaveLength(texts.length);
    expect(predictions).toEqual(texts.map((text) => one.predict(text)));
    expect(predictions.map(({ read, unknown, cut }) => [read, unknown, cut])).toEqual([
      [2, 0, 0],
      [3, 1, 2],
      [1, 1, 0],
      [1, 0, 0],
      [2, 0, 0],
    ]);
    for (const { label, probabilities } of predictions) {
      const { 'a first': p = 0, other: q = 0 } = probabilities;
      expect(p + q).toBeCloseTo(1, 5);
      expect(label).toBe(p >= q ? 'a first' : 'other');
    }
  });

  it('measures what it predicts, and learns nothing by it', () => {
    const one = fresh();
    const before = weights(one);
    const { accuracy, count, loss } = one.evaluate(examples);
    const answers = examples.map(({ text, label }) => ({ label, ...{ of: one.predict(text) } }));
    const right = answers.filter(({ label, of }) => of.label === label).length;
    const nats = answers.map(({ label, of }) => -Math.log(of.probabilities[label] ?? 0));
    expect(count).toBe(10);
    expect(accuracy).toBe(right / 10);
    expect(loss).toBeCloseTo(nats.reduce((sum, one) => sum + one) / 10, 5);
    expect(weights(one)).toEqual(before);
  });

  it('ends when it diverges, and says at which step', async () => {
    const wild = fresh({ optimizer: 'sgd', learningRate: 1e30, clipNorm: 0 });
    const reports = await wild.fit(examples, { epochs: 50 });
    expect(reports.length).toBeLessThan(50);
    expect(reports.at(-1)?.divergedAt).toBeGreaterThan(0);
  });

  it('lets a page draw while it trains', async () => {
    let drawn = 0;
    let over = false;
    const draw = (): void => {
      drawn += 1;
      if (!over) setTimeout(draw);
    };
    setTimeout(draw);
    await fresh({ hidden: 200 }).fit(Array(400).fill(examples).flat());
    over = true;
    expect(drawn).toBeGreaterThan(0);
  });
});
