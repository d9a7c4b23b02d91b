/** The confusion matrix in a browser: what it counts is what the engine answers. */
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { confusionWords } from '../../web/app/i18n/confusion';
import type { Run } from '../../web/worker/run';
import { accessibilityFaults, darkFaults } from '../support/accessibility';
import { launchChromium } from '../support/chromium';
import { confusionOf, counts } from '../support/confusion-page';
import { tabTo } from '../support/keyboard';
import { patient } from '../support/lab-page';
import { serveSite, type ServedSite } from '../support/site';
import { openAlone, plain, sameRun, type WorkshopFigure } from '../support/workshop-page';

let site: ServedSite;
let browser: Browser;
let figure: WorkshopFigure;
/** The same three steps, made here. */
let run: Run;
const words = confusionWords.fr;

beforeAll(async () => {
  site = await serveSite('/cours');
  browser = await launchChromium();
  run = await sameRun('fr', 3);
  figure = await openAlone(
    browser,
    site.url,
    { id: 'confusion-1', language: 'fr' },
    { viewport: { width: 360, height: 740 } },
  );
});
afterAll(async () => {
  await figure.reader.leave();
  await browser.close();
  await site.close();
});

const counted = (step: number): Promise<void> =>
  figure.figure.locator(`.drawn[data-step="${step}"]`).waitFor();
const cell = (row: number, column: number): Locator =>
  figure.figure.locator(`[data-row="${row}"][data-column="${column}"]`);
const list = (): Locator => figure.figure.locator('section[data-examples]');
const margins = (): Promise<number[]> =>
  list()
    .locator('li')
    .evaluateAll((all) => all.map((each) => Number((each as HTMLElement).dataset['margin'])));

describe('a count', () => {
  it('is that of the whole validation part, by a model that has learnt nothing', async () => {
    await counted(0);
    const untrained = await confusionOf(await sameRun('fr', 0));
    const shown = await counts(figure.figure);
    expect(shown).toEqual(untrained.counts);
    expect(shown.flat().reduce((sum, each) => sum + each, 0)).toBe(run.dataset.info.validation);
    expect(await figure.figure.locator('.drawn p.count').innerText()).toContain(words.untrained);
  });

  it('follows its model by itself, and its numbers are the engine’s', async () => {
    await tabTo(figure.page, figure.model('step'));
    for (const step of [1, 2, 3]) {
      await figure.page.keyboard.press('Enter');
      await figure.atStep(step);
    }
    await counted(3);
    const expected = await confusionOf(run);
    expect(await counts(figure.figure)).toEqual(expected.counts);
    const right = expected.counts[0]![0]! + expected.counts[1]![1]!;
    const { integer, percent } = figure.format;
    const all = run.dataset.info.validation;
    expect(plain(await figure.figure.locator('p.accuracy').innerText())).toContain(
      plain(`${percent(right / all)}\u202f: ${integer(right)} mots sur ${integer(all)}`),
    );
    const recall = expected.counts[0]![0]! / (expected.counts[0]![0]! + expected.counts[0]![1]!);
    expect(await figure.figure.locator('[data-recall="0"]').innerText()).toBe(percent(recall));
    const called = expected.counts[0]![1]! + expected.counts[1]![1]!;
    expect(await figure.figure.locator('[data-precision="1"]').innerText()).toBe(
      called === 0 ? '–' : percent(expected.counts[1]![1]! / called),
    );
  });

  it('can be asked for again, and is told', async () => {
    await figure.button(words.again).click();
    const { integer } = figure.format;
    await expect
      .poll(() => figure.said(), patient)
      .toContain(plain(`sur ${integer(run.dataset.info.validation)} mots`));
    expect(await figure.said()).toBe(await figure.summary());
  });

  it('is a table and a file', async () => {
    const { integer } = figure.format;
    const expected = (await confusionOf(run)).counts;
    const rows = await figure.table();
    expect(rows[1]!.slice(1, 3)).toEqual(expected[0]!.map(integer));
    const [, first] = (await figure.saved('CSV')).split('\r\n');
    expect(first!.split(',').slice(0, 3)).toEqual(['féminin', ...expected[0]!.map(String)]);
    const picture = await figure.saved('SVG');
    for (const count of expected.flat()) expect(picture).toContain(`>${integer(count)}<`);
  });
});

describe('the cells', () => {
  it('are walked by keyboard, and Enter opens the examples of one', async () => {
    const { page } = figure;
    await tabTo(page, cell(0, 0));
    await page.keyboard.press('ArrowDown');
    expect(await cell(1, 0).evaluate((each) => each === document.activeElement)).toBe(true);
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowUp');
    const expected = await confusionOf(run);
    const [wrong, all] = [
      expected.counts[0]![1]!,
      expected.counts[0]![0]! + expected.counts[0]![1]!,
    ];
    const described = (await cell(0, 1).getAttribute('aria-describedby'))!;
    const sentence = plain(await page.locator(`#${described}`).innerText());
    const { integer } = figure.format;
    expect(sentence).toContain(
      plain(`« féminin » pris pour « masculin » : ${integer(wrong)} sur ${integer(all)}`),
    );
    expect(await list().count()).toBe(0);
    await page.keyboard.press('Enter');
    await list().waitFor();
    expect(await cell(0, 1).getAttribute('aria-selected')).toBe('true');
    expect(await figure.said()).toBe(plain(await list().locator('h3').innerText()));
    const ranked = expected.cells.find((each) => each.label === 0 && each.answer === 1)!;
    expect(await list().getAttribute('data-examples')).toBe(String(ranked.sure.length));
    expect(await margins()).toEqual(ranked.sure.slice(0, 10).map(({ margin }) => margin));
    expect(await list().locator('li .text').first().innerText()).toBe(
      ranked.sure[0]!.tokens.join('').replaceAll("'", '’'),
    );
    await list().getByLabel(words.examples.order).selectOption('near');
    expect(await margins()).toEqual(ranked.near.slice(0, 10).map(({ margin }) => margin));
  });

  it('are clicked, all their examples shown, and closed again', async () => {
    const { page } = figure;
    await cell(1, 1).click();
    const ranked = (await confusionOf(run)).cells.find((each) => each.label + each.answer === 2)!;
    await expect
      .poll(() => list().getAttribute('data-examples'), patient)
      .toBe(String(ranked.near.length));
    await list()
      .getByRole('button', { name: words.examples.more('40') })
      .click();
    expect(await margins()).toEqual(ranked.near.map(({ margin }) => margin));
    const eleventh = list().locator('li').nth(10).locator('a').first();
    expect(await eleventh.evaluate((each) => each === document.activeElement)).toBe(true);
    await tabTo(page, cell(1, 1));
    await page.keyboard.press('Escape');
    expect(await list().count()).toBe(0);
    expect(await figure.said()).toBe(words.examples.closed);
  });
});

it('fits a phone, in the dark too, without a fault', async () => {
  await cell(0, 1).click();
  await list().locator('li').first().waitFor();
  expect(await accessibilityFaults(figure.page)).toEqual([]);
  expect(await darkFaults(figure.page)).toEqual([]);
  expect(await figure.sideways()).toBe(0);
  const tiny = await figure.figure.locator('button, select, a, td[tabindex]').evaluateAll((all) =>
    all.flatMap((each) => {
      const { width, height } = each.getBoundingClientRect();
      return width >= 24 && height >= 24 ? [] : [`${each.textContent} ${width} × ${height}`];
    }),
  );
  expect(tiny).toEqual([]);
});

it('sends an example to another instrument, out of being alone and back, with the same model', async () => {
  const { page } = figure;
  const text = await list().locator('li .text').first().innerText();
  await tabTo(page, list().locator('li a').first());
  await page.keyboard.press('Enter');
  await page.locator('[data-figure="cell-1"]').waitFor();
  expect(await page.locator('[data-figure="cell-1"] input[type=text]').first().inputValue()).toBe(
    text.replaceAll('’', "'"),
  );
  expect(await page.locator('#cell-1').evaluate((each) => each === document.activeElement)).toBe(
    true,
  );
  const model = page.locator('#cell-1 .model[data-step="3"]');
  await model.waitFor();
  await page.goBack();
  await figure.figure.waitFor();
  await counted(3);
  await model.waitFor({ state: 'detached' });
});
