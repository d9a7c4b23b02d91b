/** The README's page, served as it stands with the package beside it. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../../scripts/chromium.mjs';
import { serve } from '../../scripts/serve.mjs';
import { examples, folder, project } from './installed';

let server: Awaited<ReturnType<typeof serve>>;
let browser: Awaited<ReturnType<typeof launchChromium>>;

beforeAll(async () => {
  const site = join(project, 'site');
  mkdirSync(site);
  cpSync(folder, join(site, 'recurrence-engine'), { recursive: true });
  const [page = '', ...more] = examples('html');
  expect(more).toEqual([]);
  writeFileSync(join(site, 'index.html'), page);
  server = await serve({ port: 0, site });
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

it('the README’s page trains in a browser, and answers while one types', async () => {
  const page = await browser.newPage();
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (line) => {
    // What a browser asks for of its own accord.
    if (!line.location().url.endsWith('/favicon.ico')) wrong.push(line.text());
  });
  await page.goto(server.url);
  await page.locator('#accuracy:not(:empty)').waitFor();
  const share = /Right on (\d+) %/.exec(await page.locator('#accuracy').innerText())?.[1];
  expect(Number(share)).toBeGreaterThanOrEqual(90);
  const answer = page.locator('#answer');
  await expect.poll(() => answer.innerText()).toMatch(/^English: \d+ %$/);
  await page.getByLabel('A number in words').fill('Soixante-sept');
  expect(await answer.innerText()).toMatch(/^French: \d+ %$/);
  expect(wrong).toEqual([]);
});
