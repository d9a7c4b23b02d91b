import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FeatureName } from '../../web/shared/protocol';
import { Inquiry } from '../../web/worker/question';
import type { Run } from '../../web/worker/run';
import { SearchQuestion } from '../../web/worker/search';
import { SurveyQuestion } from '../../web/worker/survey';
import { accessibilityFaults, darkFaults } from '../support/accessibility';
import { launchChromium } from '../support/chromium';
import { tabTo } from '../support/keyboard';
import { patient } from '../support/lab-page';
import { serveSite, type ServedSite } from '../support/site';
import { StatesPage } from '../support/states-page';
import { ownText as text, walkToStates, type StatesWalk } from '../support/states-walk';
import { visit } from '../support/visit';
import { FakeHost } from '../wasm/fake-host';

let site: ServedSite;
let browser: Browser;
let walk: StatesWalk;
let states: StatesPage;
/** The page's run, made again in this process. */
let run: Run;

beforeAll(async () => {
  site = await serveSite('/cours');
  browser = await launchChromium();
  walk = await walkToStates(browser, site.url);
  ({ states, run } = walk);
  await walk.advance(3);
});
afterAll(async () => {
  await walk.reader.leave();
  await browser.close();
  await site.close();
});

const surveyOf = async (feature: FeatureName) =>
  (await Inquiry.begin(
    run.snapshot(),
    (model) => new SurveyQuestion(model, run.dataset, 'layer0.h', feature, run.weightsStep),
  ).answer(new FakeHost()))!;

it('finds the unit that follows a feature, by keyboard, and marks it', async () => {
  const { page } = states;
  const { ask } = states.words;
  const expected = await surveyOf('vowel');
  await states.select(ask.feature).selectOption('vowel');
  await tabTo(page, states.button(ask.go));
  await page.keyboard.press('Enter');
  const found = states.section.locator('[data-measured]');
  await found.waitFor();
  const shown = await found.evaluate(({ dataset }) => ({ ...(dataset as object) }));
  const { unit, chosen, measured, shuffled } = expected;
  expect(shown).toEqual({
    ...{ unit: String(unit), chosen: String(chosen) },
    ...{ measured: String(measured), shuffled: String(shuffled) },
  });
  const { batch } = run.opened;
  const facts = states.wording.found(expected, 'h', { dataset: 'first-names', batch });
  expect(await found.locator('.numbers').innerText()).toContain(ask.numbers(facts));
  expect(await states.section.locator('.units path.found').count()).toBe(1);
  await states.select(states.words.sort).selectOption('feature');
  const order = await states.units();
  const correlations = order.map((each) => expected.units[each]!);
  expect(correlations).toEqual(correlations.toSorted((a, b) => b - a));
  await states.select(states.words.sort).selectOption('number');
});

/** The stretches that the page should find, with their texts parted as it parts them. */
async function searched(from: number, to: number) {
  const question = { text, from, to };
  const matches = await Inquiry.begin(
    run.snapshot(),
    (model) => new SearchQuestion(model, run.dataset, 'layer0.h', question),
  ).answer(new FakeHost());
  return matches!.map(({ text: found, from: first, to: last, distance }) => ({
    ...{ text: found, from: first, to: last, distance },
  }));
}

describe('a stretch', () => {
  it('is dragged, searched, shown, and left again', async () => {
    const { search } = states.words;
    await states.drag(1, 2);
    expect(await states.section.locator('p.chosen').innerText()).toBe(
      states.wording.stretch(run.look(text, []), { first: 1, last: 2 }, 'character'),
    );
    await states.button(search.go).click();
    await states.section.locator('ol').waitFor();
    const expected = await searched(1, 3);
    expect(expected).toHaveLength(10);
    expect(await states.matches()).toEqual(expected);

    await states.section.locator('ol button').nth(6).click();
    const found = expected[6]!;
    await states.shows(found.text);
    expect(await states.section.locator('ol [aria-current]').count()).toBe(1);
    expect((await states.table()).rows[0]).toHaveLength(found.text.length + 1);
    await states.button(search.back).click();
    await states.shows('alice');
  });

  it('is chosen with Shift and arrows, and everything works by keyboard', async () => {
    const { keyboard } = states.page;
    const { search, inStretch } = states.words;
    await states.page.mouse.move(0, 0);
    await states.tabToMap();
    await keyboard.press('ArrowRight');
    await keyboard.press('Escape');
    await keyboard.press('Escape');
    expect(await states.section.locator('p.chosen').count()).toBe(0);
    for (const key of ['ArrowDown', 'End', 'Shift+ArrowLeft', 'Shift+ArrowLeft']) {
      await keyboard.press(key);
    }
    expect(await states.spoken()).toContain(inStretch);
    expect(await states.select(search.from).inputValue()).toBe('3');
    expect(await states.select(search.to).inputValue()).toBe('5');
    await tabTo(states.page, states.button(search.go));
    await keyboard.press('Enter');
    const expected = await searched(2, 5);
    await expect.poll(() => states.matches(), patient).toEqual(expected);
    await tabTo(states.page, states.section.locator('ol button').nth(2));
    await keyboard.press('Enter');
    await states.shows(expected[2]!.text);
    expect(await states.map.evaluate((each) => each === document.activeElement)).toBe(true);
    await tabTo(states.page, states.button(search.back));
    await keyboard.press('Enter');
    await states.shows('alice');
    await states.select(search.from).fill('4');
    await states.select(search.from).press('Enter');
    expect(await states.section.locator('p.chosen').innerText()).toContain('4');
  });
});

it('is set by a link, and fits a phone, in the dark too, without a fault', async () => {
  const scene = 'text:r%C3%A9volution,symbol:i,sort:value,step:2,from:2,to:4';
  const phone = await visit(browser, `${site.url}fr/atelier#states-1&states-1=${scene}`, {
    viewport: { width: 360, height: 740 },
  });
  const small = new StatesPage(phone.page, 'fr');
  await small.ready(0);
  await small.shows('révolution');
  expect(await small.section.locator('[data-tensor="layer0.i"]').count()).toBe(1);
  expect(await small.section.locator('p.chosen').innerText()).toContain('évo');
  await small.select(small.words.ask.feature).selectOption('seen:r');
  await small.button(small.words.ask.go).click();
  await small.section.locator('[data-measured]').waitFor();
  await small.button(small.words.search.go).click();
  await small.section.locator('ol').waitFor();
  expect(await accessibilityFaults(phone.page)).toEqual([]);
  expect(await darkFaults(phone.page)).toEqual([]);
  const tiny = await small.section
    .locator('button, input, select, [role=slider]')
    .evaluateAll((all) =>
      all.flatMap((each) => {
        const target = each.closest('label') ?? each;
        const { width, height } = target.getBoundingClientRect();
        return width >= 24 && height >= 24 ? [] : [`${each.textContent} ${width} × ${height}`];
      }),
    );
  expect(tiny).toEqual([]);
  const [needed, given] = await phone.page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(needed).toBeLessThanOrEqual(given!);

  // A text too long for the phone is scrolled by the cursor, inside the figure.
  await small.section.getByRole('textbox').fill('anticonstitutionnellement');
  await small.shows('anticonstitutionnellement');
  await small.tabToMap();
  await phone.page.keyboard.press('ArrowRight');
  await phone.page.keyboard.press('End');
  const scrolled = small.section.locator('.scroll').evaluate((each) => each.scrollLeft);
  expect(await scrolled).toBeGreaterThan(20);
  await phone.leave();
});
