/** "try" and "unroll" where there is no model to look into. */
import type { Browser, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ownTextWords } from '../../web/app/i18n/own-text';
import { workshopSlug } from '../../web/shared/lesson';
import { launchChromium } from '../support/chromium';
import { patient } from '../support/lab-page';
import { serveSite, type ServedSite } from '../support/site';
import { visit } from '../support/visit';
import { plain, WorkshopFigure } from '../support/workshop-page';

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

it.each(['try-1', 'unroll-1'])(
  '%s says so, asks no more, and goes on when asked to',
  async (id) => {
    const reader = await visit(browser, site.url, { allowed: [/net::ERR_INTERNET_DISCONNECTED/] });
    const { page, context } = reader;
    let asked = 0;
    const refuse = (route: Route): Promise<void> => {
      asked += 1;
      return route.abort('internetdisconnected');
    };
    await context.route(/\/first-[^/]*\.txt$/, refuse);
    await page.goto(`${site.url}en/${workshopSlug.en}/#only=${id}`);
    const figure = new WorkshopFigure(reader, id, 'en');
    await figure.figure.locator('.model[data-stage="failed"]').waitFor();
    await expect.poll(() => figure.summary(), patient).toBe(plain(ownTextWords.en.noModel));
    const before = asked;
    // Another text is another question: it is not asked of a model that is not there.
    await figure.own.fill('Noah');
    await page.evaluate(() => new Promise((then) => requestAnimationFrame(() => setTimeout(then))));
    expect(asked).toBe(before);

    await context.unroute(/\/first-[^/]*\.txt$/, refuse);
    await figure.figure.locator('.model').getByRole('button').first().click();
    await expect.poll(() => figure.summary(), patient).toMatch(/male list/);
    await reader.leave();
  },
);
