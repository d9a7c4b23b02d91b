import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { accessibilityFaults } from '../support/accessibility';
import { launchChromium } from '../support/chromium';
import { RacePage, overlaps, trained } from '../support/race-page';
import { serveSite, type ServedSite } from '../support/site';
import { visit, type Visit } from '../support/visit';

let site: ServedSite;
let browser: Browser;
let reader: Visit;
let race: RacePage;

/** The RNN with a rate at which no weight stays where it was. */
const wild = 'seed:3,pace:full,b.nonlinearity:relu,b.optimizer:sgd,b.learningRate:100';

beforeAll(async () => {
  site = await serveSite();
  browser = await launchChromium();
  reader = await visit(browser, site.url + RacePage.path('en', `&race-1=${wild}`), {
    viewport: { width: 1280, height: 900 },
  });
  race = new RacePage(reader.page, 'en');
  await race.sized();
});
afterAll(async () => {
  await reader.leave();
  await browser.close();
  await site.close();
});

it('goes on without a model that diverges, marks its step, and names the remedy', async () => {
  await race.button(race.words.start).click();
  await race.reached('over');
  const [bag, , lstm] = await trained({ dataset: 'order-en', seed: 3 });
  const examples = await race.numbers('examples');
  expect([examples[0], examples[2]]).toEqual([bag!.examples, lstm!.examples]);
  const message = await race.place.locator('.message').innerText();
  const step = Number(/diverged at step ([\d,]+)/u.exec(message)![1]!.replace(',', ''));
  expect(step).toBeGreaterThan(0);
  expect(message).toContain('a lower learning rate would keep it from that');
  expect(message).toMatch(/^.*B\s/su);
  expect(examples[1]).toBeLessThan(examples[0]!);

  const told = race.words.table.diverged(race.format.integer(step));
  const mark = race.place.locator('[data-diverged]');
  expect(await mark.getAttribute('data-diverged')).toBe(String(step));
  expect(await mark.textContent()).toBe(`B: ${told}`);
  expect((await race.printed('reached'))[1]).toBe(told);
  await race.button(race.figure.table).click();
  const rows = await race.table();
  const row = rows.find(([at]) => at === race.format.integer(examples[1]!))!;
  expect(row[2]).toContain(told);
  expect(rows.filter((cells) => cells.some((cell) => cell.includes(told)))).toHaveLength(1);
  expect(await race.place.evaluate(overlaps)).toEqual([]);
  expect(await accessibilityFaults(reader.page)).toEqual([]);
});

it('has the figures of that race beside those of the next, named', async () => {
  const before = (await race.table()).map((cells) => cells[3]);
  await race.setting('seed').fill('4');
  await race.setting('seed').press('Enter');
  await race.reached('ready');
  await race.button(race.words.start).click();
  await race.reached('over');
  await race.place.getByRole('button', { name: race.figure.renew, exact: true }).click();
  const heads = await reader.page.locator('#race-1-table thead th').allInnerTexts();
  // B had diverged before it was measured: there is nothing of it to show.
  expect(heads.slice(4)).toHaveLength(2);
  for (const [index, letter] of ['A', 'C'].entries()) {
    expect(heads[4 + index]).toContain(race.words.ghost.label(letter));
  }
  const ghosts = (await race.table()).map((cells) => cells[5]).filter((cell) => cell !== '');
  expect(ghosts).toEqual(before.filter((cell) => cell !== ''));
  const csv = await race.saved('CSV');
  expect(csv.text.split('\r\n')[0]).toContain(race.words.ghost.label('C'));
});
