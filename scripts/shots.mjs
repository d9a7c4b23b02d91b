/**
 * `npm run shots`: every page of the built site, wide and narrow, light and dark, as PNG files
 * in build/shots, and each instrument of the workshop after some training. `--only pages` or
 * `--only instruments` makes one part; `--readme` makes the picture of README.md instead.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { launchChromium } from './chromium.mjs';
import { prepare } from './prepare.mjs';
import { serve } from './serve.mjs';
import { filesUnder } from './stamp.mjs';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const site = 'dist/site';
const folder = 'build/shots';
const picture = 'web/hosting/screenshot.png';
const widths = [
  { name: 'wide', viewport: { width: 1440, height: 900 } },
  { name: 'narrow', viewport: { width: 360, height: 740 } },
];
/** @type {('light' | 'dark')[]} */
const themes = ['light', 'dark'];

const { values } = parseArgs({
  options: { readme: { type: 'boolean', default: false }, only: { type: 'string' } },
});
prepare();
const server = await serve({ port: 0 });
const browser = await launchChromium();

/** Addresses of the site's pages, relative to its first. */
const pages = () =>
  filesUnder([site])
    .filter((file) => file.endsWith('.html'))
    .map((file) => relative(site, file).replace(/(^|\/)index\.html$/, '$1'));

/**
 * @param {string} page
 * @param {import('playwright-core').BrowserContextOptions} look
 * @param {import('playwright-core').PageScreenshotOptions} options
 * @param {(tab: import('playwright-core').Page) => Promise<void>} [before]
 */
async function shoot(page, look, options, before) {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...look });
  const tab = await context.newPage();
  await tab.goto(server.url + page, { waitUntil: 'networkidle' });
  await tab.evaluate(() => document.fonts.ready);
  await before?.(tab);
  await tab.screenshot(options);
  await context.close();
  process.stdout.write(`${options.path}\n`);
}

/**
 * Lets the lab's own run end in sight, as a reader sees it, and tries a word that it proposes.
 * @param {import('playwright-core').Page} tab
 */
async function watchLab(tab) {
  const lab = tab.locator('section[data-stage]').first();
  const toTop = () => lab.evaluate((section) => section.scrollIntoView());
  await toTop();
  await tab.locator('section[data-stage="paused"]').first().waitFor({ timeout: 120_000 });
  await lab.locator('button.word').last().click();
  await lab.locator('.verdict:not(.none)').waitFor();
  await toTop();
}

async function shootPages() {
  for (const page of pages()) {
    const name = page.replace(/\/$|\.html$/, '').replaceAll('/', '-') || 'first';
    for (const width of widths) {
      for (const colorScheme of themes) {
        const path = `${folder}/${name}-${width.name}-${colorScheme}.png`;
        await shoot(page, { viewport: width.viewport, colorScheme }, { path, fullPage: true });
      }
    }
  }
}

/** Trains the page's model, and has a race run, each for a while. @param {import('playwright-core').Page} tab */
async function trainAll(tab) {
  /** @param {string} what @param {number} examples */
  const trained = async (what, examples) => {
    const place = tab.locator(what).first();
    await place.scrollIntoViewIfNeeded();
    const verb = place.locator('button.primary:enabled').first();
    await verb.click();
    await tab.waitForFunction(
      ([each, least]) => {
        const seen = document.querySelector(String(each))?.getAttribute('data-examples');
        return Number(seen) >= Number(least);
      },
      /** @type {const} */ ([what, examples]),
      { timeout: 120_000 },
    );
    if ((await verb.getAttribute('aria-disabled')) !== 'true') await verb.click();
  };
  await trained('section[data-stage]', 6144);
  if ((await tab.locator('#race-1').count()) > 0) await trained('.race', 3072);
  const predict = tab.locator('.predict[data-phase="asking"]');
  if ((await predict.count()) > 0) {
    await predict.getByRole('textbox').first().fill('70');
    await tab.locator('.predict button.primary').click();
    await tab.locator('.predict[data-phase="committed"] button.primary').click();
    await tab.locator('.predict[data-phase="answered"]').waitFor();
  }
}

/**
 * Each instrument of the workshop by itself, in both themes, of one training.
 * @param {string} address
 * @param {(typeof widths)[number]} width
 */
async function shootInstruments(address, { name, viewport }) {
  const context = await browser.newContext({ reducedMotion: 'reduce', viewport });
  const tab = await context.newPage();
  await tab.goto(server.url + address, { waitUntil: 'networkidle' });
  await tab.evaluate(() => document.fonts.ready);
  const places = tab.locator('.place[id]');
  for (const place of await places.all()) {
    await place.scrollIntoViewIfNeeded();
    await place.locator('.room').waitFor({ state: 'detached' });
  }
  await trainAll(tab);
  for (const place of await places.all()) {
    const id = await place.getAttribute('id');
    await place.evaluate((each) => each.scrollIntoView());
    for (const colorScheme of themes) {
      await tab.emulateMedia({ colorScheme });
      // What is asked of the model when it comes into sight is drawn a frame after its answer.
      await tab.waitForLoadState('networkidle');
      await place.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
      const path = `${folder}/${address.slice(0, 2)}-${id}-${name}-${colorScheme}.png`;
      // As wide as the page: a figure may be wider than the text's column.
      const { top, height } = await place.evaluate((each) => {
        const box = each.getBoundingClientRect();
        return { top: box.top + scrollY, height: box.height };
      });
      const clip = { x: 0, y: top, width: viewport.width, height };
      await tab.screenshot({ path, fullPage: true, clip });
      process.stdout.write(`${path}\n`);
    }
  }
  await context.close();
}

try {
  if (values.readme) {
    const hasLab = (/** @type {string} */ page) =>
      readFileSync(`${site}/${page}index.html`, 'utf8').includes('data-stage=');
    const cell = pages().find((page) => /^fr\/(?!atelier).+/.test(page) && hasLab(page));
    if (!cell) throw new Error(`${site}/fr has no chapter with a lab to take a picture of.`);
    /** @type {import('playwright-core').BrowserContextOptions} */
    const look = {
      viewport: { width: 1280, height: 1120 },
      colorScheme: 'light',
      reducedMotion: 'no-preference',
    };
    await shoot(cell, look, { path: picture }, watchLab);
  } else {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    if (values.only !== 'instruments') await shootPages();
    if (values.only !== 'pages') {
      for (const address of ['fr/atelier/', 'en/workshop/']) {
        for (const width of widths) await shootInstruments(address, width);
      }
    }
  }
} finally {
  await browser.close();
  await server.close();
}
