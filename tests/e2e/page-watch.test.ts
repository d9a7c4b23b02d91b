import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium';
import { watchPage } from '../support/page-watch';

const policy = `<meta http-equiv="content-security-policy" content="script-src 'self'">`;
let server: Server;
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  server = createServer((request, response) => {
    const body = new URL(request.url ?? '/', 'http://_').searchParams.get('body');
    response.writeHead(body === null ? 404 : 200, { 'Content-Type': 'text/html' });
    response.end(`<!doctype html><link rel="icon" href="data:,">${body ?? ''}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = await launchChromium();
  context = await browser.newContext();
});
afterAll(async () => {
  await browser.close();
  server.close();
});

async function visit(body: string, allowed?: readonly RegExp[]) {
  const { port } = server.address() as AddressInfo;
  const page = await context.newPage();
  const watch = await watchPage(page, allowed);
  await page.goto(`http://127.0.0.1:${port}/?body=${encodeURIComponent(body)}`);
  // The page answers after it has told what happened before.
  await page.evaluate(() => document.readyState);
  await page.close();
  return watch;
}

describe('the watch over a page', () => {
  it.each([
    ['console error', '<script>console.error("a word")</script>', /console error: a word/],
    ['console warning', '<script>console.warn("a word")</script>', /console warning: a word/],
    ['dialog', '<script>alert("a word")</script>', /dialog: a word/],
    ['uncaught error', '<script>throw new Error("a word")</script>', /uncaught: .*a word/],
    [
      'refused script',
      `${policy}<script>void 0</script>`,
      /policy: script-src-elem refused inline/,
    ],
    ['missing file', '<img src="/absent.png" alt="">', /404/],
    ['other origin', '<img src="http://127.0.0.1:9/x.png" alt="">', /another origin: .*:9\/x/],
  ])('sees a %s', async (_, body, fault) => {
    const watch = await visit(body);
    expect(watch.faults.join('\n')).toMatch(fault);
    expect(() => {
      watch.assertClean();
    }).toThrow(fault);
  });

  it('is content with a clean page', async () => {
    const watch = await visit('<p>words</p>');
    expect(watch.faults).toEqual([]);
    watch.assertClean();
  });

  it('lets pass what a walk provokes on purpose', async () => {
    const watch = await visit('<script>console.error("a word")</script>', [/a word/]);
    expect(watch.faults).toEqual([]);
  });
});
