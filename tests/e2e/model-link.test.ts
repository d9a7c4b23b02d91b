/** "Copy link" of an instrument that looks into the page's model takes that model along. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { strings } from '../../web/app/i18n';
import { figureWords } from '../../web/app/i18n/figure';
import { modelLineWords } from '../../web/app/i18n/model-line';
import { schemas } from '../../web/app/instruments/schemas';
import { workshopSlug } from '../../web/shared/lesson';
import { launchChromium } from '../support/chromium';
import { patient } from '../support/lab-page';
import { serveSite, type ServedSite } from '../support/site';
import { visit, type Visit } from '../support/visit';

let site: ServedSite;
let browser: Browser;
let reader: Visit;

const { lab: verbs, settings } = strings('fr');
const words = figureWords.fr;
const path = `fr/${workshopSlug.fr}/`;
/** Those that look into the page's model, and have a text of the reader's. */
const names = Object.entries(schemas).flatMap(([name, { props, scene }]) =>
  'cell' in props && 'text' in scene ? [name] : [],
);

beforeAll(async () => {
  site = await serveSite();
  browser = await launchChromium();
  reader = await visit(browser, site.url + path, {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const lab = reader.page.locator('section[data-stage]');
  await lab.getByRole('button', { name: verbs.train, exact: true }).waitFor();
  await lab.getByLabel(settings.dataset, { exact: true }).selectOption('order-fr');
  await lab.getByRole('radio', { name: settings.cells.gru, exact: true }).check();
  await lab.getByLabel(settings.seed, { exact: true }).fill('7');
  await lab.getByLabel(settings.seed, { exact: true }).press('Enter');
});
afterAll(async () => {
  await reader.leave();
  await browser.close();
  await site.close();
});

describe.each(names)('the link of %s', (name) => {
  const typed = `mot ${name}`;

  it.each(['as it is', 'alone'])('opens with the same data, settings and text, %s', async (how) => {
    const { page } = reader;
    const place = page.locator(`#${name}-1`);
    await place.scrollIntoViewIfNeeded();
    await place.locator('.model').waitFor();
    await place.locator('input[type=text]').first().fill(typed);
    await place.getByRole('button', { name: words.copy, exact: true }).click();
    await place.locator('.said', { hasText: words.copied }).waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const address = how === 'alone' ? `${link}&only=${name}-1` : link;

    const other = await visit(browser, address);
    const there = other.page.locator(`#${name}-1`);
    await there.locator('.model').waitFor();
    expect(await there.locator('input[type=text]').first().inputValue()).toBe(typed);
    const facts = there.locator('.model .facts');
    await expect.poll(() => facts.innerText(), patient).toContain(modelLineWords.fr.untrained('7'));
    expect(await facts.innerText()).toContain(`${settings.cells.gru}, `);
    expect(await facts.innerText()).toContain(modelLineWords.fr.datasets['order-fr']);
    await other.leave();
  });
});
