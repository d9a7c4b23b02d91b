import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { languages } from '../../web/shared/lesson';
import { launchChromium } from '../support/chromium';
import { labChapter } from '../support/lab-chapter';
import { LabPage, patient } from '../support/lab-page';
import { serveSite, type ServedSite } from '../support/site';
import { visit, type Visit } from '../support/visit';

let site: ServedSite;
let browser: Browser;
let reader: Visit;

beforeAll(async () => {
  site = await serveSite();
  browser = await launchChromium();
  reader = await visit(browser, site.url);
});
afterAll(async () => {
  await reader.leave();
  await browser.close();
  await site.close();
});

/** The page keeps a reader's words apart from its own by signs that do not print. */
const printed = (text: string): string => text.replaceAll(/[\u2068\u2069]/g, '');

describe.each(languages)('a word tried in %s', (language) => {
  const chapter = labChapter(language);
  const { recorded, text, format } = chapter;
  const { maxLength } = recorded.data;
  let lab: LabPage;

  beforeAll(async () => {
    await reader.page.goto(site.url + chapter.path);
    lab = new LabPage(reader.page, chapter);
    await lab.ready();
  });
  beforeEach(() => lab.word.fill(''));

  const unknown = (...letters: string[]): string =>
    lab.tokens.unknown(
      letters.map((letter) => text.word.quoted(letter)).join(', '),
      letters.length,
    );

  /** Types into the field as a paste does, and waits for so many letters of an answer. */
  async function answer(typed: string, letters: number): Promise<{ note: string; end: string }> {
    await lab.word.fill(typed);
    await lab.answered(letters);
    const rows = await lab.wordTable();
    expect(rows).toHaveLength(letters);
    for (const row of rows) expect(row.slice(1).join(' ')).toMatch(/\d.*%.*\d.*%/);
    const note = printed(await lab.wordNote.innerText());
    return { note, end: printed(rows.at(-1)?.[0] ?? '') };
  }

  it.each<[string, string, string, string[]]>([
    ['a character that no data hold', 'maжson', 'maжson', ['ж']],
    ['capitals and a space around', '  ROSE ', 'rose', []],
    ['right-to-left letters', 'שלום', 'שלום', ['ש', 'ל', 'ו', 'ם']],
    ['emoji', 'a🦊b👩🏽', 'a🦊b👩🏽', ['🦊', '👩', '🏽']],
    ['an invisible character', 'a\u202eb', 'aU+202Eb', ['U+202E']],
  ])('%s', async (_, typed, read, strange) => {
    const { note, end } = await answer(typed, [...typed.trim()].length);
    expect(end).toBe(read);
    expect(note).toContain(text.word.untrained);
    const sentence = unknown(...strange);
    if (strange.length > 0) expect(note).toContain(sentence);
    else expect(note).toBe(text.word.untrained);
    expect(await lab.section.locator('text.letter.unknown').count()).toBe(strange.length);
    expect(await lab.section.locator('.mark.unknown').count()).toBe(strange.length);
  });

  it('markup is read as letters', async () => {
    const dangerous = '<script>alert(1)</script>';
    const { end } = await answer(dangerous, dangerous.length);
    expect(end).toBe(dangerous);
    expect(await lab.verdict.innerText()).toContain(dangerous);
    expect(await lab.section.locator('script').count()).toBe(0);
  });

  it('10,000 letters are cut, and the page says how many', async () => {
    const { note, end } = await answer('abcde'.repeat(2000), maxLength);
    expect(end).toBe('abcde'.repeat(maxLength / 5));
    const cut = lab.tokens.cut(format.integer(10_000 - maxLength), format.integer(maxLength));
    expect(note).toContain(cut);
    const [field, column] = await Promise.all([lab.word.boundingBox(), lab.section.boundingBox()]);
    expect(field!.width).toBeLessThanOrEqual(column!.width);
  });

  it.each([
    ['nothing', ''],
    ['blanks', '   '],
  ])('%s is no word, and the page asks for one', async (_, typed) => {
    await answer('rose', 4);
    await lab.word.fill(typed);
    await expect.poll(() => lab.verdict.innerText(), patient).toBe(chapter.words.tryEmpty);
    expect(await lab.wordTable()).toEqual([]);
  });

  it('the words that the page proposes are answered', async () => {
    for (const suggestion of chapter.words.suggestions) {
      await lab.section.getByRole('button', { name: suggestion, exact: true }).click();
      expect(await lab.word.inputValue()).toBe(suggestion);
      // Two words in a row can be equally long: it is the name in the answer that tells.
      await lab.verdict.filter({ hasText: suggestion }).waitFor();
      await lab.answered([...suggestion].length);
      expect(await lab.section.locator('.letter.unknown').count()).toBe(0);
    }
  });
});
