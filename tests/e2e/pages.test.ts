import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults, darkFaults } from '../support/accessibility';
import { launchChromium } from '../support/chromium';
import { serveSite, type ServedSite } from '../support/site';
import { sitePages } from '../support/site-pages';
import { noScript, visit, type Visit } from '../support/visit';

let site: ServedSite;
let browser: Browser;
let reader: Visit;
let scriptless: Visit;

beforeAll(async () => {
  // Deeper than a host's root: whatever is not relative breaks.
  site = await serveSite('/cours/en-ligne');
  browser = await launchChromium();
  reader = await visit(browser, site.url);
  scriptless = await visit(browser, site.url, noScript);
});
afterAll(async () => {
  await reader.leave();
  await scriptless.leave();
  await browser.close();
  await site.close();
});

const widths = { narrow: { width: 360, height: 740 }, wide: { width: 1440, height: 900 } };

/** In the page: waits for its fonts and, where it has a lab, until its buttons can be used. */
async function lives(): Promise<void> {
  await document.fonts.ready;
  const unmounted = 'section[data-stage] button.primary:disabled';
  while (document.querySelector(unmounted)) await new Promise(requestAnimationFrame);
}

describe.each(sitePages())('page /%s', (path) => {
  it('is clean and accessible, narrow and wide, light and dark', async () => {
    const { page, watch } = reader;
    await page.goto(site.url + path);
    await page.evaluate(lives);
    for (const width of ['narrow', 'wide'] as const) {
      await page.setViewportSize(widths[width]);
      expect(await accessibilityFaults(page), width).toEqual([]);
      const [needed, given] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      expect(needed, `no sideways scroll, ${width}`).toBeLessThanOrEqual(given!);
    }
    expect(await darkFaults(page)).toEqual([]);
    watch.assertClean();
  });

  it('says its text without scripts, and every link of it is answered', async () => {
    const { page, watch } = scriptless;
    await page.goto(site.url + path);
    expect(await page.locator('h1').first().innerText()).not.toBe('');
    const links = await page
      .locator('a[href]')
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    const own = links.filter((link) => link.startsWith(site.url));
    for (const link of new Set(own.map((href) => href.replace(/#.*/, '')))) {
      const { status } = await fetch(link);
      expect(status, link).toBe(200);
    }
    watch.assertClean();
  });
});

it('an address that leads nowhere is answered 404, with a page', async () => {
  const answer = await fetch(`${site.url}fr/nulle-part`);
  expect(answer.status).toBe(404);
  expect(await answer.text()).toContain('<h1');
});
