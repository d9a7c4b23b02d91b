/** The confusion matrix in a browser: what it counts is what the engine answers. */
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { confusionWords } from '../../web/app/i18n/confusion';
import { figureWords } from '../../web/app/i18n/figure';
import { ownTextWords } from '../../web/app/i18n/own-text';
import { sendAddress } from '../../web/app/instruments/confusion/send';
import { isolated } from '../../web/app/lab/word-figure';
import { workshopSlug } from '../../web/shared/lesson';
import type { Confusion } from '../../web/shared/protocol';
import { ConfusionQuestion } from '../../web/worker/confusion';
import { Inquiry } from '../../web/worker/question';
import type { Run } from '../../web/worker/run';
import { accessibilityFaults, darkFaults } from '../support/accessibility';
import { launchChromium } from '../support/chromium';
import { tabTo } from '../support/keyboard';
import { patient } from '../support/lab-page';
import { serveSite, type ServedSite } from '../support/site';
import { visit } from '../support/visit';
import { openAlone, plain, sameRun, WorkshopFigure } from '../support/workshop-page';
import { FakeHost } from '../wasm/fake-host';

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

const confusionOf = async (of: Run): Promise<Confusion> =>
  (await Inquiry.begin(
    of.snapshot(),
    (model) => new ConfusionQuestion(model, of.dataset, of.weightsStep),
  ).answer(new FakeHost()))!;

/** What the cells of a figure hold. */
const counts = (within: Locator): Promise<number[][]> =>
  within
    .locator('tbody tr:has([data-count])')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll<HTMLElement>('[data-count]')].map((cell) =>
          Number(cell.dataset['count']),
        ),
      ),
    );

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

describe('among the other instruments of a page', () => {
  const path = (hash: string): string => `${site.url}en/${workshopSlug.en}/${hash}`;

  it('stands as its link says, sends a text, and takes that back', async () => {
    const scene = 'label:male,answer:female,order:near';
    const reader = await visit(browser, path(`#confusion-1&confusion-1=${scene}`));
    const { page } = reader;
    const place = page.locator('#confusion-1');
    const examples = place.locator('section[data-examples]');
    await examples.waitFor();
    expect(await place.locator('[aria-selected="true"]').getAttribute('data-row')).toBe('1');
    expect(await place.getByRole('combobox').inputValue()).toBe('near');
    const text = await examples.locator('li .text').first().innerText();
    const field = page.locator('#try-1').getByLabel(ownTextWords.en.label, { exact: true });
    await page.locator('#try-1').scrollIntoViewIfNeeded();
    const before = await field.inputValue();
    const { quoted, examples: say } = confusionWords.en;
    const name = say.sendNamed.try(isolated(quoted(isolated(text))));
    await examples.getByRole('link', { name, exact: true }).click();
    await expect.poll(() => field.inputValue(), patient).toBe(text);
    const { link } = figureWords.en;
    expect(plain(await page.locator('[data-announcer]').innerText())).toContain('Try a text');
    await page.locator('#try-1').getByRole('button', { name: link.undo }).click();
    await expect.poll(() => field.inputValue(), patient).toBe(before);
    await reader.leave();
  });

  it('goes on counting while the model trains, and ends with its last step', async () => {
    const reader = await visit(browser, path('#confusion-1&lab-1=hidden:64,direction:both'));
    const place = reader.page.locator('#confusion-1');
    const drawn = place.locator('.drawn');
    await drawn.waitFor();
    await place.locator('.model button').first().click();
    await expect
      .poll(() => drawn.getAttribute('data-step').then(Number), patient)
      .toBeGreaterThan(0);
    expect(await place.locator('p.count').innerText()).toContain(confusionWords.en.going);
    await place.locator('.model button').first().click();
    const line = place.locator('.model:not([data-stage="training"])');
    await line.waitFor();
    const step = Number(await line.getAttribute('data-step'));
    await place.locator(`.drawn[data-step="${step}"]`).waitFor();
    const expected = await confusionOf(
      await sameRun('en', step, { hidden: 64, direction: 'both' }),
    );
    await expect.poll(() => counts(place), patient).toEqual(expected.counts);
    expect(await place.locator('p.count').innerText()).not.toContain(confusionWords.en.going);
    await reader.leave();
  });

  it('is what an address from another page opens, with that page’s model', async () => {
    const hash = sendAddress('try', 'the old *man the boats', 'dataset:look-ahead-en,cell:gru');
    const reader = await visit(browser, path(hash));
    const tried = new WorkshopFigure(reader, 'try-1', 'en');
    await tried.figure.waitFor();
    await expect.poll(() => tried.own.inputValue(), patient).toBe('the old *man the boats');
    await expect
      .poll(() => tried.figure.locator('.model').innerText(), patient)
      .toMatch(/GRU[^]*ambiguous words/);
    await reader.leave();
  });

  it('counts a run that diverged with the weights that were kept', async () => {
    const settings = 'learningRate:1000000,clipNorm:0,optimizer:sgd';
    const reader = await visit(browser, path(`#confusion-1&lab-1=${settings}`));
    const place = reader.page.locator('#confusion-1');
    await place.locator('.drawn').waitFor();
    await place.locator('.model button').first().click();
    await place.locator('.model[data-stage="diverged"]').waitFor();
    await expect
      .poll(() => place.locator('.drawn p.count').innerText(), patient)
      .toContain(confusionWords.en.kept('0').slice(0, 16));
    await reader.leave();
  });
});
