import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lightWords } from '../../web/app/i18n/light';
import { symbols, type SymbolLetter } from '../../web/shared/symbols';
import { accessibilityFaults, darkFaults } from '../support/accessibility';
import { launchChromium } from '../support/chromium';
import { tabTo } from '../support/keyboard';
import { patient } from '../support/lab-page';
import { serveSite, type ServedSite } from '../support/site';
import { StatesPage } from '../support/states-page';
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

const lit = (page: Page): Promise<string | null> =>
  page.locator('.lightable').getAttribute('data-lit');
/** The mouse moves until the page, which may still be arriving, hears it. */
async function woken(page: Page): Promise<void> {
  const alive = page.locator('.lightable');
  while ((await alive.count()) === 0) {
    await page.mouse.move(300, 300);
    await page.mouse.move(0, 0);
  }
}
const said = (page: Page): Promise<string> => page.locator('[data-announcer]').innerText();
const words = (letter: SymbolLetter, language: 'fr' | 'en'): string => {
  const { name, definition } = symbols[letter][language];
  return lightWords[language].symbol(name, letter, definition);
};

describe('a letter of the lesson on the cell', () => {
  let reader: Visit;
  let page: Page;
  beforeAll(async () => {
    reader = await visit(browser, `${site.url}fr/cellule`, {
      viewport: { width: 1280, height: 900 },
    });
    ({ page } = reader);
    await woken(page);
  });
  afterAll(() => reader.leave());

  it('lights under the mouse wherever it stands, and not by colour alone', async () => {
    await page.locator('.equations math .sym-f').first().hover();
    expect(await lit(page)).toBe('f');
    await page.locator('[data-note="f"]').waitFor();
    const looks = (letter: SymbolLetter, place: string) =>
      page
        .locator(`${place} .sym-${letter}`)
        .first()
        .evaluate((each) => {
          const { textDecorationLine, backgroundImage, color } = getComputedStyle(each);
          return {
            marked: textDecorationLine === 'underline' || backgroundImage !== 'none',
            color,
          };
        });
    const places = ['.equations math', 'p math', 'code', '.symbol'];
    const dark = await page.evaluate(() => getComputedStyle(document.querySelector('.tag')!).color);
    for (const place of places) {
      const there = async (letter: SymbolLetter): Promise<boolean> =>
        (await page.locator(`${place} .sym-${letter}`).count()) > 0;
      if (await there('f')) {
        const { marked, color } = await looks('f', place);
        expect([place, marked, color === dark]).toEqual([place, true, false]);
      }
      if (await there('h')) expect(await looks('h', place)).toEqual({ marked: false, color: dark });
    }
    await page.mouse.move(0, 0);
    expect(await lit(page)).toBeNull();
    expect(await page.locator('[data-note]').count()).toBe(0);
  });

  it('is held by a tap in text or code, and let go by the next, by Escape, or beside it', async () => {
    const letter = page.locator('code .sym-h').first();
    const beside = page.locator('.prose p').first();
    const tap = async (place: typeof letter): Promise<void> => {
      await place.click({ position: { x: 2, y: 4 } });
      await page.mouse.move(0, 0);
    };
    await tap(letter);
    expect(await lit(page)).toBe('h');
    await expect.poll(() => said(page), patient).toContain(words('h', 'fr'));
    await tap(letter);
    expect(await lit(page)).toBeNull();
    await tap(letter);
    await page.keyboard.press('Escape');
    expect(await lit(page)).toBeNull();
    await tap(letter);
    await tap(beside);
    expect(await lit(page)).toBeNull();
  });

  it('is reached by arrows from one stop a box of equations, is said once, and let go', async () => {
    const box = page.locator('.equations[tabindex="0"]').first();
    await tabTo(page, box);
    expect(await lit(page)).toBeNull();
    const letters = await box
      .locator('math [class*="sym-"]')
      .evaluateAll((all) => all.map((each) => /sym-(\w)/u.exec(each.getAttribute('class')!)![1]!));
    await page.keyboard.press('ArrowRight');
    expect(await lit(page)).toBe(letters[0]);
    await expect.poll(() => said(page), patient).toContain(words(letters[0] as SymbolLetter, 'fr'));
    await page.keyboard.press('End');
    expect(await lit(page)).toBe(letters.at(-1));
    expect(await box.locator('.here').count()).toBe(1);
    await page.keyboard.press('ArrowLeft');
    expect(await lit(page)).toBe(letters.at(-2));
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await darkFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await lit(page)).toBeNull();
    expect(await page.locator('math .here').count()).toBe(0);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Tab');
    expect(await lit(page)).toBeNull();
  });

  it('lights the drawing of the cell too, whose own letters light the text', async () => {
    const cell = page
      .locator('[data-figure]')
      .filter({ has: page.locator('.strip') })
      .first();
    await page.locator('.equations math .sym-o').first().hover();
    expect(await lit(page)).toBe('o');
    if ((await cell.count()) > 0) {
      expect(await cell.locator('svg g.sym-o.lit').count()).toBeGreaterThan(0);
      await cell.locator('.names button').first().focus();
      expect(await lit(page)).not.toBe('o');
    }
  });
});

it('is told by the heat map that shows it, once, and lights the map whole', async () => {
  const reader = await visit(browser, `${site.url}en/workshop`);
  const { page } = reader;
  const states = new StatesPage(page, 'en');
  await states.ready(0);
  await woken(page);
  await states.tabToMap();
  expect(await lit(page)).toBe('h');
  await expect.poll(() => said(page), patient).toContain(words('h', 'en'));
  const outline = (): Promise<string> =>
    states.section.locator('[data-shows]').evaluate((map) => getComputedStyle(map).outlineStyle);
  expect(await outline()).toBe('solid');
  await page.keyboard.press('Tab');
  expect(await lit(page)).toBeNull();
  expect(await outline()).toBe('none');
  await states.section.locator('.sym-h').first().hover();
  expect(await outline()).toBe('solid');
  await reader.leave();
});

it('stands at the foot of a phone, where a tap beside it takes it away', async () => {
  const reader = await visit(browser, `${site.url}en/cell`, {
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    forcedColors: 'active',
  });
  const { page } = reader;
  // The first tap of all: what hears it has yet to come.
  await page.locator('.equations math .sym-i').first().tap();
  await expect.poll(() => lit(page), patient).toBe('i');
  const note = page.locator('[data-note="i"]');
  await note.waitFor();
  const { x, y, width, height } = (await note.boundingBox())!;
  expect([x, width, Math.round(y + height)]).toEqual([0, 360, 740]);
  expect(
    await page
      .locator('.equations math .sym-i')
      .first()
      .evaluate((i) => getComputedStyle(i).outlineStyle),
  ).toBe('solid');
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(sideways).toBe(0);
  await page.locator('.equations math .sym-i').first().tap();
  expect(await lit(page)).toBeNull();
  await reader.leave();
});
