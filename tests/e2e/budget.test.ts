import { gzipSync } from 'node:zlib';
import type { Browser, Response } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { languages } from '../../web/shared/lesson';
import { launchChromium } from '../support/chromium';
import { labChapter } from '../support/lab-chapter';
import { LabPage } from '../support/lab-page';
import { serveSite, type ServedSite } from '../support/site';
import { visit } from '../support/visit';

/** Bytes on the wire before the reader has touched anything; 1 kB is 1,000. */
const most = { code: 200_000, fonts: 60_000, data: 30_000 } as const;
type Kind = keyof typeof most;

let site: ServedSite;
let browser: Browser;

beforeAll(async () => {
  site = await serveSite();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const kindOf = (path: string): Kind =>
  /\.woff2$/u.test(path) ? 'fonts' : /\.txt$/u.test(path) ? 'data' : 'code';

/** As a host sends it: what is compressed already, as it is. */
async function sizeOf(response: Response): Promise<number> {
  // What was preloaded is told without its bytes: they are asked for again.
  const bytes = Buffer.from(await (await fetch(response.url())).arrayBuffer());
  return /\.woff2$/u.test(response.url()) ? bytes.length : gzipSync(bytes, { level: 9 }).length;
}

const looks = [
  // So tall that the lab is in sight at once, and makes its own run.
  ['a tall window', { width: 1280, height: 2600 }],
  ['a phone', { width: 360, height: 740 }],
] as const;

it.each(languages.flatMap((language) => looks.map((look) => [language, ...look] as const)))(
  'the first lesson in %s, in %s, is light before anything is touched',
  async (language, name, viewport) => {
    const chapter = labChapter(language);
    const { page, leave } = await visit(browser, 'about:blank', {
      viewport,
      reducedMotion: 'no-preference',
    });
    const responses = new Map<string, Response>();
    page.on('response', (response) => responses.set(response.url(), response));
    await page.goto(site.url + chapter.path, { waitUntil: 'networkidle' });
    const lab = new LabPage(page, chapter);
    if (viewport.height > 2000) await lab.section.locator('[data-retrace]').waitFor();
    await page.waitForLoadState('networkidle');

    const total: Record<Kind, number> = { code: 0, fonts: 0, data: 0 };
    const lines: [number, string][] = [];
    for (const [url, response] of responses) {
      const path = url.slice(site.url.length);
      const size = await sizeOf(response);
      total[kindOf(path)] += size;
      lines.push([size, path]);
    }
    const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
    const sums = Object.entries(total).map(
      ([kind, bytes]) => `${kind} ${kilobytes(bytes)} of ${kilobytes(most[kind as Kind])}`,
    );
    process.stdout.write(`First lesson, ${language}, ${name}: ${sums.join(', ')}\n`);
    const heavy = lines.sort(([one], [other]) => other - one).slice(0, 12);
    const told = heavy.map(([size, path]) => `${kilobytes(size)} ${path}`).join('\n');
    for (const kind of ['code', 'fonts', 'data'] as const) {
      expect(total[kind], `${kind}:\n${told}`).toBeLessThanOrEqual(most[kind]);
      expect(total[kind], kind).toBeGreaterThan(kind === 'data' && viewport.height < 2000 ? -1 : 0);
    }
    await leave();
  },
);
