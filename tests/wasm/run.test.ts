import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { RunSettings } from '../../web/shared/protocol';
import { classifier } from '../../web/shared/settings';
import { Run } from '../../web/worker/run';
import { advanceTo, freshEngine, smallSettings, weightBits } from './real-engine';
import { smallData, smallDataset } from './small-data';

const names = [
  'embedding.weight',
  'rnn.weight_hh_l0',
  'rnn.bias_ih_l0',
  'head.weight',
  'head.bias',
];

async function smallRun(
  settings: Partial<RunSettings> = {},
  dataset = smallDataset(true),
): Promise<Run> {
  return new Run(await freshEngine(), dataset, { ...smallSettings, ...settings });
}

const outcome = (run: Run): object => ({
  status: run.status,
  losses: run.losses,
  validations: run.validations,
  weights: weightBits(run, names),
});

describe('a run', () => {
  it('with the standard settings has the bits that it always had', async () => {
    const run = await smallRun();
    advanceTo(run, 1024);
    const biases = ['rnn.bias_ih_l0', 'rnn.bias_hh_l0', 'head.weight', 'head.bias'];
    const matrices = ['embedding.weight', 'rnn.weight_ih_l0', 'rnn.weight_hh_l0'];
    const bits = weightBits(run, [...matrices, ...biases]);
    expect(createHash('sha256').update(bits).digest('hex')).toBe(
      'd86437a9e4b3e9ffc750d7834d5d68cc472680e1c83e72866df72b1087322240',
    );
    expect(run.losses.at(-1)?.loss).toBe(0.5152330212295055);
    expect(run.validations.at(-1)?.loss).toBe(0.5106955468654633);
  });

  it('measures before the first example, then at its marks', async () => {
    const run = await smallRun();
    advanceTo(run, 4096);
    expect(run.losses.map(({ examples }) => examples)).toEqual(
      Array.from({ length: 16 }, (_, i) => (i + 1) * classifier.lossEvery),
    );
    expect(run.validations.map(({ examples }) => examples)).toEqual([0, 1024, 2048, 3072, 4096]);
    expect(run.status).toEqual({ phase: 'paused', step: 128, examples: 4096 });
  });

  it('measures the mean over all validation words, whatever their batches', async () => {
    const dataset = smallDataset(true, { validation: 70 });
    const run = await smallRun({}, dataset);
    for (const examples of [0, 1024]) {
      advanceTo(run, examples);
      const answers = dataset.validation.map((example) => {
        const row = run.read(dataset.textOf(example)).probabilities.at(-1) ?? [];
        const right = row[example.label] ?? NaN;
        return { loss: -Math.log(right), right: right > 0.5 ? 1 : 0 };
      });
      const mean = (key: 'loss' | 'right'): number =>
        answers.reduce((sum, answer) => sum + answer[key], 0) / answers.length;
      const point = run.validations.at(-1);
      expect(point?.examples).toBe(examples);
      expect(point?.loss).toBeCloseTo(mean('loss'), 5);
      expect(point?.accuracy).toBeCloseTo(mean('right'), 10);
    }
  });

  it('learns what the last letter says', async () => {
    const run = await smallRun();
    advanceTo(run, 4096);
    expect(run.validations[0]?.accuracy).toBeLessThan(0.8);
    expect(run.validations.at(-1)?.accuracy).toBeGreaterThan(0.97);
    expect(run.losses.at(-1)?.loss).toBeLessThan(run.losses[0]?.loss ?? 0);
  });

  it('tells what it is made of when it opens', async () => {
    const { opened } = await smallRun({ hidden: 8, cell: 'gru' });
    const [D, H, V] = [smallSettings.embedding, 8, 11];
    expect(opened.parameters).toBe(V * D + 3 * H * (D + H + 2) + 2 * (H + 1));
    expect(opened).toMatchObject({ batch: 32, stop: { maxExamples: 24_576, patience: 8_192 } });
  });

  it('gives the same bits whatever is read in between and whenever the rest arrives', async () => {
    const whole = await smallRun();
    advanceTo(whole, 3072);

    const disturbed = await smallRun();
    while (disturbed.isDue(3072)) {
      disturbed.advance();
      disturbed.read('lama');
      disturbed.tensor('logits');
    }
    expect(outcome(disturbed)).toEqual(outcome(whole));

    const late = smallDataset(false);
    const waiting = await smallRun({}, late);
    advanceTo(waiting, 3072);
    expect(waiting.status.examples).toBe(512);
    expect(waiting.needsRestNow).toBe(true);
    late.addRest(smallData().rest);
    advanceTo(waiting, 3072);
    expect(outcome(waiting)).toEqual(outcome(whole));
  });

  it('changes with the seed', async () => {
    const [one, other] = [await smallRun({ seed: 1 }), await smallRun({ seed: 2 })];
    advanceTo(one, 512);
    advanceTo(other, 512);
    expect(one.losses).not.toEqual(other.losses);
  });

  it.each([
    ['a rule that is learnt at once', { learningRate: 0.003 }, 0],
    ['words without any rule', { learningRate: 0.003 }, 10],
    ['a model too slow to change', { learningRate: 1e-6 }, 0],
    ['a rule half hidden, learnt slowly', { learningRate: 1e-4, hidden: 2 }, 4],
  ])('ends by its stop rule with %s', async (_, settings, noise) => {
    const dataset = smallDataset(true, { noise, validation: 400 });
    const run = await smallRun(settings, dataset);
    advanceTo(run, Infinity);
    const { phase, ended, examples } = run.status;
    expect(phase).toBe('finished');

    const accuracies = run.validations.map(({ accuracy }) => accuracy);
    const risen = run.validations.filter(({ accuracy }, i) =>
      accuracies.slice(0, i).every((before) => before < accuracy),
    );
    const since = examples - (risen.at(-1)?.examples ?? 0);
    expect(examples % classifier.validateEvery).toBe(0);
    if (ended === 'no-progress') expect(since).toBe(classifier.patience);
    else
      expect({
        ended,
        examples,
        tired: since >= classifier.patience + classifier.validateEvery,
      }).toEqual({ ended: 'max-examples', examples: classifier.maxExamples, tired: false });

    const atEnd = outcome(run);
    run.advance();
    expect(outcome(run)).toEqual(atEnd);
  });

  it('that diverges says when, keeps the last good weights and changes no more', async () => {
    const run = await smallRun({ learningRate: 1e6 });
    advanceTo(run, Infinity);
    const { phase, divergedAt = 0, keptStep = -1, step } = run.status;
    expect(phase).toBe('diverged');
    expect(divergedAt).toBeGreaterThan(0);
    expect(keptStep).toBeLessThan(divergedAt);
    expect(step).toBe(divergedAt - 1);
    for (const name of names) {
      expect(
        run.tensor(name).values.every((value) => Number.isFinite(value)),
        name,
      ).toBe(true);
    }
    const atEnd = outcome(run);
    run.advance();
    expect(outcome(run)).toEqual(atEnd);
    expect(run.read('lama')).toMatchObject({ step: keptStep });
  });

  it('that diverged leaves the engine fit for the next', async () => {
    const engine = await freshEngine();
    const dataset = smallDataset(true);
    const wild = new Run(engine, dataset, { ...smallSettings, learningRate: 1e6 });
    advanceTo(wild, 4096);
    const next = new Run(engine, dataset, smallSettings);
    wild.close();
    const alone = await smallRun();
    advanceTo(next, 1024);
    advanceTo(alone, 1024);
    expect(outcome(next)).toEqual(outcome(alone));
  });
});

describe('a reading', () => {
  it('answers after each letter, with probabilities', async () => {
    const run = await smallRun();
    advanceTo(run, 4096);
    const { characters, known, probabilities, cut, step } = run.read('  SaLMO ');
    expect(characters.join('')).toBe('salmo');
    expect(known).toEqual([true, true, true, true, true]);
    expect({ cut, step }).toEqual({ cut: 0, step: 128 });
    const classes = probabilities.map(([feminine = NaN]) => (feminine > 0.5 ? 'f' : 'm'));
    expect(classes, 'by the last letter: a, e, i').toEqual(['m', 'f', 'm', 'm', 'm']);
    for (const row of probabilities) {
      expect(row).toHaveLength(2);
      expect(row.reduce((sum, p) => sum + p)).toBeCloseTo(1, 5);
    }
  });

  it('says of each prefix what it says of the prefix alone', async () => {
    const run = await smallRun({ direction: 'both' });
    advanceTo(run, 512);
    const whole = run.read('morales').probabilities;
    ['m', 'mo', 'mor', 'mora', 'moral', 'morale', 'morales'].forEach((prefix, i) => {
      expect(run.read(prefix).probabilities.at(-1), prefix).toEqual(whole[i]);
    });
  });

  const texts: [string, string, number, number, boolean][] = [
    ['no word', '', 0, 0, true],
    ['blanks', '   ', 0, 0, true],
    ['10,000 letters', 'a'.repeat(10_000), 40, 9_960, true],
    ['exactly as many as it reads', 'a'.repeat(40), 40, 0, true],
    ['emoji', '🦊🦊', 2, 0, false],
    ['right-to-left text', 'שלום', 4, 0, false],
    ['markup', '<b>', 3, 0, false],
    ['half a pair', '\ud83e', 1, 0, false],
  ];
  it.each(texts)('of %s is an answer', async (_, text, length, cut, allKnown) => {
    const reading = (await smallRun()).read(text);
    expect(reading.characters).toHaveLength(length);
    expect(reading.probabilities).toHaveLength(length);
    expect(reading.cut).toBe(cut);
    expect(reading.known.every(Boolean)).toBe(allKnown);
    expect(reading.probabilities.flat().every(Number.isFinite)).toBe(true);
  });
});
