import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults, darkFaults } from '../support/accessibility';
import { launchChromium } from '../support/chromium';
import { serveFramePage } from '../support/frame-site';
import { openFrame, type FramePage } from '../support/frame-visit';
import { tabTo } from '../support/keyboard';
import type { ServedSite } from '../support/site';

let site: ServedSite;
let browser: Browser;
let frame: FramePage;

beforeAll(async () => {
  site = await serveFramePage();
  browser = await launchChromium();
  frame = await openFrame(browser, site.url, '', { viewport: { width: 360, height: 740 } });
  await frame.figure(2).waitFor();
});
afterAll(async () => {
  await frame.reader.leave();
  await browser.close();
  await site.close();
});

describe('a figure', () => {
  it('has a name, says how to read it and what it shows, and speaks in one place', async () => {
    const { page, words } = frame;
    const figure = page.getByRole('figure', { name: 'A test curve' }).first();
    expect(await figure.locator('.caption').innerText()).toContain(words.reading);
    expect(
      await figure.evaluate((element) => element.ariaDescribedByElements?.[0]?.textContent),
    ).toBe('Level 3, 40 points; run 0 times.');
    expect(await page.locator('[data-announcer]').count()).toBe(1);
  });

  it('is read with arrows, and Escape ends the reading', async () => {
    const { page } = frame;
    const curve = page.getByRole('slider', { name: 'Read the curve' }).first();
    await tabTo(page, curve);
    const spoken = () => curve.getAttribute('aria-valuetext');
    expect(await spoken()).toBe('A curve');
    await page.keyboard.press('ArrowLeft');
    expect(await spoken()).toBe('point 39: 0.14');
    await page.keyboard.press('Home');
    await page.keyboard.press('PageUp');
    expect(await spoken()).toBe('point 8: 0.58');
    expect(await curve.getAttribute('aria-valuenow')).toBe('9');
    await page.keyboard.press('Escape');
    expect(await spoken()).toBe('A curve');
  });

  it('of rows and columns is read in both directions, on a canvas too', async () => {
    const { page } = frame;
    const map = page.getByRole('slider', { name: 'Read the map' }).first();
    await tabTo(page, map);
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight']) await page.keyboard.press(key);
    expect(await map.getAttribute('aria-valuetext')).toBe('row 1, column 1: 0.08');
    await page.keyboard.press('Control+End');
    expect(await map.getAttribute('aria-valuetext')).toBe('row 5, column 39: 0.14');
    const { width, height } = (await map.boundingBox())!;
    await map.hover({ position: { x: width * 0.5, y: height * 0.99 } });
    expect(await map.getAttribute('aria-valuetext')).toMatch(/^row 5, column 20:/);
    await page.mouse.move(0, 0);
    expect(await map.getAttribute('aria-valuetext')).toBe('A map');
  });

  it('plays with Space where the focus stands on it, and nowhere else', async () => {
    const { page } = frame;
    await tabTo(page, page.getByRole('slider', { name: 'Read the curve' }).first());
    await page.keyboard.press('Space');
    expect(await frame.summary(1)).toContain('run 1 times');
    expect(await frame.said()).toBe('Run 1');
    for (const target of [
      frame.figure(1).getByRole('slider', { name: 'Level' }),
      frame.menu(1, 'Inside'),
      frame.menu(1, frame.words.keys),
    ]) {
      await tabTo(page, target);
      await page.keyboard.press('Space');
    }
    expect(await frame.summary(1)).toContain('run 1 times');
    expect(await frame.figure(1).locator('dt').allInnerTexts()).toContain(
      frame.words.keyNames.space,
    );
  });
});

it('a figure knows whether it is in view', async () => {
  const seen = (count: number) => frame.menu(count, 'Inside').getAttribute('data-seen');
  await frame.page.evaluate(() => window.scrollTo(0, 0));
  await expect.poll(() => seen(1)).toBe('true');
  await frame.page.getByRole('heading', { name: 'End' }).scrollIntoViewIfNeeded();
  await expect.poll(() => seen(1)).toBe('false');
});

describe('the table of a figure', () => {
  it('keeps the moment at which it was opened, until it is renewed', async () => {
    const { words } = frame;
    await frame.menu(1, words.table).click();
    const note = frame.figure(1).locator('.note');
    const last = frame.figure(1).locator('tbody tr').last();
    expect(await note.innerText()).toContain(words.tableAt('level 3'));
    expect(await last.innerText()).toMatch(/39\s+0.141/);
    await frame.figure(1).getByRole('slider', { name: 'Level' }).fill('4');
    expect(await frame.summary(1)).toContain('Level 4');
    expect(await last.innerText()).toMatch(/39\s+0.141/);
    await note.getByRole('button', { name: words.renew }).click();
    expect(await note.innerText()).toContain(words.tableAt('level 4'));
    expect(await last.innerText()).toMatch(/39\s+-0.757/);
    await tabTo(frame.page, frame.figure(1).getByRole('group', { name: words.table }));
    await frame.page.keyboard.press('End');
    const region = frame.figure(1).getByRole('group', { name: words.table });
    await expect.poll(() => region.evaluate((each) => each.scrollTop)).toBeGreaterThan(100);
  });

  it('holds at most 200 rows, and says how many it leaves out', async () => {
    const { words } = frame;
    await frame.place(3).scrollIntoViewIfNeeded();
    await frame.menu(3, words.table).click();
    expect(await frame.figure(3).locator('tbody tr').count()).toBe(200);
    expect(await frame.figure(3).locator('tbody th').first().innerText()).toBe('200');
    expect(await frame.figure(3).locator('.note').innerText()).toContain(words.leftOut('200'));
  });
});

describe('a figure as a file', () => {
  it('is an SVG that opens alone, with the same colours', async () => {
    const { name, bytes } = await frame.saved(1, frame.words.saveAs('SVG'));
    const text = bytes.toString('utf8');
    expect(name).toBe('recurrence-toy-1.svg');
    expect(text).not.toMatch(/var\(|class=|style=|aria-|data-|<script|never seen/);
    expect(text.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|\/\/|url\((?!#)/);
    expect(text).toContain('<title>A test curve</title>');

    const alone = await browser.newPage();
    await alone.setContent(`<body>${text}</body>`);
    const look = (element: Element) => {
      const { stroke, strokeWidth, strokeDasharray, fill } = getComputedStyle(element);
      return { stroke, strokeWidth, strokeDasharray, fill };
    };
    const drawn = await frame.figure(1).locator('svg polyline').evaluate(look);
    expect(await alone.locator('polyline').evaluate(look)).toEqual(drawn);
    expect(drawn.stroke).toMatch(/^rgb\((?!0, 0, 0)/);
    // What overflows the drawing on the page lies inside the file.
    const [label, whole] = [alone.locator('text'), alone.locator('svg')];
    expect((await label.boundingBox())!.y).toBeGreaterThan((await whole.boundingBox())!.y);
    await alone.close();
  });

  it.each([1, 2])('is a PNG of twice its size (figure %i)', async (count) => {
    const { name, bytes } = await frame.saved(count, frame.words.saveAs('PNG'));
    expect(name).toBe(`recurrence-toy-${count}.png`);
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    const width = bytes.readUInt32BE(16);
    const drawn = frame.figure(count).locator(count === 1 ? 'svg' : 'canvas');
    // An SVG has its own width and a margin; a canvas is as wide as on the page.
    const expected = count === 1 ? 560 + 16 : (await drawn.boundingBox())!.width;
    expect(width).toBe(Math.round(2 * expected));
    expect(bytes.length).toBeGreaterThan(500);
  });

  it('is its numbers, with a point and all their digits', async () => {
    const { name, bytes } = await frame.saved(1, frame.words.saveAs('CSV'));
    expect(name).toBe('recurrence-toy-1.csv');
    const lines = bytes.toString('utf8').split('\r\n');
    expect(lines[0]).toBe('\ufeffindex,"value, ""raw"""');
    expect(lines[40]).toBe(`39,${Math.sin(4)}`);
    expect(lines).toHaveLength(42);
  });
});

describe('the large view', () => {
  it('shows the figure alone, keeps the focus, and gives it back', async () => {
    const { page, words } = frame;
    await page.setViewportSize({ width: 1280, height: 800 });
    const opener = frame.menu(1, words.large);
    await tabTo(page, opener);
    const before = await page.evaluate(() => window.scrollY);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'A test curve' });
    expect(await dialog.boundingBox()).toEqual({ x: 0, y: 0, width: 1280, height: 800 });
    expect(await accessibilityFaults(page)).toEqual([]);
    for (let pressed = 0; pressed < 14; pressed += 1) {
      await page.keyboard.press('Tab');
      const outside = await page.evaluate(() => {
        const { activeElement } = document;
        return activeElement !== document.body && !activeElement?.closest('[role=dialog]');
      });
      expect(outside).toBe(false);
    }
    await dialog.focus();
    await page.keyboard.press('Space');
    expect(await frame.summary(1)).toContain('run 2 times');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await opener.evaluate((each) => each === document.activeElement)).toBe(true);
    expect(await page.evaluate(() => window.scrollY)).toBe(before);
    expect(await page.locator('[inert]').count()).toBe(0);
  });
});

it('everything opened is accessible, fits 360 pixels, and can be touched', async () => {
  const { page } = frame;
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await darkFaults(page)).toEqual([]);
  const small = await page.locator('.frame button, .frame input').evaluateAll((all) =>
    all.flatMap((each) => {
      const { width, height } = each.getBoundingClientRect();
      return width >= 24 && height >= 24 ? [] : [`${each.textContent} ${width} × ${height}`];
    }),
  );
  expect(small.filter((each) => !each.startsWith(' '))).toEqual([]);
  const [needed, given] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(needed).toBeLessThanOrEqual(given!);
});
