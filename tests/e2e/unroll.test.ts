/** The instrument "unroll" in a browser: its numbers and sizes are the engine's tensors. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unrollWords } from '../../web/app/i18n/unroll';
import { ownTextWords } from '../../web/app/i18n/own-text';
import { normOf } from '../../web/app/instruments/unroll/step-values';
import { hundredths } from '../../web/app/instruments/shares';
import { workshopSlug } from '../../web/shared/lesson';
import type { Run } from '../../web/worker/run';
import { launchChromium } from '../support/chromium';
import { tabTo } from '../support/keyboard';
import { patient } from '../support/lab-page';
import { serveSite, type ServedSite } from '../support/site';
import { visit } from '../support/visit';
import { openAlone, plain, sameRun, WorkshopFigure } from '../support/workshop-page';

let site: ServedSite;
let browser: Browser;
let figure: WorkshopFigure;
/** The same two steps, made here. */
let run: Run;
const words = unrollWords.en;

beforeAll(async () => {
  site = await serveSite();
  browser = await launchChromium();
  run = await sameRun('en', 2);
  figure = await openAlone(
    browser,
    site.url,
    { id: 'unroll-1', language: 'en' },
    { viewport: { width: 1280, height: 900 } },
  );
  for (const step of [1, 2]) {
    await figure.model('step').click();
    await figure.atStep(step);
  }
});
afterAll(async () => {
  await figure.reader.leave();
  await browser.close();
  await site.close();
});

/** What is drawn of steps: those that lie folded on another are not seen. */
const seen = (what: string, of = figure) => of.figure.locator(`svg .step:not(.unseen) ${what}`);
const tokens = (of = figure): Promise<string[]> => seen('.token', of).allTextContents();
const texts = (of = figure): Promise<string[]> =>
  of.figure.locator('svg > text, svg > g:not(.unseen) text').allTextContents();

/** Rows of the numbers under the drawing: name, size, norm, first numbers. */
const numbers = async (of = figure): Promise<string[][]> => {
  const rows = of.figure.locator('.numbers tbody tr');
  return rows.evaluateAll((all) =>
    all.map((row) =>
      [...row.children].map((cell) => cell.textContent.replaceAll(/\s+/g, ' ').trim()),
    ),
  );
};

function expectedRows(text: string, t: number, names: readonly (readonly [string, string])[]) {
  const { tensors } = run.look(
    text,
    names.map(([, tensor]) => tensor),
  );
  const { inner } = figure.format;
  return names.map(([label], index) => {
    const { shape, values } = tensors[index]!;
    const width = shape.at(-1)!;
    const row = [...values.subarray(t * width, (t + 1) * width)];
    return [label, String(width), inner(normOf(row)), `${row.slice(0, 6).map(inner).join(' ')} …`];
  });
}

describe('the network unrolled', () => {
  it('has a cell under each letter, the sizes of the tensors, and the answer of the model', async () => {
    await figure.own.fill('Robert');
    await expect.poll(() => tokens(), patient).toEqual([...'robert']);
    expect(await seen('.name').allTextContents()).toEqual(Array(6).fill('LSTM'));
    const all = (await texts()).map(plain);
    const shape = (name: string): string => run.tensor(name).shape.join(' × ');
    expect(all).toContain(`W ${shape('rnn.weight_ih_l0')}`);
    expect(all).toContain(`U ${shape('rnn.weight_hh_l0')}`);
    expect(all).toContain(`embedding · E ${shape('embedding.weight')}`);
    expect(all).toContain(shape('head.weight'));
    for (const size of ['16', '32', '2']) expect(all).toContain(size);
    const answer = run.read('robert').probabilities.at(-1)!;
    for (const share of answer) expect(all).toContain(`${hundredths(share)}%`);
    const { certainty } = figure.format;
    expect(await figure.summary()).toContain(
      plain(
        `At the end: ${answer[0]! > answer[1]! ? 'female' : 'male'} list, ${certainty(Math.max(...answer))}`,
      ),
    );
  });

  it('marks one set of weights by one hatching at every step, named once', async () => {
    const hatchings = (part: number) =>
      figure.figure
        .locator('svg .step:not(.unseen)')
        .evaluateAll(
          (all, index) =>
            all.map((step) => step.querySelectorAll('.hatching')[index]?.getAttribute('d')),
          part,
        );
    for (const part of [0, 1]) expect(new Set(await hatchings(part)).size).toBe(1);
    const named = (await texts()).filter((text) => plain(text).startsWith('W '));
    expect(named).toHaveLength(1);
  });
});

describe('the walk along time', () => {
  const here = () =>
    expectedRows('robert', 2, [
      ['x3', 'layer0.x'],
      ['h3', 'layer0.h'],
      ['c3', 'layer0.c'],
    ]);

  it('by keyboard: lights the step and shows its vectors, and says what has been read', async () => {
    const slider = figure.figure.getByRole('slider', { name: words.walk, exact: true });
    await tabTo(figure.page, slider);
    for (let pressed = 0; pressed < 3; pressed += 1) await figure.page.keyboard.press('ArrowRight');
    await expect.poll(() => numbers(), patient).toEqual(here());
    expect(await slider.getAttribute('aria-valuetext')).toBe(words.step('3', '6'));
    expect(await seen('.box.lit').count()).toBe(2);
    const shares = run.read('rob').probabilities.at(-1)!;
    const name = shares[0]! > shares[1]! ? 'female list' : 'male list';
    const share = figure.format.certainty(Math.max(...shares));
    const [read, rob] = ['b', 'rob'].map((text) => ownTextWords.en.quoted(text));
    await expect
      .poll(() => figure.summary(), patient)
      .toContain(plain(`${words.hasRead('3', read!, rob!)} ${words.soFar(rob!, name, share)}`));
    const all = await texts();
    for (const each of shares) expect(all).toContain(`${hundredths(each)}%`);
  });

  it('by pointer, over the drawing and by the buttons', async () => {
    await figure.button(words.ahead).click();
    await expect.poll(async () => (await numbers())[0]?.[0], patient).toBe('x4');
    await seen('.box').nth(1).hover();
    await expect.poll(async () => (await numbers())[0]?.[0], patient).toBe('x1');
    await figure.page.mouse.move(2, 2);
    await expect.poll(async () => (await numbers())[0]?.[0], patient).toBe('x4');
    await figure.button(words.back).click();
    await expect.poll(async () => (await numbers())[0]?.[0], patient).toBe('x3');
    // A click stays where a passing pointer does not.
    await seen('.box').nth(9).click();
    await figure.page.mouse.move(2, 2);
    await expect.poll(async () => (await numbers())[0]?.[0], patient).toBe('x5');
  });

  it('with the cursor of the figure, which says the same', async () => {
    const cursor = figure.figure.getByRole('slider', { name: words.cursor });
    await tabTo(figure.page, cursor);
    await figure.page.keyboard.press('Home');
    await figure.page.keyboard.press('ArrowRight');
    await expect
      .poll(async () => plain((await cursor.getAttribute('aria-valuetext'))!), patient)
      .toContain('Step 2, “o”: the cell has read “ro”. If the text were only “ro”');
    await figure.page.keyboard.press('Escape');
  });
});

describe('the network folded', () => {
  it('is one cell with a loop, and unfolds all at once or step by step', async () => {
    await figure.button(words.fold).click();
    await expect.poll(() => tokens(), patient).toEqual(['r']);
    expect(await figure.summary()).toContain('folded: LSTM, a loop');
    const slider = figure.figure.getByRole('slider', { name: words.walk, exact: true });
    await slider.fill('0');
    await expect.poll(() => tokens(), patient).toEqual([words.anyToken.character]);
    for (const count of [1, 2, 3]) {
      await tabTo(figure.page, figure.button(words.unfoldStep));
      await figure.page.keyboard.press('Enter');
      await expect.poll(async () => (await tokens()).length, patient).toBe(count);
    }
    expect(await figure.summary()).toContain('unrolled over 3 of 6 steps');
    await figure.button(words.fold).click();
    await figure.button(words.unfold).click();
    await expect.poll(() => tokens(), patient).toEqual([...'robert']);
  });

  it('moves at most 250 ms, and not at all for who wants no motion', async () => {
    /** Folds or unfolds, and tells how long each thing that moves then takes. */
    const times = () =>
      figure.figure.evaluate(async (element) => {
        element.querySelector<HTMLElement>('button.fold')?.click();
        await new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(then)));
        return element
          .querySelector('svg')!
          .getAnimations({ subtree: true })
          .map((each) => Number(each.effect?.getComputedTiming().duration));
      });
    expect(await times()).toEqual([]);
    await figure.page.emulateMedia({ reducedMotion: 'no-preference' });
    const moving = await times();
    expect(moving.length).toBeGreaterThan(0);
    expect(Math.max(...moving)).toBeLessThanOrEqual(250);
    await figure.page.emulateMedia({ reducedMotion: 'reduce' });
  });
});

it('follows the settings of the lab on the same page: a GRU that reads in both directions', async () => {
  const reader = await visit(browser, `${site.url}en/${workshopSlug.en}/`);
  const { page } = reader;
  const both = new WorkshopFigure(reader, 'unroll-1', 'en');
  const lab = page.locator('#lab-1');
  await lab.getByRole('radio', { name: 'GRU', exact: true }).check();
  await lab.getByRole('radio', { name: both.text.settings.directions.both, exact: true }).check();
  await page.locator('#unroll-1').scrollIntoViewIfNeeded();
  await expect.poll(() => both.summary(), patient).toContain('read in both directions');
  expect(await seen('.name', both).allTextContents()).toEqual(Array(2 * 5).fill('GRU'));
  const slider = both.figure.getByRole('slider', { name: words.walk, exact: true });
  await slider.fill('2');
  run = await sameRun('en', 0, { cell: 'gru', direction: 'both' });
  await expect
    .poll(() => numbers(both), patient)
    .toEqual(
      expectedRows('alice', 1, [
        ['x2', 'layer0.x'],
        ['h2 forward →', 'layer0.h'],
        ['h2 backward ←', 'layer0.reverse.h'],
      ]),
    );
  const all = (await texts(both)).map(plain);
  expect(all).toContain(`W ${run.tensor('rnn.weight_ih_l0_reverse').shape.join(' × ')}`);
  expect(all).toContain(run.tensor('head.weight').shape.join(' × '));
  await reader.leave();
});
