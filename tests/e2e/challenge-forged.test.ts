import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { challenges } from '../../web/app/instruments/challenge/challenges';
import { ChallengePage, forgedEntry } from '../support/challenge-page';
import { launchChromium } from '../support/chromium';
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

it('an edited storage passes nothing: its recipe is run, does not meet the goal, and is dropped', async () => {
  const reader = await visit(browser, site.url + ChallengePage.path('en'));
  const { page } = reader;
  const challenge = new ChallengePage(page, 'en');
  await challenge.ready();
  const [key, text] = forgedEntry('recall-20', 'en', challenges['recall-20'].nearMiss);
  await page.evaluate(([k, t]) => localStorage.setItem(k!, t!), [key, text] as const);
  await page.reload();
  await challenge.ready();
  await challenge.choice.selectOption('recall-20');
  await challenge.place.getByText(challenge.words.verdict.unproven).waitFor();
  expect(await challenge.earned()).toBe(false);
  // It says of which engine it comes: of none that there was.
  expect(await challenge.place.getByText(challenge.words.verdict.elsewhere).count()).toBe(1);
  await challenge.button(challenge.words.verdict.replay).click();
  await challenge.place.getByText(challenge.words.verdict.refuted).waitFor({ timeout: 60_000 });
  expect(await challenge.earned()).toBe(false);
  expect(await challenge.clauses()).toMatchObject({ share: 'false', examples: 'true' });
  expect(await page.evaluate((k) => localStorage.getItem(k), key)).toBeNull();
  await reader.leave();
});

it('an edited link passes nothing: it sets what may be set, and no result', async () => {
  const hash = '&challenge-1=challenge:recall-20,cell:lstm,earned:yes,summary:mean,direction:both';
  const reader = await visit(browser, site.url + ChallengePage.path('en', hash));
  const { page } = reader;
  const challenge = new ChallengePage(page, 'en');
  await challenge.ready();
  const notice = await page.locator('main').innerText();
  for (const field of ['earned', 'summary', 'direction']) expect(notice).toContain(field);
  expect(await challenge.earned()).toBe(false);
  expect(await challenge.clauses()).toMatchObject({ share: 'null', fixed: 'true' });
  await challenge.button(challenge.words.verbs.step).click();
  await challenge.seen(32);
  await challenge.button(challenge.words.verbs.check).click();
  await challenge.attempt(1).waitFor();
  expect(await challenge.clauses()).toMatchObject({ share: 'false', fixed: 'true' });
  expect(await challenge.earned()).toBe(false);
  await reader.leave();
});
