import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gradientOf } from '../../web/worker/run-gradient';
import { formats } from '../../web/app/format';
import { printNorm, summaryOf } from '../../web/app/instruments/gradient/in-words';
import { languages } from '../../web/shared/lesson';
import { accessibilityFaults, darkFaults } from '../support/accessibility';
import { launchChromium } from '../support/chromium';
import { GradientPage, question, trained } from '../support/gradient-page';
import { serveSite, type ServedSite } from '../support/site';
import { visit, type Visit } from '../support/visit';

const classes = ['a', 'b', 'c', 'd'];
let site: ServedSite;
let browser: Browser;

beforeAll(async () => {
  site = await serveSite();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

describe('the gradient by pointer, in English', () => {
  let reader: Visit;
  let gradient: GradientPage;

  beforeAll(async () => {
    reader = await visit(browser, site.url + GradientPage.path('en', 'dataset:recall-20'), {
      viewport: { width: 1280, height: 1000 },
    });
    gradient = new GradientPage(reader.page, 'en');
    await gradient.drawn();
  });
  afterAll(() => reader.leave());

  it('shows before any training what the engine computes in Node', async () => {
    const runs = await trained('vanish', 0, { dataset: 'recall-20' });
    const flows = runs.map((run) => gradientOf(run, question()));
    expect(await gradient.summary()).toBe(summaryOf(flows, { language: 'en', classes }));
    await gradient.button(gradient.figure.table).click();
    expect(await gradient.table()).toEqual(gradient.rowsOf(flows));
    const csv = (await gradient.saved('CSV')).split('\r\n');
    expect(csv[1]).toContain(`1,a,${flows[0]!.h[0]},${flows[0]!.predicted![0]},`);
    const svg = await gradient.saved('SVG');
    expect(svg).not.toMatch(/var\(|class=|style=|aria-|data-/);
    expect(svg).toContain('stroke-dasharray');
  });

  it('shows it after each step, and the norm of the step', async () => {
    await gradient.button(gradient.words.step).click();
    await gradient.shows(1);
    const runs = await trained('vanish', 32, { dataset: 'recall-20' });
    const flows = runs.map((run) => gradientOf(run, question()));
    await expect.poll(() => gradient.summary()).toBe(summaryOf(flows, { language: 'en', classes }));
    const norm = printNorm(flows[0]!.norms.values[0]!, 'en');
    await expect
      .poll(() => gradient.norms.getAttribute('aria-valuetext'))
      .toContain(`RNN, step\u00a01: norm ${norm} before`);
  });

  it('reads another place, another score, and a text of the reader’s own', async () => {
    const { place, words } = gradient;
    await place.getByLabel(words.position).selectOption('6');
    await place.getByLabel(words.output).selectOption('c');
    await place.getByLabel(words.ownText).fill('duuxyzuvw');
    const [run] = await trained('vanish', 32, { dataset: 'recall-20' });
    const asked = { text: 'duuxyzuvw', label: 3, position: 5, output: 2 };
    const flow = gradientOf(run!, question(asked));
    const ratio = printNorm(flow.h[0]! / flow.h[5]!, 'en');
    await expect.poll(() => gradient.summary()).toContain(`RNN h\u00a0${ratio};`);
    expect(await gradient.summary()).toContain('right answer “d”, loss taken at step\u00a06');
    expect(await place.locator('svg').first().textContent()).toContain('score of “c”');

    await place.getByLabel(words.ownText).fill('xuu');
    await expect.poll(() => gradient.summary()).toBe(words.badStart);
    await place.getByLabel(words.ownText).fill('');
    await gradient.drawn();
  });

  it('draws what truncation cuts off', async () => {
    await gradient.place.getByLabel(gradient.words.position).selectOption('0');
    await gradient.place.locator('[data-preset="truncate"]').click();
    await gradient.shows(0);
    await expect.poll(() => gradient.summary()).toContain('off before step\u00a016.');
    const runs = await trained('truncate', 0);
    const flows = runs.map((run) => gradientOf(run, question({ output: 2 })));
    await expect.poll(() => gradient.summary()).toBe(summaryOf(flows, { language: 'en', classes }));
    expect(await gradient.place.locator('line.cut').count()).toBe(3);
  });

  it('is carried by its link', async () => {
    await gradient.button(gradient.figure.copy).click();
    const { hash } = new URL(reader.page.url());
    expect(hash).toContain('truncate:5');
    const other = await visit(browser, site.url + GradientPage.path('en').replace(/#.*/, hash));
    const copy = new GradientPage(other.page, 'en');
    await copy.drawn();
    expect(await copy.setting('truncate').inputValue()).toBe('5');
    await other.leave();
  });
});

describe('a gradient that explodes, by keyboard, in French', () => {
  let reader: Visit;
  let gradient: GradientPage;

  beforeAll(async () => {
    reader = await visit(browser, site.url + GradientPage.path('fr'), {
      viewport: { width: 1280, height: 1000 },
    });
    gradient = new GradientPage(reader.page, 'fr');
    await gradient.drawn();
    await gradient.place.locator('[data-preset="explode"]').focus();
    await reader.page.keyboard.press('Enter');
  });
  afterAll(() => reader.leave());

  it('says the step where it came, and shows the weights that were kept', async () => {
    const [run] = await trained('explode', Infinity);
    const { divergedAt, keptStep } = run!.status;
    const { norms } = gradientOf(run!, question());
    expect(Number.isFinite(norms.values.at(-1))).toBe(false);

    await gradient.cursor.focus();
    await reader.page.keyboard.press(' ');
    const told = gradient.place.locator('[data-diverged]');
    await told.waitFor({ timeout: 60_000 });
    await reader.page.keyboard.press(' ');
    await gradient.reached('paused');
    // The norms come with the answer after the news.
    const before = `contre ${printNorm(norms.values.at(-2)!, 'fr')} au pas d’avant`;
    await expect.poll(() => told.innerText(), { timeout: 20_000 }).toContain(before);
    const text = await told.innerText();
    expect(text).toContain(`RNN a divergé au pas\u00a0${divergedAt}`);
    expect(text).toContain(`ceux d’après le pas\u00a0${keptStep}`);
    await gradient.shows(keptStep!);
    expect(await gradient.place.locator('.strip .over').count()).toBe(1);
  });

  it('reads curves and norms by arrows', async () => {
    const { page } = reader;
    await gradient.cursor.focus();
    await page.keyboard.press('Home');
    expect(await gradient.cursor.getAttribute('aria-valuetext')).toMatch(/^Pas\u00a01, «\u202fa/);
    await page.keyboard.press('ArrowRight');
    expect(await gradient.cursor.getAttribute('aria-valuetext')).toMatch(/^Pas\u00a02, «\u202fu/);
    await gradient.norms.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    expect(await gradient.norms.getAttribute('aria-valuetext')).toMatch(/^LSTM, pas\u00a01\u202f:/);
  });

  it('goes on from them, clipped, and then learns', async () => {
    const setting = { clipNorm: 1 };
    await gradient.button(gradient.words.recover.clip('1')).focus();
    await reader.page.keyboard.press('Enter');
    await expect.poll(() => gradient.message()).toContain('Repris des poids d’après le pas\u00a00');
    expect(await gradient.setting('clipNorm').inputValue()).toBe('1');
    await gradient.reached('running');
    await gradient.reached('over');
    // Kept after step 0, the weights are those of a fresh run with the ceiling.
    const runs = await trained('explode', Infinity, setting);
    const flows = runs.map((run) => gradientOf(run, question()));
    expect(runs[0]!.validations.at(-1)!.accuracy).toBe(1);
    const rnn = printNorm(flows[0]!.h[0]! / flows[0]!.h.at(-1)!, 'fr');
    await expect.poll(() => gradient.summary()).toContain(`RNN h\u00a0${rnn}\u202f;`);
    expect(await gradient.place.locator('[data-diverged]').count()).toBe(0);
    expect(await gradient.message()).toContain(formats('fr').integer(runs[0]!.examples));
  });
});

describe.each(languages)('the gradient on a phone, in %s', (language) => {
  it('fits, and has no fault that a program finds, in light and in dark', async () => {
    const path = GradientPage.path(language, 'dataset:recall-80,truncate:20');
    const { page, leave } = await visit(browser, site.url + path, {
      viewport: { width: 360, height: 740 },
    });
    const gradient = new GradientPage(page, language);
    await gradient.drawn();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    const small = await gradient.place
      .locator('button, input, select, [role=slider]')
      .evaluateAll((all) =>
        all
          .filter((each) => each.checkVisibility() && each.getBoundingClientRect().height < 23.9)
          .map((each) => each.textContent),
      );
    expect(small).toEqual([]);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await darkFaults(page)).toEqual([]);
    await leave();
  });
});
