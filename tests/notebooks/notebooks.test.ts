import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../web/worker/rnn';
import { freshEngine } from '../wasm/real-engine';
import { accuracyTable, judgeAccuracies, judgeLosses, table, type Sides } from './compare';
import { corpusOf, largestClass, padded, readItems, wordsOf, type Corpus } from './corpus';
import { compare, compareLosses, onBothSides, runToItsEnd } from './experiment';
import { PyTorch, pytorchVersion } from './pytorch';
import { batchSize, firstSteps, recipes, schedule, twoLayers } from './recipes';
import { train, type Outcome } from './training';

const csv = readFileSync(new URL('small.csv', import.meta.url), 'utf8');
const cut = { heldOut: 16, longest: 24, seed: 1 };
const corpus: Corpus = corpusOf(csv, cut);
const silent = (): void => undefined;

describe('the CSV reader', () => {
  it('knows quotes, commas and line breaks in fields, and leaves backslashes alone', () => {
    const [first, second] = readItems('"2","A, b","say ""c""\nd"\r\n1,"e\\f",g\n');
    expect(first).toEqual({ label: '2', words: ['a', 'b', 'say', 'c', 'd'] });
    expect(second).toEqual({ label: '1', words: ['e', 'f', 'g'] });
  });

  it('skips the names of the columns, and no other line', () => {
    expect(readItems('class,title,text\n1,a,b\n')).toHaveLength(1);
    expect(() => readItems('1,a,b\nclass,title,text\n')).toThrow(/record 2 .* class 'class'/);
  });

  it('names the record that has too few or too many fields, or an open quote', () => {
    expect(() => readItems('1,a,b\n2,a\n')).toThrow(/record 2/);
    expect(() => readItems('1,a,b,c\n')).toThrow(/record 1/);
    expect(() => readItems('1,a,"b\n')).toThrow(/record 1: Quoted field unterminated/);
  });

  it('finds 64 records, 16 a class, in our own file', () => {
    const labels = readItems(csv).map(({ label }) => label);
    for (const one of ['1', '2', '3', '4']) {
      expect(labels.filter((label) => label === one)).toHaveLength(16);
    }
  });
});

describe('the corpus', () => {
  it('cuts words at everything but letters, digits and apostrophes', () => {
    expect(wordsOf("The bank's $10-a-day Café")).toEqual([
      'the',
      "bank's",
      '10',
      'a',
      'day',
      'caf',
    ]);
  });

  it('knows the words that the training part holds twice, the frequent first', () => {
    const small = corpusOf('1,b a,a\n1,b,c a\n2,,\n', { heldOut: 0, longest: 9, seed: 1 });
    expect(small.words).toEqual(['<padding>', '<unknown>', 'a', 'b']);
    const byLength = [...small.training.sequences].sort((x, y) => x.length - y.length);
    expect(byLength[0]).toEqual([1]);
    expect(byLength.slice(1)).toEqual(
      expect.arrayContaining([
        [3, 2, 2],
        [3, 1, 2],
      ]),
    );
  });

  it('holds out rows by seed, cuts them to the longest, and fills them up', () => {
    expect(corpus.heldOut.sequences).toHaveLength(16);
    expect(corpus.training.sequences).toHaveLength(48);
    expect(corpusOf(csv, cut)).toEqual(corpus);
    expect(corpusOf(csv, { ...cut, seed: 2 }).heldOut).not.toEqual(corpus.heldOut);
    const lengths = corpus.training.sequences.map(({ length }) => length);
    expect(Math.max(...lengths)).toBe(24);
    expect(Math.min(...lengths)).toBeLessThan(24);
    expect(padded([5, 6], 4)).toEqual([5, 6, 0, 0]);
    expect(largestClass(corpus)).toBeGreaterThanOrEqual(0.25);
    expect(() => corpusOf(csv, { ...cut, heldOut: 64 })).toThrow(/64 records/);
  });

  it('gives every row once an epoch, in an order of seed and epoch', () => {
    const [first = [], second = []] = schedule(40, 3, 2);
    expect(first.map(({ length }) => length)).toEqual([batchSize, batchSize, 8]);
    expect(first.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, i) => i));
    expect(second).not.toEqual(first);
    expect(schedule(40, 4, 1)[0]).not.toEqual(first);
    expect(firstSteps(40, 3, 4)).toEqual([[...first, second[0]]]);
  });
});

const outcome = (accuracy: number, losses: number[] = []): Outcome => ({
  losses,
  accuracies: [0, accuracy],
  confusion: [],
  seconds: 0,
});
const pairs = (ours: number[], pytorch: number[]): Sides[] =>
  ours.map((accuracy, seed) => ({ ours: outcome(accuracy), pytorch: outcome(pytorch[seed]!) }));

describe('the verdicts', () => {
  it('ask for losses within 1e-3 at every step of every seed', () => {
    const pair = (loss: number): Sides => ({
      ours: outcome(0, [1, loss]),
      pytorch: outcome(0, [1, 2]),
    });
    expect(judgeLosses([pair(2.0009)]).passes).toBe(true);
    expect(judgeLosses([pair(2), pair(1.9989)]).passes).toBe(false);
    expect(judgeLosses([{ ours: outcome(0, [1]), pytorch: outcome(0, [1, 2]) }]).passes).toBe(
      false,
    );
    expect(judgeLosses([pair(NaN)]).passes).toBe(false);
  });

  it('ask for means nearer than three standard errors', () => {
    // Deviations 0.01 and 0.02 over three seeds: 3 √((0.0001 + 0.0004) / 3) = 0.0387.
    const near = judgeAccuracies(
      pairs(
        [0.79, 0.8, 0.81],
        [0.74, 0.78, 0.76].map((x) => x + 0.002),
      ),
    );
    expect(near.difference).toBeCloseTo(0.038, 10);
    expect(near.limit).toBeCloseTo(0.038_73, 5);
    expect(near.passes).toBe(true);
    expect(judgeAccuracies(pairs([0.79, 0.8, 0.81], [0.74, 0.78, 0.76])).passes).toBe(false);
    expect(judgeAccuracies(pairs([0.5, 0.5], [0.5, 0.5])).passes).toBe(true);
    expect(judgeAccuracies(pairs([NaN, 0.5], [0.5, 0.5])).passes).toBe(false);
  });

  it('are told in aligned columns', () => {
    expect(
      table([
        ['a', 'bb'],
        ['ccc', '1'],
      ]),
    ).toBe('a    bb\nccc   1');
    const accuracies = pairs([0.79, 0.8, 0.81], [0.74, 0.78, 0.76]);
    const told = accuracyTable([{ name: 'gru', losses: [], accuracies }]);
    expect(told).toMatch(/gru +80\.00 ± 1\.00 +76\.00 ± 2\.00 +4\.00 +3\.87 +FAILS$/);
  });
});

describe('the engine on our own file', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await freshEngine();
  });

  it.each(recipes)('learns the training part: $name', (recipe) => {
    const { losses, accuracies, confusion } = train(engine, corpus, {
      recipe: { ...recipe, learningRate: 0.01 },
      seed: 1,
      schedule: schedule(48, 1, 25),
      dropout: false,
      evaluate: true,
    });
    expect(losses).toHaveLength(75);
    expect(accuracies).toHaveLength(25);
    expect(confusion.flat().reduce((sum, count) => sum + count, 0)).toBe(16);
    const diagonal = confusion.reduce((sum, row, label) => sum + row[label]!, 0);
    expect(diagonal / 16).toBe(accuracies.at(-1));
    const [begin, end] = [losses.slice(0, 3), losses.slice(-3)].map((some) => Math.max(...some));
    // Padding starves the padded one here too: it need not get as far.
    expect(end!).toBeLessThan(recipe.padded ? begin! : begin! / 3);
  });

  it('runs the two layers to their end, with dropout', () => {
    const { accuracies, losses } = runToItsEnd(engine, corpus, 1, 2);
    expect(accuracies).toHaveLength(2);
    expect(losses.every(Number.isFinite)).toBe(true);
  });

  it('says which run diverged', () => {
    const task = { seed: 7, schedule: schedule(48, 7, 30), dropout: false, evaluate: false };
    const recipe = { ...recipes[0]!, learningRate: 1e30 };
    expect(() => train(engine, corpus, { ...task, recipe })).toThrow(/bag with seed 7 diverged/);
  });
});

describe.skipIf(pytorchVersion() === undefined)('beside PyTorch on our own file', () => {
  let engine: Engine;
  let folder: string;
  let pytorch: PyTorch;
  beforeAll(async () => {
    engine = await freshEngine();
    folder = mkdtempSync(join(tmpdir(), 'notebooks-test-'));
    pytorch = new PyTorch(corpus, join(folder, 'cache.json'));
  });
  afterAll(() => {
    pytorch.close();
    rmSync(folder, { recursive: true });
  });
  const extent = { seeds: [1], epochs: 2, steps: 20 };

  it.each([...recipes, twoLayers])('has the same losses for 20 steps: $name', async (recipe) => {
    const verdict = judgeLosses(await compareLosses(engine, pytorch, corpus, recipe, extent));
    expect(verdict).toMatchObject({ steps: 20, passes: true });
  });

  it('has the same losses no longer when a rate differs', async () => {
    const [lstm] = recipes.filter(({ name }) => name === 'lstm');
    const task = { seed: 1, schedule: firstSteps(48, 1, 20), dropout: false, evaluate: false };
    const one = await onBothSides(engine, pytorch, corpus, { ...task, recipe: lstm! });
    const other = train(engine, corpus, { ...task, recipe: { ...lstm!, learningRate: 0.003 } });
    expect(judgeLosses([{ ...one, ours: other }]).passes).toBe(false);
  });

  it('measures every epoch on both sides, and answers a second time from the cache', async () => {
    const bag = recipes[0]!;
    const { accuracies } = await compare(engine, pytorch, corpus, bag, extent, silent);
    const [{ ours, pytorch: theirs }] = accuracies as [Sides];
    expect(ours.accuracies).toHaveLength(2);
    // The bag has no dropout: both sides say the same of every held-out row.
    expect(theirs.confusion).toEqual(ours.confusion);
    const again = new PyTorch(corpus, join(folder, 'cache.json'));
    try {
      const { accuracies: kept } = await compare(engine, again, corpus, bag, extent, silent);
      expect(kept[0]?.pytorch).toEqual(theirs);
    } finally {
      again.close();
    }
  });

  it('passes on what PyTorch complains of', async () => {
    const bad = { ...recipes[0]!, cell: 'none' as 'bag' };
    const task = { recipe: bad, seed: 1, schedule: [], dropout: false, evaluate: false };
    const doomed = new PyTorch(corpus);
    try {
      await expect(doomed.train(task, [])).rejects.toThrow(/KeyError: 'none'/);
    } finally {
      doomed.close();
    }
  });
});
