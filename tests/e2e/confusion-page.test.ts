/** The confusion matrix among the other instruments of the workshop. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { confusionWords } from '../../web/app/i18n/confusion';
import { figureWords } from '../../web/app/i18n/figure';
import { ownTextWords } from '../../web/app/i18n/own-text';
import { sendAddress } from '../../web/app/instruments/confusion/send';
import { isolated } from '../../web/app/lab/word-figure';
import { workshopSlug } from '../../web/shared/lesson';
import { launchChromium } from '../support/chromium';
import { confusionOf, counts } from '../support/confusion-page';
import { patient } from '../support/lab-page';
import { serveSite, type ServedSite } from '../support/site';
import { visit } from '../support/visit';
import { plain, sameRun, WorkshopFigure } from '../support/workshop-page';

let site: ServedSite;
let browser: Browser;

beforeAll(async () => {
  site = await serveSite('/cours');
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

describe('among the other instruments of a page', () => {
  const path = (hash: string): string => `${site.url}en/${workshopSlug.en}/${hash}`;

  it('stands as its link says, sends a text, and takes that back', async () => {
    const scene = 'label:male,answer:female,order:near';
    const reader = await visit(browser, path(`#confusion-1&confusion-1=${scene}`));
    const { page } = reader;
    const place = page.locator('#confusion-1');
    const examples = place.locator('section[data-examples]');
    await examples.waitFor();
    expect(await place.locator('[aria-selected="true"]').getAttribute('data-row')).toBe('1');
    expect(await place.getByRole('combobox').inputValue()).toBe('near');
    const text = await examples.locator('li .text').first().innerText();
    const field = page.locator('#try-1').getByLabel(ownTextWords.en.label, { exact: true });
    await page.locator('#try-1').scrollIntoViewIfNeeded();
    const before = await field.inputValue();
    const { quoted, examples: say } = confusionWords.en;
    const name = say.sendNamed.try(isolated(quoted(isolated(text))));
    await examples.getByRole('link', { name, exact: true }).click();
    await expect.poll(() => field.inputValue(), patient).toBe(text);
    const { link } = figureWords.en;
    expect(plain(await page.locator('[data-announcer]').innerText())).toContain('Try a text');
    await page.locator('#try-1').getByRole('button', { name: link.undo }).click();
    await expect.poll(() => field.inputValue(), patient).toBe(before);
    await reader.leave();
  });

  it('goes on counting while the model trains, and ends with its last step', async () => {
    const reader = await visit(browser, path('#confusion-1&lab-1=hidden:64,direction:both'));
    const place = reader.page.locator('#confusion-1');
    const drawn = place.locator('.drawn');
    await drawn.waitFor();
    await place.locator('.model button').first().click();
    await expect
      .poll(() => drawn.getAttribute('data-step').then(Number), patient)
      .toBeGreaterThan(0);
    expect(await place.locator('p.count').innerText()).toContain(confusionWords.en.going);
    await place.locator('.model button').first().click();
    const line = place.locator('.model:not([data-stage="training"])');
    await line.waitFor();
    const step = Number(await line.getAttribute('data-step'));
    await place.locator(`.drawn[data-step="${step}"]`).waitFor();
    const expected = await confusionOf(
      await sameRun('en', step, { hidden: 64, direction: 'both' }),
    );
    await expect.poll(() => counts(place), patient).toEqual(expected.counts);
    expect(await place.locator('p.count').innerText()).not.toContain(confusionWords.en.going);
    await reader.leave();
  });

  it('is what an address from another page opens, with that page’s model', async () => {
    const hash = sendAddress('try', 'the old *man the boats', 'dataset:look-ahead-en,cell:gru');
    const reader = await visit(browser, path(hash));
    const tried = new WorkshopFigure(reader, 'try-1', 'en');
    await tried.figure.waitFor();
    await expect.poll(() => tried.own.inputValue(), patient).toBe('the old *man the boats');
    await expect
      .poll(() => tried.figure.locator('.model').innerText(), patient)
      .toMatch(/GRU[^]*ambiguous words/);
    await reader.leave();
  });

  it('counts a run that diverged with the weights that were kept', async () => {
    const settings = 'learningRate:1000000,clipNorm:0,optimizer:sgd';
    const reader = await visit(browser, path(`#confusion-1&lab-1=${settings}`));
    const place = reader.page.locator('#confusion-1');
    await place.locator('.drawn').waitFor();
    await place.locator('.model button').first().click();
    await place.locator('.model[data-stage="diverged"]').waitFor();
    await expect
      .poll(() => place.locator('.drawn p.count').innerText(), patient)
      .toContain(confusionWords.en.kept('0').slice(0, 16));
    await reader.leave();
  });
});
