import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { challenges } from '../../web/app/instruments/challenge/challenges';
import { accessibilityFaults, darkFaults } from '../support/accessibility';
import { ChallengePage } from '../support/challenge-page';
import { launchChromium } from '../support/chromium';
import { tabTo } from '../support/keyboard';
import { serveSite, type ServedSite } from '../support/site';
import { visit, type Visit } from '../support/visit';
import { tried } from '../wasm/challenge-tries';
import { freshEngine } from '../wasm/real-engine';

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

describe('a challenge by pointer, in English', () => {
  let reader: Visit;
  let challenge: ChallengePage;

  beforeAll(async () => {
    reader = await visit(browser, site.url + ChallengePage.path('en'), {
      viewport: { width: 1280, height: 900 },
    });
    challenge = new ChallengePage(reader.page, 'en');
    await challenge.ready();
  });
  afterAll(() => reader.leave());

  it('begins where the chosen one begins, and tells what is met before anything is trained', async () => {
    // The build has recorded a run with these settings; the reader has made none.
    await challenge.choice.selectOption('recall-40');
    await challenge.ready();
    expect(await challenge.clauses()).toMatchObject({ share: 'null', parameters: 'false' });
    await challenge.seen(0);
    await challenge.choice.selectOption('recall-20');
    expect(await challenge.setting('cell').inputValue()).toBe('rnn');
    await challenge.ready();
    expect(await challenge.clauses()).toEqual({
      share: 'null',
      examples: 'true',
      parameters: 'false',
      cell: 'true',
      fixed: 'true',
    });
    expect(await challenge.place.getByText(challenge.text('recall-20').task).count()).toBe(1);
  });

  it('opens its hints one at a time, counted and said', async () => {
    const { hints } = challenge.text('recall-20');
    for (const [index, hint] of hints.entries()) {
      expect(await challenge.place.getByText(hint).count()).toBe(0);
      await challenge.button(challenge.words.hints.open(index + 1)).click();
      await challenge.place.getByText(hint).waitFor();
      await expect.poll(() => challenge.said()).toContain(hint);
      expect(await challenge.place.locator('[data-hints]').innerText()).toBe(
        challenge.words.hints.opened(index + 1, hints.length),
      );
    }
    expect(await challenge.place.getByText(challenge.words.hints.all).count()).toBe(1);
  });

  it('says of a run that falls short by how much, and why', async () => {
    const { nearMiss, goal } = challenges['recall-20'];
    await challenge.setting('cell').selectOption('lstm');
    for (const name of ['embedding', 'hidden', 'learningRate'] as const) {
      await challenge.setting(name).fill(String(nearMiss[name]));
      await challenge.setting(name).press('Enter');
    }
    await challenge.ready();
    await challenge.button(challenge.words.verbs.train).click();
    await challenge.seen(goal.maxExamples);
    // No more examples are to be had: neither verb goes on.
    for (const verb of ['train', 'step'] as const) {
      const button = challenge.button(challenge.words.verbs[verb]);
      expect(await button.getAttribute('aria-disabled')).toBe('true');
      await button.click({ force: true });
    }
    expect((await challenge.clauses()).share).toBe('null');
    await challenge.button(challenge.words.verbs.check).click();
    await challenge.attempt(1).waitFor();
    const result = await tried(await freshEngine(), 'recall-20', 'en', 'nearMiss', 1);
    const { format } = challenge;
    expect(await challenge.attempt(1).locator('td').allInnerTexts()).toEqual([
      format.integer(result.parameters),
      format.integer(goal.maxExamples),
      format.percent(result.accuracy),
      challenge.words.attempts.unsolved,
    ]);
    expect(await challenge.clauses()).toMatchObject({ share: 'false', parameters: 'true' });
    const why = challenge.place.locator('[data-why="share"]');
    expect(await why.innerText()).toContain(challenge.text('recall-20').why.share);
    expect(await why.innerText()).toContain('short of 95%');
    expect(await challenge.earned()).toBe(false);
    expect(await challenge.said()).toBe(challenge.words.verdict.unsolved(1));
  });

  it('is earned by the run that meets the goal, as the worker checks it', async () => {
    await challenge.setting('forgetBias').fill('3');
    await challenge.setting('forgetBias').press('Enter');
    await challenge.ready();
    expect(await challenge.clauses()).toMatchObject({ share: 'null' });
    await challenge.button(challenge.words.verbs.train).click();
    await challenge.seen(challenges['recall-20'].goal.maxExamples);
    await challenge.button(challenge.words.verbs.check).click();
    await challenge.attempt(2).waitFor();
    const result = await tried(await freshEngine(), 'recall-20', 'en', 'reference', 1);
    expect(result.met).toBe(true);
    expect(await challenge.attempt(2).locator('td').nth(2).innerText()).toBe(
      challenge.format.percent(result.accuracy),
    );
    expect(await challenge.earned()).toBe(true);
    expect(await challenge.said()).toContain('Solved');
    await challenge.button(challenge.frame.table).click();
    expect(await reader.page.locator('#challenge-1-table tbody tr').count()).toBe(2);
    expect(await accessibilityFaults(reader.page)).toEqual([]);
    expect(await darkFaults(reader.page)).toEqual([]);
  });

  it('is not shown as earned after a reload, until its recipe is run and checked again', async () => {
    await challenge.button(challenge.frame.copy).click();
    await reader.page.reload();
    await challenge.ready();
    expect(await challenge.earned()).toBe(false);
    expect(await challenge.setting('forgetBias').inputValue()).toBe('3');
    expect(await challenge.place.getByText(challenge.words.verdict.unproven).count()).toBe(1);
    await challenge.button(challenge.words.verdict.replay).click();
    await challenge.attempt(1).waitFor({ timeout: 60_000 });
    expect(await challenge.earned()).toBe(true);
    expect(await challenge.place.getByText(challenge.words.verdict.unproven).count()).toBe(0);
  });
});

describe('a challenge by keyboard, in French, on 360 pixels', () => {
  let reader: Visit;
  let challenge: ChallengePage;

  beforeAll(async () => {
    reader = await visit(browser, site.url + ChallengePage.path('fr'), {
      viewport: { width: 360, height: 740 },
    });
    challenge = new ChallengePage(reader.page, 'fr');
    await challenge.ready();
  });
  afterAll(() => reader.leave());

  it('is trained, paused, checked and begun anew, with the focus where it was', async () => {
    const { page } = reader;
    const { verbs } = challenge.words;
    await tabTo(page, challenge.button(verbs.train));
    await page.keyboard.press('Enter');
    await challenge.seen(6144);
    expect(await challenge.said()).toContain(challenge.frame.paused);
    await tabTo(page, challenge.button(verbs.check));
    await page.keyboard.press('Enter');
    await challenge.attempt(1).waitFor();
    expect(
      await challenge.place
        .locator('[data-verb="check"]')
        .evaluate((each) => each === document.activeElement),
    ).toBe(true);
    // A bag knows exactly half, and is none of the cells that are asked for.
    expect(await challenge.attempt(1).locator('td').nth(2).innerText()).toBe(
      challenge.format.percent(0.5),
    );
    expect(await challenge.clauses()).toMatchObject({ share: 'false', cell: 'false' });
    expect(await challenge.place.locator('[data-why="cell"]').innerText()).toContain(
      challenge.text('order').why.cell,
    );
    await tabTo(page, challenge.button(verbs.reset));
    await page.keyboard.press('Space');
    await challenge.seen(0);
    await tabTo(page, challenge.button(verbs.step));
    await page.keyboard.press('Enter');
    await challenge.seen(32);
    expect((await challenge.clauses()).share).toBe('null');
  });

  it('is accessible with everything open, fits, and can be touched', async () => {
    const { page } = reader;
    for (let hint = 1; hint <= challenge.text('order').hints.length; hint += 1) {
      await tabTo(page, challenge.button(challenge.words.hints.open(hint)));
      await page.keyboard.press('Enter');
    }
    await challenge.place.getByText(challenge.words.hints.all).waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('LI');
    await challenge.button(challenge.frame.keys).click();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await darkFaults(page)).toEqual([]);
    const small = await challenge.place.locator('button, input, select').evaluateAll((all) =>
      all.flatMap((each) => {
        const { width, height } = each.getBoundingClientRect();
        return width >= 24 && height >= 24 ? [] : [`${each.outerHTML} ${width} × ${height}`];
      }),
    );
    expect(small).toEqual([]);
    const [needed, given] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    expect(needed).toBeLessThanOrEqual(given!);
  });
});
