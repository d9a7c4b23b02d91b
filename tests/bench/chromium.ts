/** Two pages in one Chromium, built and served like the site: the engine's own, and its peers'. */
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { launchChromium } from '../../scripts/chromium.mjs';
import { serve } from '../../scripts/serve.mjs';
import './browser/page-calls';
import type { PagePeer } from './browser/page-calls';
import type { FirstStep, TakeSlice } from './slices';

export interface Chromium {
  readonly version: string;
  slicesOf(peer: PagePeer): TakeSlice;
  /** Of an engine in a new process of the browser, which has compiled nothing before. */
  firstStep(): Promise<FirstStep>;
  close(): Promise<void>;
}

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

async function buildPages(site: string, files: string, peers: boolean): Promise<void> {
  await build({
    root: path('browser'),
    publicDir: files,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { $build: path('../../build') } },
    worker: { format: 'es' },
    build: {
      outDir: site,
      emptyOutDir: true,
      // Where the site has its own: the same headers are sent.
      assetsDir: '_app/immutable',
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: ['index.html', ...(peers ? ['peers.html'] : [])].map((page) =>
          path(`browser/${page}`),
        ),
      },
    },
  });
}

const ready = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => window.bench !== undefined);

/**
 * @param files folder of what the pages fetch: limit.wasm, ONNX models
 * @param peers whether to open the page of tfjs and onnxruntime-web, which must be installed
 */
export async function openChromium(files: string, peers: boolean): Promise<Chromium> {
  const site = path('../../build/bench/site');
  await buildPages(site, files, peers);
  const server = await serve({ port: 0, site });
  const browser = await launchChromium();
  const context = await browser.newContext();
  const open = async (address: string): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(server.url + address);
    await ready(page);
    return page;
  };
  const engine = await open('');
  const others = peers ? await open('peers.html') : undefined;

  return {
    version: browser.version(),
    slicesOf(peer) {
      const page = peer === 'ours' || peer === 'limit' ? engine : others;
      if (page === undefined) throw new Error(`The page of ${peer} was not opened.`);
      return (task, milliseconds) =>
        page.evaluate(([name, what, time]) => window.bench!.takeSlice(name, what, time), [
          peer,
          task,
          milliseconds,
        ] as const);
    },
    async firstStep() {
      // Two contexts never share a process.
      const fresh = await browser.newContext();
      try {
        const page = await fresh.newPage();
        await page.goto(server.url);
        await ready(page);
        return await page.evaluate(() => window.bench!.firstStep!());
      } finally {
        await fresh.close();
      }
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
