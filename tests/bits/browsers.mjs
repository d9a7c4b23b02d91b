/** The workload of tests/bits in Chromium, Firefox and WebKitGTK. */
import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { launchChromium } from '../../scripts/chromium.mjs';
import { withWebKit } from '../support/webkit.mjs';

/** @typedef {import('./main.mjs').Outcome} Outcome */
/** @typedef {Record<string, string>} Hashes */

const script = 'build/bits/page.js';
const files = new Map([
  ['/', { type: 'text/html', text: '<!doctype html><script src="page.js"></script>' }],
  ['/page.js', { type: 'text/javascript', path: script }],
  ['/rnn.wasm', { type: 'application/wasm', path: 'build/engine/rnn.wasm' }],
]);

/** One script without modules: it runs as a page loads it, in any browser. */
async function bundle() {
  const { build } = await import('vite');
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      lib: {
        entry: 'tests/bits/page.ts',
        formats: ['iife'],
        name: 'bits',
        fileName: () => 'page.js',
      },
      outDir: 'build/bits',
      emptyOutDir: false,
      minify: false,
    },
  });
}

/**
 * Serves the page while `use` runs.
 * @template T
 * @param {(url: string) => Promise<T>} use
 */
async function withPage(use) {
  await bundle();
  const server = createServer((request, response) => {
    const file = files.get(request.url ?? '');
    if (!file) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': file.type });
    if (file.path === undefined) return response.end(file.text);
    return createReadStream(file.path).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  try {
    const address = /** @type {import('node:net').AddressInfo} */ (server.address());
    return await use(`http://127.0.0.1:${address.port}/`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** @returns {Promise<Outcome>} */
async function inChromium() {
  const name = 'chromium';
  if (!existsSync(process.env.CHROMIUM_PATH ?? '/usr/bin/chromium')) {
    return { name, missing: 'Chromium is not installed' };
  }
  return withPage(async (url) => {
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      await page.goto(url);
      return { name, hashes: /** @type {Hashes} */ (await page.evaluate('window.runBits()')) };
    } finally {
      await browser.close();
    }
  });
}

/** @returns {Promise<Outcome>} */
async function inFirefox() {
  const name = 'firefox';
  const executablePath = process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr';
  if (!existsSync(executablePath)) return { name, missing: 'Firefox is not installed' };
  const { launch } = await import('puppeteer-core');
  return withPage(async (url) => {
    const browser = await launch({ browser: 'firefox', executablePath, headless: true });
    try {
      const page = await browser.newPage();
      await page.goto(url);
      return { name, hashes: /** @type {Hashes} */ (await page.evaluate('window.runBits()')) };
    } finally {
      await browser.close();
    }
  });
}

/** @returns {Promise<Outcome>} */
async function inWebKit() {
  const name = 'webkitgtk';
  const result = await withPage((url) => withWebKit(url, 'return window.runBits()'));
  return typeof result === 'string' ? { name, missing: result } : { name, hashes: result };
}

/** @type {Record<string, () => Promise<Outcome>>} */
export const inBrowsers = { chromium: inChromium, firefox: inFirefox, webkitgtk: inWebKit };
