import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formats } from '../../web/app/format';
import { strings } from '../../web/app/i18n';
import { figureWords } from '../../web/app/i18n/figure';
import { summaryOf } from '../../web/app/instruments/cell/step-words';
import type { Run } from '../../web/worker/run';
import { accessibilityFaults, darkFaults } from '../support/accessibility';
import { CellVisit, expected, runApart, workshopHome } from '../support/cell-visit';
import { launchChromium } from '../support/chromium';
import { tabTo } from '../support/keyboard';
import { patient } from '../support/lab-page';
import { serveSite, type ServedSite } from '../support/site';
import { visit, type Visit } from '../support/visit';

let site: ServedSite;
let browser: Browser;
beforeAll(async () => {
  site = await serveSite('/cours');
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const steps = 8;

describe('a step of an LSTM, in English', () => {
  const text = 'Alice';
  let reader: Visit;
  let cell: CellVisit;
  let run: Run;
  beforeAll(async () => {
    run = await runApart('first-names', steps);
    reader = await visit(browser, site.url + workshopHome('en'), {
      permissions: ['clipboard-read', 'clipboard-write'],
      viewport: { width: 1280, height: 900 },
    });
    cell = new CellVisit(reader.page, 'en');
    await cell.ready();
  });
  afterAll(async () => {
    run.close();
    await reader.leave();
  });

  const shows = async (t: number, unit: number): Promise<void> => {
    const { seen, view } = expected(run, text, { t, unit });
    await cell.at(t);
    await expect.poll(() => cell.lines(), patient).toEqual(cell.linesOf(view));
    expect(await cell.summary).toBe(summaryOf(seen, view, view.values, 'en'));
    const { inner } = formats('en');
    const { values: v } = view;
    expect((await cell.drawn()).sort()).toEqual(
      [
        ...[`ct−1 ${inner(v.c_prev!)}`, `ct ${inner(v.c!)}`, `ht−1 ${inner(v.h_prev!)}`],
        ...[`ht ${inner(v.h!)}`, `f ${inner(v.f!)}`, `i ${inner(v.i!)}`],
        ...[`g ${inner(v.g!)}`, `o ${inner(v.o!)}`],
      ].sort(),
    );
  };

  it('says of an untrained model that its weights are drawn at random', async () => {
    expect(await cell.summary).toContain(cell.words.untrained);
    expect(await cell.figure.locator('.model').innerText()).toContain('seed\u00a01');
  });

  it('has the engine’s numbers, after each training step that is asked for here', async () => {
    for (let step = 1; step <= steps; step += 1) {
      await cell.button(strings('en').lab.step).click();
      await cell.ready(step);
    }
    expect(await cell.tokens.allTextContents()).toEqual([...'alice']);
    await shows(4, 1);
  });

  it('goes through time by keyboard and by pointer, and begins at zero', async () => {
    const { page } = reader;
    await tabTo(page, cell.button(cell.words.before));
    await page.keyboard.press('Shift+Tab');
    for (const [key, t] of [
      ...([
        ['ArrowLeft', 3],
        ['ArrowRight', 4],
        ['ArrowRight', 4],
        ['Home', 0],
      ] as const),
      ...([
        ['ArrowDown', 1],
        ['ArrowUp', 0],
        ['PageDown', 4],
        ['End', 4],
        ['PageUp', 0],
      ] as const),
    ]) {
      await page.keyboard.press(key);
      await cell.at(t);
      const focused = page.locator(':focus');
      expect(await focused.getAttribute('aria-checked'), key).toBe('true');
    }
    await shows(0, 1);
    expect(await cell.drawn()).toEqual(expect.arrayContaining(['ct−1 0.00', 'ht−1 0.00']));
    expect(await cell.button(cell.words.before).getAttribute('aria-disabled')).toBe('true');
    await cell.button(cell.words.after).click();
    await shows(1, 1);
    await cell.tokens.nth(2).click();
    await shows(2, 1);
    const bars = cell.figure.locator('.strip svg');
    const { width } = (await bars.boundingBox())!;
    await bars.click({ position: { x: (width / 5) * 3.5, y: 10 } });
    await shows(3, 1);
  });

  it('takes any unit, and finds the one that moves most', async () => {
    await cell.unit.press('End');
    await shows(3, 32);
    await cell.button(cell.words.mostActive).click();
    const { view } = expected(run, text, { t: 3, unit: 1 });
    expect(await cell.unit.inputValue()).toBe(String(view.mostActive + 1));
    await shows(3, view.mostActive + 1);
  });

  it('lights a letter in drawing, formula, strip and code alike', async () => {
    const { page } = reader;
    const dark = { drawing: [], strip: [], code: [], formula: 0 };
    await page.mouse.move(0, 0);
    expect(await cell.lit()).toEqual(dark);
    await cell.figure.locator('math [data-symbol="f"]').first().hover();
    const f = await cell.lit();
    expect([f.drawing, f.strip]).toEqual([['f'], ['f']]);
    expect(f.code).toEqual([
      expect.stringMatching(/^f\[at\] = sigmoid\(a_f\[at\]\);\s+\/\/ \(lstm\.2\)$/),
    ]);
    expect(f.formula).toBeGreaterThan(2);
    await cell.figure.locator('.strip [data-row="o"]').hover({ force: true });
    expect((await cell.lit()).drawing).toEqual(['o']);
    await cell.figure.locator('.code [data-symbol="g"]').first().hover();
    expect((await cell.lit()).strip).toEqual(['g']);
    await page.mouse.move(0, 0);
    expect(await cell.lit()).toEqual(dark);

    const name = cell.figure.locator('.names button').nth(2);
    await name.focus();
    expect((await cell.lit()).drawing).toEqual(['c']);
    expect((await cell.lit()).code[0]).toContain('(lstm.5)');
    await page.keyboard.press('Escape');
    expect(await cell.lit()).toEqual(dark);
  });

  it('reads a text of one’s own, marks what the model does not know, says what it cuts', async () => {
    await cell.figure.getByLabel(cell.words.text).fill(`Zoë ${'a'.repeat(60)}`);
    await expect.poll(() => cell.tokens.count(), patient).toBe(40);
    const strip = cell.figure.locator('.strip .scroll');
    expect(await cell.tokens.nth(2).getAttribute('aria-label')).toContain(cell.words.unknownToken);
    const said = await cell.figure.locator('.walk p').innerText();
    expect(said).toContain('“ë”');
    expect(said).toContain('Left out: 24');
    await cell.tokens.nth(39).press('Home');
    await cell.at(0);
    expect(await strip.evaluate((each) => each.scrollLeft)).toBeLessThan(9);
    await reader.page.keyboard.press('End');
    await cell.at(39);
    expect(await strip.evaluate((each) => each.scrollLeft)).toBeGreaterThan(100);
    await cell.figure.getByLabel(cell.words.text).fill('');
    await expect.poll(() => cell.tokens.count(), patient).toBe(5);
  });

  it('gives its link, its table as a file, and its drawing as a picture', async () => {
    const { page } = reader;
    await cell.tokens.nth(1).click();
    await cell.unit.press('Home');
    const saved = async (name: string): Promise<string> => {
      const waited = page.waitForEvent('download');
      await cell.button(name).click();
      return readFileSync(await (await waited).path(), 'utf8');
    };
    const csv = (await saved(figureWords.en.saveAs('CSV'))).split('\r\n');
    const { view } = expected(run, text, { t: 1, unit: 1 });
    expect(csv[0]).toBe('\ufeffStep,Read,f,i,g,o,c,h');
    const { f, i, g, o, c, h } = view.values;
    expect(csv[2]).toBe(`2,l,${f},${i},${g},${o},${c},${h}`);
    const svg = await saved(figureWords.en.saveAs('SVG'));
    expect(svg).toContain(formats('en').inner(view.values.c!));
    expect(svg).not.toMatch(/var\(|class=/);
    await cell.button(figureWords.en.copy).click();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toContain('cell-1=step:2');
  });

  it('is accessible, light and dark, and fits a phone', async () => {
    const { page } = reader;
    await cell.figure.getByLabel(cell.words.exercise.choose).selectOption('o');
    await cell.figure.locator('.task[data-task="o"]').waitFor();
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 740 });
      expect(await accessibilityFaults(page), String(width)).toEqual([]);
      const [needed, given] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      expect(needed).toBeLessThanOrEqual(given!);
    }
    expect(await darkFaults(page)).toEqual([]);
    const small = await cell.figure
      .locator('button, input, select, [role="button"]')
      .evaluateAll((all) =>
        all.flatMap((each) => {
          const { width, height } = each.getBoundingClientRect();
          const fits = width === 0 || (width >= 24 && height >= 24);
          return fits ? [] : [`${each.outerHTML.slice(0, 80)} ${width} × ${height}`];
        }),
      );
    expect(small).toEqual([]);
  });
});
