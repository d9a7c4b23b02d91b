/**
 * Every instrument of the workshop, for everyone: small and large windows, text twice as large,
 * forced colours, print, a class before a screen. The instruments are those that are registered.
 */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { figureWords } from '../../web/app/i18n/figure';
import { strings } from '../../web/app/i18n';
import { schemas } from '../../web/app/instruments/schemas';
import { workshopSlug } from '../../web/shared/lesson';
import { launchChromium } from '../support/chromium';
import {
  clipped,
  lostMarks,
  overlaps,
  sideways,
  smallTargets,
  unreadable,
} from '../support/instrument-look';
import { tabThrough } from '../support/keyboard';
import { serveSite, type ServedSite } from '../support/site';
import { visit, type Visit } from '../support/visit';

let site: ServedSite;
let browser: Browser;
/** Reads text twice as large. */
let magnified: Browser;
let reader: Visit;
let page: Page;

const names = Object.keys(schemas);
const words = figureWords.fr;
const path = `fr/${workshopSlug.fr}/`;
const phone = { width: 360, height: 740 };
const screen = { width: 1280, height: 800 };

beforeAll(async () => {
  site = await serveSite();
  browser = await launchChromium();
  magnified = await launchChromium(['--blink-settings=defaultFontSize=32']);
  reader = await visit(browser, site.url + path, { viewport: phone, hasTouch: true });
  page = reader.page;
  await openAll(page);
  // A model that has learnt a little: every figure has something to draw.
  const lab = page.locator('section[data-stage]');
  await lab.getByRole('button', { name: strings('fr').lab.train, exact: true }).click();
  await page.locator('section[data-stage="training"]').waitFor();
  await page.waitForFunction(
    () =>
      Number(document.querySelector<HTMLElement>('[data-examples]')?.dataset['examples']) > 1024,
  );
  await lab.getByRole('button', { name: strings('fr').lab.pause, exact: true }).click();
  await page.locator('section[data-stage="paused"]').waitFor();
});
afterAll(async () => {
  await reader.leave();
  await magnified.close();
  await browser.close();
  await site.close();
});

const placeOf = (name: string, on = page): Locator => on.locator(`#${name}-1`);

/** Goes to each instrument, so that it comes. */
async function openAll(on: Page): Promise<void> {
  for (const name of names) {
    await placeOf(name, on).scrollIntoViewIfNeeded();
    await placeOf(name, on).locator('.room').waitFor({ state: 'detached' });
  }
}

/** The instrument in sight, drawn for the window and the colours in force. */
async function shown(name: string, on = page): Promise<Locator> {
  const place = placeOf(name, on);
  await place.evaluate((each) => each.scrollIntoView());
  await place.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  await on.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
  return place;
}

/** Its cursor on its first place, by key; not every instrument has one. */
async function read(place: Locator): Promise<void> {
  const cursor = place.locator('[role=slider]').first();
  if ((await cursor.count()) === 0) return;
  await cursor.focus();
  await page.keyboard.press('Home');
}

beforeEach(() =>
  page.emulateMedia({ media: 'screen', forcedColors: 'none', colorScheme: 'light' }),
);

describe.each(names)('%s', (name) => {
  it.each([
    ['a phone', phone],
    ['the narrowest window', { width: 320, height: 640 }],
    ['a small tablet', { width: 900, height: 800 }],
    ['a larger one', { width: 980, height: 800 }],
    ['a screen', screen],
  ])('fits %s, and nothing lies on anything else', async (_, viewport) => {
    await page.setViewportSize(viewport);
    const place = await shown(name);
    expect(await sideways(page)).toBeLessThanOrEqual(0);
    expect(await clipped(place)).toEqual([]);
    expect(await overlaps(place)).toEqual([]);
    expect(await smallTargets(place)).toEqual([]);
  });

  it.each(['light', 'dark'] as const)(
    'loses no mark to forced colours, %s',
    async (colorScheme) => {
      await page.setViewportSize(screen);
      await page.emulateMedia({ forcedColors: 'none', colorScheme });
      const place = await shown(name);
      await read(place);
      expect(await lostMarks(page, place)).toEqual([]);
      expect(await unreadable(place)).toEqual([]);
    },
  );

  it('prints without what only a screen can do', async () => {
    await page.setViewportSize({ width: 720, height: 1000 });
    await page.emulateMedia({ media: 'print' });
    const place = await shown(name);
    expect(await clipped(place)).toEqual([]);
    expect(await overlaps(place)).toEqual([]);
    const verbs = await place
      .locator('button:visible:not([role=radio]), input[type=range]:visible')
      .evaluateAll((all) => all.map(({ outerHTML }) => outerHTML));
    expect(verbs).toEqual([]);
  });

  it('is shown large, alone, in black and white, and gives the page back', async () => {
    await page.setViewportSize(screen);
    const place = await shown(name);
    const opener = place.locator('[data-enlarge]');
    await opener.focus();
    await page.keyboard.press('Enter');
    const dialog = place.getByRole('dialog');
    await dialog.waitFor();
    expect(await dialog.boundingBox()).toEqual({ x: 0, y: 0, ...screen });
    const { backgroundColor, color } = await dialog.evaluate((each) => {
      const style = getComputedStyle(each);
      return { backgroundColor: style.backgroundColor, color: style.color };
    });
    expect([backgroundColor, color]).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
    expect(await dialog.evaluate((each) => each.scrollWidth - each.clientWidth)).toBe(0);
    // The drawing is what is seen first.
    const top = (await dialog.locator('svg:visible, canvas:visible').first().boundingBox())!.y;
    expect(top).toBeLessThan(screen.height / 2);
    expect(await clipped(dialog)).toEqual([]);
    expect(await overlaps(dialog)).toEqual([]);
    await dialog.focus();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await opener.evaluate((each) => each === document.activeElement)).toBe(true);
    expect(await page.locator('[inert]').count()).toBe(0);
  });

  it('lists its keys', async () => {
    const place = await shown(name);
    const opener = place.getByRole('button', { name: words.keys, exact: true });
    await opener.click();
    const arrows = new RegExp(`^${words.keyNames.arrows}$`, 'u');
    await place.locator(`#${name}-1-keys dt`, { hasText: arrows }).waitFor();
    await opener.click();
  });

  it('alone, by keyboard, under forced colours, shows where the focus stands', async () => {
    const alone = await visit(browser, `${site.url}${path}#only=${name}-1`, {
      viewport: phone,
      forcedColors: 'active',
    });
    // It has come once its menu has.
    const menu = placeOf(name, alone.page).getByRole('button', { name: words.keys, exact: true });
    await menu.waitFor();
    await shown(name, alone.page);
    const stops = await tabThrough(alone.page);
    expect(stops.length).toBeGreaterThan(3);
    expect(stops.filter(({ marked, inSight }) => !marked || !inSight)).toEqual([]);
    await alone.leave();
  });
});

it('everything fits with text twice as large, and grows with it', async () => {
  const { page: large, leave } = await visit(magnified, site.url + path, { viewport: screen });
  await openAll(large);
  for (const name of names) {
    const place = await shown(name, large);
    expect(await sideways(large), name).toBeLessThanOrEqual(0);
    expect(await clipped(place), name).toEqual([]);
    expect(await overlaps(place), name).toEqual([]);
    expect(await smallTexts(place), name).toEqual([]);
  }
  await leave();
});

/** Texts, of drawings too, that did not grow: no text of the site is below 10 pixels as it is. */
const smallTexts = (place: Locator): Promise<string[]> =>
  place.evaluate((each) =>
    [...each.querySelectorAll<SVGTextElement>('svg text')].flatMap((text) => {
      if (!text.checkVisibility() || text.textContent.trim() === '') return [];
      const scale = text.getScreenCTM()?.a ?? 1;
      const size = parseFloat(getComputedStyle(text).fontSize) * scale;
      return size >= 15 ? [] : [`“${text.textContent.trim()}” ${size}`];
    }),
  );

it('nothing moves for a reader who wants no motion', async () => {
  const moving = await page.evaluate(() =>
    document.getAnimations().map((each) => (each as CSSAnimation).animationName),
  );
  expect(moving).toEqual([]);
});
