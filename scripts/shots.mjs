/**
 * `npm run shots`: every page of the built site, wide and narrow, light and dark, as PNG files
 * in build/shots. `--readme` makes the picture of README.md instead.
 */
import { mkdirSync, rmSync } from 'node:fs';
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

const { values } = parseArgs({ options: { readme: { type: 'boolean', default: false } } });
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

try {
  if (values.readme) {
    const cell = pages().find((page) => /^fr\/.+/.test(page));
    if (!cell) throw new Error(`${site}/fr has no chapter to take a picture of.`);
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
} finally {
  await browser.close();
  await server.close();
}
