import { describe, expect, it } from 'vitest';
import type { Match, RunSettings } from '../../web/shared/protocol';
import { Inquiry, sampled } from '../../web/worker/question';
import { Run } from '../../web/worker/run';
import { SearchQuestion } from '../../web/worker/search';
import { FakeHost } from './fake-host';
import { advanceTo, freshEngine, smallSettings } from './real-engine';
import { smallDataset } from './small-data';

const dataset = smallDataset(true, { validation: 150 });

async function trained(settings: Partial<RunSettings> = {}): Promise<Run> {
  const run = new Run(await freshEngine(), dataset, { ...smallSettings, ...settings });
  advanceTo(run, 512);
  return run;
}

const searched = async (run: Run, tensor: string, text: string, from: number, to: number) =>
  (await Inquiry.begin(
    run.snapshot(),
    (model) => new SearchQuestion(model, dataset, tensor, { text, from, to }),
  ).answer(new FakeHost())) ?? expect.fail('stopped');

/** The search, one word at a time through `look`. */
function naive(run: Run, tensor: string, text: string, from: number, to: number): Match[] {
  const rowsOf = (word: string): number[][] => {
    const { shape, values } = run.look(word, [tensor]).tensors[0]!;
    const width = shape[2]!;
    return Array.from({ length: shape[0]! }, (_, t) => [
      ...values.subarray(t * width, (t + 1) * width),
    ]);
  };
  const wanted = rowsOf(text).slice(from, to);
  const distance = (rows: readonly number[][]): number =>
    Math.hypot(...rows.flatMap((row, t) => row.map((value, unit) => value - wanted[t]![unit]!)));
  const best = sampled(dataset.validation).flatMap((example) => {
    const word = dataset.textOf(example);
    const rows = rowsOf(word);
    const places = rows.map((_, at) => at).filter((at) => at + wanted.length <= rows.length);
    const matches = places.map((at) => ({
      text: word,
      tokens: [...word],
      from: at,
      to: at + wanted.length,
      distance: distance(rows.slice(at, at + wanted.length)),
    }));
    return matches.sort((a, b) => a.distance - b.distance).slice(0, 1);
  });
  return best.sort((a, b) => a.distance - b.distance).slice(0, 10);
}

describe('a search', () => {
  it.each<[string, string, number, number, Partial<RunSettings>]>([
    ['layer0.h', 'morales', 0, 7, {}],
    ['layer0.h', 'morales', 2, 5, {}],
    ['layer0.c', 'salta', 4, 5, {}],
    ['layer0.z', 'salta', 1, 3, { cell: 'gru' }],
    ['layer0.reverse.h', 'salta', 0, 2, { direction: 'both' }],
    ['layer1.i', 'tromei', 1, 4, { layers: 2 }],
    ['output', 'tromei', 3, 5, { cell: 'bag' }],
    // Many are equally near: every other s, and some words have two.
    ['output', 'salta', 0, 1, { cell: 'bag' }],
  ])('of %s for "%s" from %i to %i is what a naive one finds: %o', async (...question) => {
    const [tensor, text, from, to, settings] = question;
    const run = await trained(settings);
    const found = await searched(run, tensor, text, from, to);
    const expected = naive(run, tensor, text, from, to);
    expect(found).toHaveLength(10);
    expect(found.map(({ distance, ...where }) => (expect(distance).toBeDefined(), where))).toEqual(
      expected.map(({ distance, ...where }) => (expect(distance).toBeDefined(), where)),
    );
    found.forEach(({ distance }, i) => expect(distance).toBeCloseTo(expected[i]!.distance, 10));
  });

  it('finds a word of the validation part itself first, at no distance', async () => {
    const run = await trained();
    const long = dataset.validation.filter(({ tokens }) => tokens.length === 8);
    const word = dataset.textOf(long[0]!);
    const [first] = await searched(run, 'layer0.h', word, 3, 8);
    expect(first).toEqual({ text: word, tokens: [...word], from: 3, to: 8, distance: 0 });
  });

  it('finds nothing where no sequence is as long', async () => {
    expect(await searched(await trained(), 'layer0.h', 'a'.repeat(30), 0, 30)).toEqual([]);
  });

  it.each([
    ['lama', 2, 2, /from 2 to before 2; the text has 4 steps/],
    ['lama', 3, 1, /from 3 to before 1; the text has 4 steps/],
    ['lama', 0, 5, /from 0 to before 5; the text has 4 steps/],
    ['', 0, 1, /the text has 0 steps/],
  ])('in "%s" from %i to %i is refused with both facts', async (text, from, to, fact) => {
    const run = await trained();
    await expect(searched(run, 'layer0.h', text, from, to)).rejects.toMatchObject({
      code: 'argument',
      message: expect.stringMatching(fact),
    });
  });
});
