import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium';
import { overlaps, RacePage, trained } from '../support/race-page';
import { serveSite, type ServedSite } from '../support/site';
import { visit, type Visit } from '../support/visit';

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

describe('a race by pointer, in English', () => {
  let reader: Visit;
  let race: RacePage;

  beforeAll(async () => {
    const path = RacePage.path('en', '&race-1=seed:3,pace:full');
    reader = await visit(browser, site.url + path, { viewport: { width: 1280, height: 900 } });
    race = new RacePage(reader.page, 'en');
    await race.sized();
  });
  afterAll(() => reader.leave());

  it('tells before it starts what differs, and how large each model is', async () => {
    const runs = await trained({ dataset: 'order-en', seed: 3 }, 0);
    expect(await race.numbers('parameters')).toEqual(runs.map(({ opened }) => opened.parameters));
    expect(await race.place.locator('.differ').innerText()).toBe(
      'Only the cell differs: A\u00a0bag, B\u00a0RNN, C\u00a0LSTM.',
    );
    expect(await race.printed('accuracy')).toEqual(['–', '–', '–']);
  });

  it('shows the numbers of the same models trained alone, to the last digit', async () => {
    await race.button(race.words.start).click();
    await race.reached('over');
    const runs = await trained({ dataset: 'order-en', seed: 3 });
    const last = runs.map(({ validations }) => validations.at(-1)!.accuracy);
    await expect.poll(() => race.numbers('accuracy')).toEqual(last);
    expect(last[0]).toBe(0.5);
    expect(await race.printed('accuracy')).toEqual(last.map(race.format.percent));
    expect(await race.numbers('examples')).toEqual(runs.map(({ examples }) => examples));
    const reached = runs.map(
      ({ validations }) => validations.find(({ accuracy }) => accuracy >= 0.95)?.examples ?? null,
    );
    expect(reached[0]).toBeNull();
    expect(await race.numbers('reached')).toEqual(reached);
    expect((await race.printed('reached'))[0]).toBe('>\u202f8,192');
    for (const seconds of await race.numbers('seconds')) expect(seconds).toBeGreaterThan(0);
    expect(await race.said()).toContain(race.figure.ended);

    await race.button(race.figure.table).click();
    const places = [...new Set(runs.flatMap((run) => run.validations.map((p) => p.examples)))];
    expect(await race.table()).toEqual(
      places
        .sort((one, other) => one - other)
        .map((examples) => [
          race.format.integer(examples),
          ...runs.map(({ validations }) => {
            const point = validations.find((each) => each.examples === examples);
            return point ? race.format.percent(point.accuracy) : '';
          }),
        ]),
    );
  });

  it('is a file of raw numbers, and a picture that opens alone', async () => {
    const [bag] = await trained({ dataset: 'order-en', seed: 3 });
    const csv = await race.saved('CSV');
    expect(csv.name).toBe('recurrence-race-1.csv');
    const line = csv.text.split('\r\n').find((each) => each.startsWith('1024,'));
    const { accuracy, loss } = bag!.validations.find(({ examples }) => examples === 1024)!;
    const training = bag!.losses.find(({ examples }) => examples === 1024)!.loss;
    expect(line).toContain(`1024,${accuracy},${loss},${training},`);
    const svg = await race.saved('SVG');
    expect(svg.text).not.toMatch(/var\(|class=|style=|aria-|data-/);
    expect(svg.text).toContain('stroke-dasharray');
    expect(svg.text).toContain('LSTM');
  });

  it('runs again over the ghost of the last race, with one thing changed', async () => {
    await race.setting('cell', 'B').selectOption('gru');
    await race.reached('ready');
    expect(await race.place.locator('.message').innerText()).toContain(race.words.state.changed);
    expect(await race.place.locator('[data-label="ghost-1"]').textContent()).toBe('B before');
    expect(await race.place.locator('[data-label]').count()).toBe(1);
    await race.button(race.words.start).click();
    await race.reached('over');
    await expect.poll(() => race.place.locator('[data-label]').count()).toBe(4);
    const paths = await race.place
      .locator('path.ghost, path.live')
      .evaluateAll((all) => all.map((path) => path.getAttribute('d')));
    // A and C have retraced theirs, to the bit; B has not.
    expect([0, 1, 2].map((index) => paths[index] === paths[index + 3])).toEqual([
      true,
      false,
      true,
    ]);
    expect(await race.place.locator('.summary').innerText()).toContain('(B: RNN)');
    expect(await race.place.evaluate(overlaps)).toEqual([]);
  });

  it('makes parameters equal, and sets one thing apart for each model', async () => {
    await race.button(race.words.equal.verb).click();
    await race.sized();
    await expect.poll(() => race.numbers('parameters').then((all) => all[2])).toBeLessThan(8000);
    const [, gru = 0, lstm = 0] = (await race.numbers('parameters')).map(Number);
    expect(Math.abs(gru - lstm) / gru).toBeLessThan(0.03);
    expect(await race.place.locator('.differ').innerText()).toContain('the number of units');

    await race.place.locator('details > summary').first().click();
    await race.apart('learningRate').click();
    await race.setting('learningRate', 'C').fill('11e6');
    await race.setting('learningRate', 'C').press('Enter');
    expect(await race.place.getByRole('alert').innerText()).toContain('1000000');
    await race.setting('learningRate', 'C').fill('0.002');
    await race.setting('learningRate', 'C').press('Enter');
    expect(await race.place.getByRole('alert').count()).toBe(0);
    expect(await race.place.locator('.differ').innerText()).toContain('the learning rate');
  });

  it('is carried by its link, and by no more than what was changed', async () => {
    await race.button(race.figure.copy).click();
    const { hash } = new URL(reader.page.url());
    expect(hash).toMatch(
      /race-1=seed:3,pace:full,b\.cell:gru,c\.hidden:\d+,c\.learningRate:0\.002(?:&|$)/,
    );
    const other = await visit(browser, site.url + RacePage.path('en').replace(/#.*/, hash));
    const copy = new RacePage(other.page, 'en');
    await copy.sized();
    expect(await copy.numbers('parameters')).toEqual(await race.numbers('parameters'));
    expect(await copy.setting('learningRate', 'C').inputValue()).toBe('0.002');
    await other.leave();
  });
});
