import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from '../support/accessibility';
import { launchChromium } from '../support/chromium';
import { watchPage } from '../support/page-watch';
import { serveSite, type ServedSite } from '../support/site';
import { sitePages } from '../support/site-pages';

let site: ServedSite;
let browser: Browser;

beforeAll(async () => {
  // Deeper than a host's root: whatever is not relative breaks.
  site = await serveSite('/cours/en-ligne');
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

async function withPage(
  path: string,
  options: BrowserContextOptions,
  look: (page: Page) => Promise<void>,
  allowed?: readonly RegExp[],
): Promise<void> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const watch = await watchPage(page, allowed);
  await page.goto(site.url + path, { waitUntil: 'networkidle' });
  await look(page);
  await context.close();
  watch.assertClean();
}

const widths = { narrow: { width: 360, height: 740 }, wide: { width: 1440, height: 900 } };

describe.each(sitePages())('page /%s', (path) => {
  it.each(['narrow', 'wide'] as const)('is clean and accessible, %s, light and dark', (width) =>
    withPage(path, { viewport: widths[width], reducedMotion: 'reduce' }, async (page) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await accessibilityFaults(page), colorScheme).toEqual([]);
      }
      const [needed, given] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      expect(needed, 'no sideways scroll').toBeLessThanOrEqual(given ?? 0);
    }),
  );

  it('says its text without scripts, and every link of it is answered', () =>
    withPage(
      path,
      { javaScriptEnabled: false },
      async (page) => {
        expect(await page.locator('h1').first().innerText()).not.toBe('');
        const links = await page
          .locator('a[href]')
          .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
        const own = links.filter((link) => link.startsWith(site.url));
        for (const link of new Set(own.map((href) => href.replace(/#.*/, '')))) {
          const { status } = await fetch(link);
          expect(status, link).toBe(200);
        }
      },
      // Without scripts Chromium refuses what the page would load ahead.
      [/^request failed: .*\.js \(csp\)$/],
    ));
});

it('an address that leads nowhere is answered 404, with a page', async () => {
  const answer = await fetch(`${site.url}fr/nulle-part`);
  expect(answer.status).toBe(404);
  expect(await answer.text()).toContain('<h1');
});
