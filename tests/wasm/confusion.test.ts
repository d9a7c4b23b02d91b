import { beforeAll, describe, expect, it } from 'vitest';
import { mostExamples, type AnsweredExample, type Confusion } from '../../web/shared/confusion';
import type { RunSettings } from '../../web/shared/protocol';
import { joined } from '../../web/shared/words';
import { ConfusionQuestion } from '../../web/worker/confusion';
import type { Dataset } from '../../web/worker/dataset';
import { Inquiry } from '../../web/worker/question';
import type { Engine } from '../../web/worker/rnn';
import { Run } from '../../web/worker/run';
import { FakeHost, opened } from './fake-host';
import { advanceTo, builtDataset, freshEngine, smallSettings } from './real-engine';
import { smallDataset } from './small-data';

let engine: Engine;
let marked: Dataset;
let several: Dataset;
/** Two classes, and some words in the wrong one. */
const words = smallDataset(true, { validation: 301, noise: 3 });
beforeAll(async () => {
  engine = await freshEngine();
  marked = await builtDataset('look-ahead-en');
  several = await builtDataset('recall-10');
});

const confusionOf = async (run: Run): Promise<Confusion> =>
  (await Inquiry.begin(
    run.snapshot(),
    (model) => new ConfusionQuestion(model, run.dataset, run.weightsStep),
  ).answer(new FakeHost())) ?? expect.fail('stopped');

const sum = (counts: Confusion['counts']): number => counts.flat().reduce((a, b) => a + b, 0);

/** Each example answered for itself, as a reader's text is. */
function oneByOne(run: Run) {
  const { validation, info } = run.dataset;
  const counts = info.classes.map(() => info.classes.map(() => 0));
  const answers = validation.map((example) => {
    const { probabilities } = run.read(run.dataset.textOf(example));
    const shares = probabilities[example.place ?? example.tokens.length - 1]!;
    const answer = shares.reduce((best, p, side) => (p > shares[best]! ? side : best), 0);
    counts[example.label]![answer]! += 1;
    return { label: example.label, answer, shares };
  });
  return { counts, answers };
}

const cases: readonly [string, () => Dataset, Partial<RunSettings>, number][] = [
  ['words in two classes', () => words, {}, 2048],
  ['an untrained model', () => words, { direction: 'both' }, 0],
  ['four classes', () => several, { cell: 'gru' }, 2048],
  ['a label at one token', () => marked, { direction: 'both' }, 2048],
];

describe('a confusion matrix', () => {
  it.each(cases)(
    'of %s counts what single answers count, and sums to the set',
    async (...given) => {
      const [, dataset, settings, examples] = given;
      const run = new Run(engine, dataset(), { ...smallSettings, ...settings });
      advanceTo(run, examples);
      const confusion = await confusionOf(run);
      const { counts, answers } = oneByOne(run);
      expect(confusion.counts).toEqual(counts);
      expect(sum(confusion.counts)).toBe(run.dataset.info.validation);
      const right = confusion.counts.reduce((all, row, label) => all + row[label]!, 0);
      // Each of these stands at a validation point; the first is due before the first example.
      advanceTo(run, Math.max(examples, 1));
      expect(right / answers.length).toBeCloseTo(run.validations.at(-1)!.accuracy, 12);
      for (const { label, answer, sure } of confusion.cells) {
        const own = answers.filter((each) => each.label === label && each.answer === answer);
        const surest = Math.max(...own.map(({ shares }) => shares[answer]!));
        expect(sure[0]!.probabilities[answer]).toBe(surest);
        expect(sure).toHaveLength(Math.min(own.length, mostExamples));
      }
      run.close();
    },
  );

  it('lists of each cell the surest and the nearest examples', async () => {
    const run = new Run(engine, several, { ...smallSettings, cell: 'gru' });
    advanceTo(run, 2048);
    const { cells, counts, step } = await confusionOf(run);
    expect(step).toBe(64);
    expect(cells.map(({ label, answer }) => [label, answer])).toEqual(
      counts.flatMap((row, label) =>
        row.flatMap((count, answer) => (count > 0 ? [[label, answer]] : [])),
      ),
    );
    const told = (each: AnsweredExample) => run.read(joined(each.tokens, 'character'));
    for (const { label, answer, sure, near } of cells) {
      for (const each of [...sure, ...near]) {
        expect(each).toMatchObject({ label, answer, place: null });
        expect(each.probabilities).toEqual(told(each).probabilities.at(-1));
        const others = each.probabilities.filter((_, side) =>
          answer === label ? side !== answer : side === label,
        );
        expect(each.margin).toBe(each.probabilities[answer]! - Math.max(...others));
      }
      const sureness = sure.map(({ probabilities }) => probabilities[answer]!);
      expect(sureness).toEqual([...sureness].sort((a, b) => b - a));
      const margins = near.map(({ margin }) => margin);
      expect(margins).toEqual([...margins].sort((a, b) => a - b));
    }
    run.close();
  });

  it('names the token that a label belongs to', async () => {
    const run = new Run(engine, marked, { ...smallSettings, direction: 'both' });
    const { cells } = await confusionOf(run);
    for (const { tokens, place, label } of cells.flatMap(({ sure }) => sure)) {
      const same = marked.validation.some(
        (each) =>
          each.place === place &&
          each.label === label &&
          marked.textOf(each) === joined(tokens, 'word'),
      );
      expect(same, tokens.join(' ')).toBe(true);
    }
    run.close();
  });
});

describe('asked for in the worker', () => {
  it('changes no bit of the run, whenever it is', async () => {
    const [alone, asked] = [await opened(100), await opened(100)];
    await alone.train(1024);
    for (const target of [32, 512, 544, 1024]) {
      const train = asked.train(target);
      const confusion = await asked.ask('confusion', { run: 'main' });
      expect(sum(confusion!.counts)).toBe(96);
      await train;
    }
    expect(asked.curve()).toEqual(alone.curve());
    const weights = { run: 'main', name: 'rnn.weight_hh_l0' };
    expect(await asked.ask('tensor', weights)).toEqual(await alone.ask('tensor', weights));
  });

  it('gives way to a newer one of its run and to a fresh run, and to nothing else', async () => {
    const heard = (host: FakeHost) => new Promise<void>((resolve) => (host.onBreath = resolve));
    const host = await opened(100);
    const ask = () => host.ask('confusion', { run: 'main' });
    const older = ask();
    await heard(host);
    const younger = ask();
    expect(await older).toBeNull();
    const survey = host.ask('survey', { run: 'main', tensor: 'layer0.h', feature: 'vowel' });
    expect(await younger).not.toBeNull();
    expect(await survey).not.toBeNull();
    const last = ask();
    await heard(host);
    await host.open();
    expect(await last).toBeNull();
  });

  it('of a run that is not open says what to do', async () => {
    await expect(new FakeHost().ask('confusion', { run: 'main' })).rejects.toMatchObject({
      code: 'state',
      message: expect.stringMatching(/"main".*Open/),
    });
  });
});
