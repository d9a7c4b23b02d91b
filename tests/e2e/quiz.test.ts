import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Item } from '../../web/shared/quiz';
import { languages } from '../../web/shared/lesson';
import { launchChromium } from '../support/chromium';
import { tabTo } from '../support/keyboard';
import { labChapter, type LabChapter } from '../support/lab-chapter';
import { LabPage } from '../support/lab-page';
import { QuizKeys } from '../support/quiz-keys';
import { serveSite, type ServedSite } from '../support/site';
import { visit, type Visit } from '../support/visit';

let site: ServedSite;
let browser: Browser;
let reader: Visit;

beforeAll(async () => {
  site = await serveSite();
  browser = await launchChromium();
  reader = await visit(browser, site.url, { before: forget });
});
afterAll(async () => {
  await reader.leave();
  await browser.close();
  await site.close();
});

/** A quiz, done with nothing but keys. */
class QuizByKeyboard {
  readonly #forms: Locator;
  readonly #keys: QuizKeys;
  readonly count: Locator;

  constructor(
    readonly page: Page,
    readonly chapter: LabChapter,
  ) {
    this.#forms = page.locator('details.quiz form');
    this.count = page.locator('details.quiz summary .count');
    this.#keys = new QuizKeys(page, chapter.quizWords);
  }

  form(item: Item): Locator {
    return this.#forms.nth(this.chapter.quiz.items.indexOf(item));
  }

  verdict(item: Item): Locator {
    return this.form(item).locator('.verdict');
  }

  async open(): Promise<void> {
    await tabTo(this.page, this.page.locator('summary', { hasText: this.chapter.quiz.title }));
    await this.page.keyboard.press('Enter');
    await this.#forms.first().waitFor();
  }

  press(button: Locator): Promise<void> {
    return this.#keys.press(button);
  }

  check(item: Item, key?: string): Promise<void> {
    return this.#keys.check(this.form(item), key);
  }

  /** Checks before there is an answer, where that can be, and takes the first hint. */
  async askTooEarly(item: Item): Promise<void> {
    const { chooseFirst, pointFirst, matchAll, notANumber, hint } = this.chapter.quizWords;
    if (item.kind !== 'order') {
      const asked = {
        number: notANumber,
        match: matchAll,
        one: chooseFirst,
        several: chooseFirst,
        point: pointFirst,
      };
      await this.check(item, 'Space');
      await this.form(item).getByText(asked[item.kind]).waitFor();
    }
    const button = this.form(item).getByRole('button', { name: hint(1, item.hints.length) });
    await this.press(button);
    await button.waitFor({ state: 'detached' });
    const told = this.form(item).locator('[role=status] p').first();
    expect((await told.innerText()).length).toBeGreaterThan(20);
  }

  /** Gives the right answer, or one that has something wrong in it. */
  answer(item: Item, right: boolean): Promise<void> {
    return this.#keys.answer(this.form(item), item, right);
  }
}

it('a quiz is done by keyboard alone, and answers outlive the page and the language', async () => {
  const chapter = labChapter('fr');
  const { quiz, quizWords } = chapter;
  const { page } = reader;
  await page.goto(site.url + chapter.path);
  await new LabPage(page, chapter).ready();
  const keys = new QuizByKeyboard(page, chapter);
  await keys.open();

  const kinds = [...new Set(quiz.items.map(({ kind }) => kind))];
  expect(kinds.sort()).toEqual(['match', 'number', 'one', 'order', 'several']);
  // The first of each kind is missed at first.
  const missed = kinds.map((kind) => quiz.items.find((item) => item.kind === kind)!);

  for (const item of quiz.items) {
    const form = keys.form(item);
    if (missed.includes(item)) await keys.askTooEarly(item);
    await keys.answer(item, !missed.includes(item));
    await keys.check(item);
    await keys.verdict(item).waitFor();
    const said = await keys.verdict(item).innerText();
    expect(said === quizWords.done, item.id).toBe(!missed.includes(item));
    // Every part of the answer is explained.
    const parts = await form.locator('[role=status] li').allInnerTexts();
    expect(parts.length).toBeGreaterThan(0);
    for (const part of parts) expect(part.length).toBeGreaterThan(20);
  }
  const all = quiz.items.length;
  expect(await keys.count.innerText()).toBe(quizWords.rightSoFar(all - missed.length, all));

  await keys.press(page.getByRole('button', { name: quizWords.retryMissed }));
  for (const item of quiz.items) {
    expect(await keys.verdict(item).count(), item.id).toBe(missed.includes(item) ? 0 : 1);
  }
  for (const item of quiz.items.filter((each) => missed.includes(each))) {
    if (item.kind === 'match') {
      const kept = await keys
        .form(item)
        .getByRole('combobox')
        .evaluateAll(
          (selects) =>
            selects.filter((select) => (select as HTMLSelectElement).value !== '').length,
        );
      expect(kept).toBe(item.rows.length - 1);
    }
    await keys.answer(item, true);
    await keys.check(item);
    expect(await keys.verdict(item).innerText(), item.id).toBe(quizWords.done);
  }
  expect(await keys.count.innerText()).toBe(quizWords.rightSoFar(all, all));

  for (const language of languages) {
    const again = labChapter(language);
    await page.goto(site.url + again.path);
    await page.getByText(again.quizWords.rightSoFar(all, all)).waitFor();
  }
});

it('a browser that keeps nothing is no obstacle, and the page says so', async () => {
  const chapter = labChapter('en');
  const { quiz, quizWords, text } = chapter;
  const { page } = reader;
  await page.goto(`${site.url}${chapter.path}?forget`);
  const lab = new LabPage(page, chapter);
  await lab.ready();
  const keys = new QuizByKeyboard(page, chapter);
  await keys.open();
  await page.getByText(quizWords.notKept).waitFor();
  const item = quiz.items.find(({ kind }) => kind === 'one')!;
  await keys.answer(item, true);
  await keys.check(item);
  expect(await keys.verdict(item).innerText()).toBe(quizWords.done);

  await lab.choice(text.settings.cells.rnn).check();
  await lab.button('step').click();
  await lab.seen(1);
  expect(await lab.choice(text.settings.cells.rnn).isChecked()).toBe(true);
});

/** In the page: refuses to keep anything, where the address asks for it. */
function forget(): void {
  if (location.search !== '?forget') return;
  Object.defineProperty(window, 'localStorage', {
    get: () => {
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    },
  });
}
