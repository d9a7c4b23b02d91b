import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { formats } from '../../web/app/format';
import { launchChromium } from '../support/chromium';
import { tabTo } from '../support/keyboard';
import { serveSite, type ServedSite } from '../support/site';
import { StatesPage } from '../support/states-page';
import { visit, type Visit } from '../support/visit';

/** So large a model that its answer takes longer than a reader needs to change their mind. */
const large = 'dataset:recall-80,hidden:64,layers:4,direction:both';

let site: ServedSite;
let browser: Browser;
let reader: Visit;
let states: StatesPage;
let panels: Record<'survey' | 'search', Locator>;

beforeAll(async () => {
  site = await serveSite('/cours');
  browser = await launchChromium();
  reader = await visit(browser, `${site.url}en/workshop#states-1&lab-1=${large}`);
  states = new StatesPage(reader.page, 'en');
  await states.ready(0);
  const panel = (title: string): Locator =>
    states.section.locator('section').filter({ hasText: title });
  const { ask, search } = states.words;
  panels = { survey: panel(ask.title), search: panel(search.title) };
});
afterAll(async () => {
  await reader.leave();
  await browser.close();
  await site.close();
});

/** Waits until the worker has told enough to foretell the end by; returns what stands there. */
async function underWay(panel: Locator) {
  const left = panel.locator('p', { has: reader.page.locator('progress[value]') });
  await left.filter({ hasText: /about/u }).waitFor();
  return left.evaluate((line: HTMLElement) => ({
    share: line.querySelector('progress')!.value,
    text: line.innerText,
    said: document.querySelector<HTMLElement>('[data-announcer]')!.innerText,
  }));
}

const said = (): Promise<string> => reader.page.locator('[data-announcer]').innerText();

it('shows how far a survey has come and what is left, and ends by keyboard', async () => {
  const { page } = reader;
  const { ask } = states.words;
  await states.select(ask.feature).selectOption('position');
  await tabTo(page, states.button(ask.go));
  await page.keyboard.press('Enter');
  const { share, text, said: told } = await underWay(panels.survey);
  // The focus has stayed on the button that now cancels.
  const focused = page.locator(':focus');
  expect(await focused.innerText()).toBe(ask.cancel);
  await page.keyboard.press('Enter');
  expect(await focused.innerText()).toBe(ask.go);
  expect(share).toBeLessThan(1);
  expect(text).toContain(ask.running);
  expect(text).toMatch(/about [\d,]+\s(s|min) left/u);
  const tenths = Array.from({ length: 9 }, (_, i) => formats('en').percent((i + 1) / 10));
  expect(tenths).toContain(told.trim().replace(/\.$/u, ''));
  await expect.poll(said).toContain(ask.cancelled);
  expect(await panels.survey.locator('progress').count()).toBe(0);
  expect(await panels.survey.innerText()).toContain(ask.cancelled);
  expect(await panels.survey.locator('[data-measured]').count()).toBe(0);
});

it('ends a search by pointer, and answers the next question', async () => {
  const { ask, search } = states.words;
  await states.select(search.from).fill('1');
  await states.select(search.from).press('Enter');
  await states.button(search.go).click();
  // A search may be over before its end can be foretold; it can be ended as soon as it has begun.
  await panels.search.locator('progress').waitFor();
  await states.button(ask.cancel).click();
  expect(await panels.search.innerText()).toContain(ask.cancelled);
  await states.step();
  await states.ready(1);
  expect(await panels.search.locator('ol').count()).toBe(0);
});

it('ends a survey when another feature is chosen', async () => {
  const { ask } = states.words;
  await states.button(ask.go).click();
  await panels.survey.locator('progress').waitFor();
  await states.select(ask.feature).selectOption({ index: 1 });
  expect(await panels.survey.locator('progress').count()).toBe(0);
  await states.step();
  await states.ready(2);
});
