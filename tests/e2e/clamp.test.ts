/** The instrument that holds gates, in a browser: what it shows is the engine's clamped run. */
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clampedLook } from '../../web/worker/clamped-look';
import { clampWords } from '../../web/app/i18n/clamp';
import { heldAnswer } from '../../web/app/instruments/clamp/answer';
import { clampFile, clampTable } from '../../web/app/instruments/clamp/clamp-table';
import { clampsOf, readHolds } from '../../web/app/instruments/clamp/holds';
import { ClampWording, type Told } from '../../web/app/instruments/clamp/in-words';
import { tensorChoice } from '../../web/app/instruments/states/tensor-choice';
import type { Run } from '../../web/worker/run';
import { accessibilityFaults, darkFaults } from '../support/accessibility';
import { launchChromium } from '../support/chromium';
import { tabTo } from '../support/keyboard';
import { patient } from '../support/lab-page';
import { serveSite, type ServedSite } from '../support/site';
import { openAlone, plain, printed, sameRun, type WorkshopFigure } from '../support/workshop-page';

const words = clampWords.fr;
const wording = new ClampWording('fr');
const text = 'maison';

let site: ServedSite;
let browser: Browser;
let figure: WorkshopFigure;
/** The page's run, made again in this process. */
let run: Run;

beforeAll(async () => {
  site = await serveSite();
  browser = await launchChromium();
  run = await sameRun('fr', 2);
  figure = await openAlone(
    browser,
    site.url,
    { id: 'clamp-1', language: 'fr', scene: 'symbol:c' },
    { viewport: { width: 360, height: 740 } },
  );
  await figure.model('step').waitFor();
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

/** What the page ought to show of these holds. */
function told(holds: string, symbol: 'c' | 'h' = 'c'): Told {
  const { settings, data } = run.opened;
  const choice = tensorChoice(settings, { symbol, layer: 1, backward: false })!;
  const clamps = clampsOf(readHolds(holds), settings, data.maxLength);
  const look = clampedLook(run, text, [choice.name], clamps);
  const names = ['féminin', 'masculin'];
  const answer = heldAnswer(look, data.marked)!;
  return { ...answer, look, choice, unit: data.unit, marked: data.marked, names };
}

/** Waits until the page says what came of these holds. */
const says = (holds: string): Promise<unknown> =>
  expect.poll(() => figure.summary(), patient).toBe(plain(wording.summary(told(holds))));

async function shows(holds: string): Promise<void> {
  await says(holds);
  const expected = clampTable(told(holds), wording, '');
  const rows = (await figure.table()).map((row) => row.map(plain));
  expect(rows).toEqual(
    [expected.columns, ...expected.rows].map((row) => row.map((cell) => plain(String(cell)))),
  );
}

const radio = (letter: string): Locator =>
  figure.figure.locator('.form').getByRole('radio', { name: new RegExp(`^${letter} `, 'u') });
const field = (name: string): Locator => figure.figure.getByLabel(name, { exact: true });
const held = (): Promise<string[]> =>
  figure.figure
    .locator('[data-hold] .name')
    .allInnerTexts()
    .then((all) => all.map(plain));

async function middleOf(row: number, column: number): Promise<{ x: number; y: number }> {
  const cells = figure.figure.locator('[data-map=free] .cells');
  await cells.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await cells.boundingBox())!;
  const [rows, columns, head] = await cells.evaluate((all) =>
    ['rows', 'columns', 'head'].map((name) => Number((all as HTMLElement).dataset[name])),
  );
  return {
    x: x + ((column + 0.5) * width) / columns!,
    y: y + head! + ((row + 0.5) * (height - head! - 1)) / rows!,
  };
}

describe('a gate held', () => {
  it('begins with none: the free reading alone', async () => {
    await shows('');
    expect(await figure.figure.locator('[data-map]').count()).toBe(1);
  });

  it('by pointer, ready made: table, sentence and file have the engine’s numbers', async () => {
    await figure.button(words.preset.forget('f')).click();
    await shows('f1.0.all.4');
    expect(await held()).toEqual([
      plain(wording.hold(readHolds('f1.0.all.4')[0]!, told('').choice)),
    ]);
    expect(await figure.said()).toBe(await figure.summary());
    expect(await figure.figure.locator('[data-map]').count()).toBe(3);

    const lines = (await figure.saved('CSV')).replace('\ufeff', '').trim().split('\r\n');
    const expected = clampFile(told('f1.0.all.4'), wording);
    expect(lines).toHaveLength(expected.rows.length + 1);
    lines.slice(1).forEach((line, at) => {
      const numbers = line
        .split(',')
        .slice(-2)
        .map((cell) => Number(cell.replace("'", '')));
      expect(numbers).toEqual(expected.rows[at]!.slice(-2));
    });
  });

  it('by keyboard: a value, units and steps; all follow, and Ctrl+Z takes them back', async () => {
    const { keyboard } = figure.page;
    const slider = field(words.value);
    await tabTo(figure.page, slider);
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight']) await keyboard.press(key);
    await shows('f1.3.all.4');
    await keyboard.press('Control+z');
    await says('f1.0.all.4');
    await keyboard.press('Control+Shift+z');
    await says('f1.3.all.4');
    await figure.button(words.undo).click();
    await figure.button(words.undo).click();
    await says('');
    await figure.button(words.redo).click();
    await says('f1.0.all.4');
  });

  it('and another one, in a rectangle that is drawn on the map', async () => {
    await radio('g').check();
    await figure.button(words.stops[0]).or(figure.button(words.candidateStops[0])).click();
    const [start, end] = [await middleOf(3, 1), await middleOf(8, 2)];
    const { mouse } = figure.page;
    await mouse.move(start.x, start.y);
    await mouse.down();
    await mouse.move(end.x, end.y, { steps: 4 });
    await mouse.up();
    const ends = [words.first.units, words.last.units, words.first.steps, words.last.steps];
    const values = await Promise.all(ends.map((name) => field(name).inputValue()));
    expect(values).toEqual(['4', '9', '2', '3']);
    await figure.button(words.hold).click();
    await shows('f1.0.all.4_g1.-100.4-9.2-3');
    expect(await held()).toHaveLength(2);
  });

  it('is chosen with Shift and arrows, and let go', async () => {
    const { keyboard } = figure.page;
    await figure.button(words.another).click();
    await figure.page.mouse.move(0, 0);
    await tabTo(figure.page, figure.figure.getByRole('slider', { name: words.cursors.held }));
    for (const key of ['ArrowDown', 'ArrowDown', 'Shift+ArrowRight', 'Shift+ArrowDown']) {
      await keyboard.press(key);
    }
    expect(await field(words.last.units).inputValue()).toBe('3');
    expect(await field(words.last.steps).inputValue()).toBe('2');
    const spoken = figure.figure.getByRole('slider', { name: words.cursors.held });
    expect(plain((await spoken.getAttribute('aria-valuetext'))!)).toBe(
      plain(wording.cell(told('f1.0.all.4_g1.-100.4-9.2-3'), 2, 1)),
    );
    await figure.button(words.letGo).first().click();
    await says('g1.-100.4-9.2-3');
    await figure.button(words.letGo).first().click();
    await says('');
    expect(await figure.figure.locator('.holds').innerText()).toContain(words.nothingHeld);
  });

  it('that does not fit the model is named and set aside, not lost', async () => {
    const other = await openAlone(browser, site.url, {
      id: 'clamp-1',
      language: 'en',
      scene: 'symbol:c,holds:z1.0.all.1_f1.0.60-61.all_i1.0.all.2-',
    });
    const list = other.figure.locator('[data-hold]');
    await expect.poll(() => other.summary(), patient).toContain(plain(clampWords.en.setAside(2)));
    const lines = (await list.allInnerTexts()).map(printed);
    expect(lines[0]).toContain(clampWords.en.misfits.cell);
    expect(lines[1]).toContain(clampWords.en.misfits.units);
    expect(lines[2]).not.toContain(clampWords.en.aside);
    expect(await other.figure.locator('[data-tensor]').getAttribute('data-held')).toBe('true');
    await other.reader.leave();
  });
});

it('is saved as one drawing that stands alone', async () => {
  await figure.button(words.preset['nothing-in']('i')).click();
  await shows('i1.0.all.2-');
  const svg = await figure.saved('SVG');
  expect(svg).not.toMatch(/var\(|class=|style=|NaN/);
  for (const title of ['Libre', 'Tenu', 'Différence']) expect(svg).toContain(`>${title}`);
  expect(svg).toContain('>fém');
});

it('is accessible, fits 360 pixels, and can be touched', async () => {
  expect(await accessibilityFaults(figure.page)).toEqual([]);
  expect(await darkFaults(figure.page)).toEqual([]);
  expect(await figure.small()).toEqual([]);
  expect(await figure.sideways()).toBeLessThanOrEqual(0);
});
