import { readFileSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { classResultWords } from '../../web/app/i18n/class-result';
import { loadConcepts } from '../../web/content/load';
import { concepts, formsBefore } from '../../web/shared/course-quiz';
import { readResult, resultFile } from '../../web/shared/course-result';
import { resultsSlug, teachSlug } from '../../web/shared/lesson';
import { accessibilityFaults, darkFaults } from '../support/accessibility';
import { launchChromium } from '../support/chromium';
import { CoursePage } from '../support/course-page';
import { serveSite, type ServedSite } from '../support/site';
import { visit } from '../support/visit';

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

const widths = { narrow: { width: 360, height: 740 }, wide: { width: 1440, height: 900 } };

/** The page as it stands, narrow and wide, light and dark. */
async function expectFit(page: Page): Promise<void> {
  for (const width of ['narrow', 'wide'] as const) {
    await page.setViewportSize(widths[width]);
    expect(await accessibilityFaults(page), width).toEqual([]);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      `no sideways scroll, ${width}`,
    ).toBeLessThanOrEqual(0);
  }
  expect(await darkFaults(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
}

const cells = (table: Locator, row: number): Promise<string[]> =>
  table.locator('tbody tr').nth(row).locator('th, td').allInnerTexts();

it('before and after the course are answered by keyboard, with a reload in between', async () => {
  const { page, leave } = await visit(browser, site.url);
  await page.goto(`${site.url}fr/`);
  await page.evaluate(
    ([key, value]) => localStorage.setItem(key!, value!),
    ['recurrence.course-quiz', JSON.stringify({ version: 1, seed: 3 })],
  );
  const before = new CoursePage(page, 'fr', 'before', 3);
  await before.open(site.url);
  const half = before.items.length / 2;
  const wrong = new Set([0, 1, 4, 7]);
  const answerAt = (index: number): Promise<void> =>
    before.answer(before.items[index]!, !wrong.has(index));
  for (let index = 0; index < half; index += 1) await answerAt(index);
  await before.counts(half);

  await page.reload();
  await before.counts(half);
  const kept = before.form(before.items[1]!).locator('[role=radio][aria-checked=true]');
  expect(await kept.count()).toBe(1);
  for (let index = half; index < before.items.length; index += 1) await answerAt(index);
  await before.counts(before.items.length);
  await expectFit(page);

  // What was missed is asked again; the first answer is the one that counts.
  await before.keys.press(page.getByRole('button', { name: before.keys.words.retryMissed }));
  await before.counts(before.items.length - wrong.size);
  await before.answer(before.items[1]!, true);

  const after = new CoursePage(page, 'en', 'after', 3);
  await after.open(site.url);
  await after.counts(0);
  await after.answer(after.items[0]!, true);
  await after.keys.press(
    after.form(after.items[1]!).getByRole('button', { name: after.keys.words.hint(1, 2) }),
  );
  await after.answer(after.items[1]!, true);
  await after.answer(after.items[2]!, false);
  await expectFit(page);

  const titles = loadConcepts('en');
  const { outcomes } = after.words;
  const table = after.result.locator('table');
  const titled = (index: number) => titles[concepts[index]!]!;
  expect(await cells(table, 0)).toEqual([titled(0), outcomes['not-yet'], outcomes.right]);
  expect(await cells(table, 1)).toEqual([titled(1), outcomes['not-yet'], outcomes.helped]);
  expect(await cells(table, 2)).toEqual([titled(2), outcomes.right, outcomes['not-yet']]);
  expect(await cells(table, 3)).toEqual([titled(3), outcomes.right, outcomes.unanswered]);
  expect(await after.result.locator('svg[role=img] .up').count()).toBe(2);
  expect(await after.result.locator('svg[role=img] .down').count()).toBe(1);
  expect(await after.result.innerText()).not.toContain('%');
  const links = await after.result.locator('li a').evaluateAll((all) => all.map(String));
  expect(links.length).toBeGreaterThan(0);
  for (const link of links) {
    const [address, id] = link.split('#');
    const text = await (await fetch(address!)).text();
    expect(text).toContain(`id="${id}"`);
  }

  await after.result.getByRole('textbox').fill('Zoé');
  const saved = page.waitForEvent('download');
  await after.keys.press(after.result.getByRole('button', { name: after.words.json }));
  const { result } = readResult(readFileSync(await (await saved).path(), 'utf8'));
  expect(result).toMatchObject({ name: 'Zoé', seed: 3 });
  expect(result!.concepts[1]).toEqual({
    concept: concepts[1],
    before: { form: formsBefore(3)[concepts[1]!], outcome: 'not-yet' },
    after: { form: formsBefore(3)[concepts[1]!] === 'A' ? 'B' : 'A', outcome: 'helped' },
  });

  const csv = page.waitForEvent('download');
  await after.keys.press(after.result.getByRole('button', { name: after.words.csv }));
  const lines = readFileSync(await (await csv).path(), 'utf8')
    .trimEnd()
    .split('\r\n');
  expect(lines).toHaveLength(1 + concepts.length);

  await after.keys.press(after.result.getByRole('button', { name: after.words.erase }));
  await after.keys.press(after.result.getByRole('button', { name: after.words.eraseSure }));
  await after.result.getByText(after.words.erased).waitFor();
  await after.counts(0);
  await leave();
});

it('on paper, the result stands without the questions', async () => {
  const { page, leave } = await visit(browser, site.url);
  const after = new CoursePage(page, 'fr', 'after', 0);
  await after.open(site.url);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.course-quiz').isVisible()).toBe(false);
  expect(await after.result.isVisible()).toBe(true);
  await leave();
});

it('a browser that keeps nothing is no obstacle, and the page says so', async () => {
  const { page, leave } = await visit(browser, site.url, { before: forget });
  await page.goto(`${site.url}en/before/`);
  const forms = page.locator('.course-quiz form');
  await forms.first().waitFor();
  await page.getByText('This browser does not keep your answers').waitFor();
  await forms.first().getByRole('radio').first().check();
  await forms.first().locator('button[type=submit]').click();
  await forms.first().locator('.verdict').waitFor();
  await leave();
});

it('regions of a drawing are large enough for a finger on a phone', async () => {
  const { page, leave } = await visit(browser, `${site.url}fr/`, { viewport: widths.narrow });
  await page.goto(`${site.url}fr/avant/`);
  await page.locator('.course-quiz [role=radiogroup]').nth(1).waitFor();
  const sizes = await page.locator('.course-quiz [role=radio] rect').evaluateAll((all) =>
    all.map((rect) => {
      const { width, height } = rect.getBoundingClientRect();
      return Math.min(width, height);
    }),
  );
  expect(sizes.length).toBeGreaterThan(20);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(24);
  await page.locator('.course-quiz [role=radio]').nth(3).click();
  const chosen = page.locator('.course-quiz [role=radio]').nth(3);
  expect(await chosen.getAttribute('aria-checked')).toBe('true');
  await leave();
});

it('a teacher adds up the files of a class, chosen or dropped, on the device', async () => {
  const words = classResultWords.en;
  const { page, leave } = await visit(browser, site.url);
  const asked: string[] = [];
  await page.goto(`${site.url}en/${teachSlug.en}/${resultsSlug.en}/`, { waitUntil: 'networkidle' });
  page.on('request', (request) => asked.push(request.url()));

  const learner = (seed: number, after: 'right' | 'not-yet') => {
    const drawn = formsBefore(seed);
    const rows = concepts.map((concept) => ({
      concept,
      before: { form: drawn[concept], outcome: 'not-yet' as const },
      after: { form: drawn[concept] === 'A' ? ('B' as const) : ('A' as const), outcome: after },
    }));
    const made = '2026-11-25T10:00:00.000Z';
    return resultFile({ name: '', seed, made, concepts: rows });
  };
  const file = (name: string, text: string) => ({
    name,
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
  const picker = page.locator('input[type=file]');
  await picker.setInputFiles([
    file('one.json', learner(1, 'right')),
    file('two.json', learner(2, 'not-yet')),
    file('notes.json', 'hello'),
  ]);
  await page.getByText(words.counted(2)).waitFor();
  expect(await page.locator('li', { hasText: 'notes.json' }).innerText()).toContain(
    words.why['not-json'],
  );

  const dropped = await page.evaluateHandle(
    ([text]) => {
      const data = new DataTransfer();
      data.items.add(new File([text!], 'three.json', { type: 'application/json' }));
      return data;
    },
    [learner(3, 'right')],
  );
  await page.locator('.drop').dispatchEvent('drop', { dataTransfer: dropped });
  await page.getByText(words.counted(3)).waitFor();
  const titles = loadConcepts('en');
  const first = await cells(page.locator('table'), 0);
  expect(first.slice(0, 4)).toEqual([titles[concepts[0]!]!, '3', '0', '2']);
  const drawnA = [1, 2, 3].filter((seed) => formsBefore(seed)[concepts[0]!] === 'A');
  const rightA = drawnA.filter((seed) => seed !== 2).length;
  expect(first[4]).toBe(
    drawnA.length === 0 ? words.nobody : words.change(0, rightA, drawnA.length),
  );
  await expectFit(page);

  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: words.csv }).click();
  expect((await saved).suggestedFilename()).toBe(`${words.file}.csv`);
  await page.getByRole('button', { name: words.clear }).click();
  await page.getByText(words.cleared).waitFor();
  expect(await page.locator('table').count()).toBe(0);
  expect(asked.filter((url) => !url.startsWith('blob:'))).toEqual([]);
  await leave();
});

/** In the page: refuses to keep anything. */
function forget(): void {
  Object.defineProperty(window, 'localStorage', {
    get: () => {
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    },
  });
}
