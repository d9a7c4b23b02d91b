import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { strings } from '../../web/app/i18n';
import { activationsOf, type Activations } from '../../web/app/instruments/states/activations';
import { cellLook } from '../../web/app/instruments/states/map-cells';
import { palette, parseColour } from '../../web/app/instruments/states/map-colours';
import { byLikeness, byValue } from '../../web/app/instruments/states/row-order';
import type { FeatureName } from '../../web/shared/protocol';
import { Inquiry } from '../../web/worker/question';
import { Run } from '../../web/worker/run';
import { SearchQuestion } from '../../web/worker/search';
import { SurveyQuestion } from '../../web/worker/survey';
import { accessibilityFaults, darkFaults } from '../support/accessibility';
import { launchChromium } from '../support/chromium';
import { tabTo } from '../support/keyboard';
import { patient } from '../support/lab-page';
import { serveSite, type ServedSite } from '../support/site';
import { recordedRun, StatesPage } from '../support/states-page';
import { visit, type Visit } from '../support/visit';
import { FakeHost } from '../wasm/fake-host';
import { advanceTo, builtDataset, freshEngine } from '../wasm/real-engine';

const steps = 3;
const text = 'Alice';

let site: ServedSite;
let browser: Browser;
let reader: Visit;
let states: StatesPage;
/** The page's run, made again in this process. */
let run: Run;

beforeAll(async () => {
  site = await serveSite('/cours');
  browser = await launchChromium();
  reader = await visit(browser, `${site.url}en/workshop`);
  states = new StatesPage(reader.page, 'en');
  const { settings, batch } = recordedRun('first-names');
  run = new Run(await freshEngine(), await builtDataset('first-names'), settings);
  advanceTo(run, steps * batch);
});
afterAll(async () => {
  await reader.leave();
  await browser.close();
  await site.close();
});

const mapOf = (tensor: string, read = text): Activations =>
  activationsOf(run.look(read, [tensor]).tensors[0]!);

describe('the map', () => {
  it('shows the model as it is: untrained, then after each step', async () => {
    await states.ready(0);
    expect(await states.section.locator('.caption').innerText()).toContain(
      states.words.reading.signed,
    );
    for (let step = 0; step < steps; step += 1) await states.step();
    await states.ready(steps);
  });

  it.each(['h', 'f', 'c'])(
    'has the engine’s numbers of %s: table, file, and every cell',
    async (letter) => {
      await states.choose(letter);
      const map = mapOf(`layer0.${letter}`);
      const { columns, rows } = await states.table();
      expect(columns).toEqual(['unit', '1 a', '2 l', '3 i', '4 c', '5 e']);
      expect(rows).toEqual(
        Array.from({ length: map.units }, (_, unit) => [
          String(unit + 1),
          ...columns.slice(1).map((_, step) => states.wording.value(map.at(unit, step))),
        ]),
      );

      const lines = (await states.saved('CSV')).toString('utf8').trim().split('\r\n').slice(1);
      expect(lines).toHaveLength(map.units * map.steps);
      for (const line of lines) {
        const [tensor, unit, step, token, known, value] = line.split(',');
        expect([tensor, token, known]).toEqual([
          `layer0.${letter}`,
          'alice'[Number(step) - 1],
          '1',
        ]);
        expect(Number(value!.replace("'", ''))).toBe(map.at(Number(unit) - 1, Number(step) - 1));
      }

      const { colours, cells } = await painted();
      const shades = palette(parseColour(colours[0]!), parseColour(colours[1]!));
      cells.forEach((row, unit) =>
        row.forEach((colour, step) => {
          const { shade } = cellLook(map.at(unit, step), { open: letter === 'c' });
          expect(colour, `unit ${unit + 1}, step ${step + 1}`).toBe(shades[shade]!.fill);
        }),
      );
    },
  );

  /** The colour near the upper left corner of each cell, and those that it was mixed from. */
  const painted = () =>
    states.section.locator('.map').evaluate((map) => {
      const canvas = map.querySelector('canvas')!;
      const { rows, columns, head } = canvas.dataset;
      const [row, column] = [
        (canvas.height - Number(head) - 1) / Number(rows),
        canvas.width / Number(columns),
      ];
      const { width, height } = canvas;
      const copy = new OffscreenCanvas(width, height);
      const context = copy.getContext('2d', { willReadFrequently: true })!;
      context.drawImage(canvas, 0, 0);
      const { data } = context.getImageData(0, 0, width, height);
      const colourAt = (x: number, y: number): string => {
        const at = 4 * (Math.round(y) * width + Math.round(x));
        return `rgb(${[...data.slice(at, at + 3)].join(', ')})`;
      };
      const probe = map.querySelector('[class^=sym-]')!;
      return {
        colours: [
          getComputedStyle(probe.parentElement!).backgroundColor,
          getComputedStyle(probe).color,
        ],
        cells: Array.from({ length: Number(rows) }, (_, r) =>
          Array.from({ length: Number(columns) }, (_, c) =>
            colourAt(c * column + 2, Number(head) + r * row + 1),
          ),
        ),
      };
    });

  it('is read by pointer, and a step’s token orders the units', async () => {
    await states.choose('h');
    const map = mapOf('layer0.h');
    const { x, y } = await states.middleOf(6, 2);
    await reader.page.mouse.move(x, y);
    const facts = { read: run.look(text, []), map: { map, letter: 'h' } };
    const expected = states.wording.cell(facts.read, facts.map, 6, 2);
    expect(await states.section.locator('.readout').innerText()).toBe(expected);
    const head = await states.middleOf(0, 1);
    const { y: top } = (await states.canvas.boundingBox())!;
    await reader.page.mouse.click(head.x, top + 10);
    expect(await states.units()).toEqual(byValue(map, 1).units);
    await states.select(states.words.sort).selectOption('likeness');
    expect(await states.units()).toEqual(byLikeness(map).units);
    await states.select(states.words.sort).selectOption('number');
  });

  it('is read by keyboard; Enter orders the units by a step', async () => {
    const { keyboard } = reader.page;
    const map = mapOf('layer0.h');
    const read = run.look(text, []);
    await reader.page.mouse.move(0, 0);
    await states.tabToMap();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight']) await keyboard.press(key);
    const drawn = { map, letter: 'h' };
    expect(await states.spoken()).toBe(states.wording.cell(read, drawn, 1, 1));
    await keyboard.press('End');
    await keyboard.press('Enter');
    const { units } = byValue(map, 4);
    expect(await states.units()).toEqual(units);
    expect(await states.spoken()).toBe(states.wording.cell(read, drawn, units[1]!, 4));
    await states.select(states.words.sort).selectOption('number');
  });
});

const surveyOf = async (feature: FeatureName) =>
  (await Inquiry.begin(
    run.snapshot(),
    (model) => new SurveyQuestion(model, run.dataset, 'layer0.h', feature, run.weightsStep),
  ).answer(new FakeHost()))!;

it('finds the unit that follows a feature, by keyboard, and marks it', async () => {
  const { page } = reader;
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
    const { keyboard } = reader.page;
    const { search, inStretch } = states.words;
    await reader.page.mouse.move(0, 0);
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
    await tabTo(reader.page, states.button(search.go));
    await keyboard.press('Enter');
    const expected = await searched(2, 5);
    await expect.poll(() => states.matches(), patient).toEqual(expected);
    await tabTo(reader.page, states.section.locator('ol button').nth(2));
    await keyboard.press('Enter');
    await states.shows(expected[2]!.text);
    expect(await states.map.evaluate((each) => each === document.activeElement)).toBe(true);
    await tabTo(reader.page, states.button(search.back));
    await keyboard.press('Enter');
    await states.shows('alice');
    await states.select(search.from).fill('4');
    await states.select(search.from).press('Enter');
    expect(await states.section.locator('p.chosen').innerText()).toContain('4');
  });
});

it('says what is unknown, cut or empty', async () => {
  const field = states.section.getByRole('textbox');
  await field.fill('al9');
  await states.shows('al9');
  expect(await states.section.locator('.cells text.unknown').textContent()).toBe('9');
  await field.fill('a'.repeat(50));
  await states.shows('a'.repeat(run.dataset.info.maxLength));
  await field.fill('');
  await states.section.locator('p.state', { hasText: states.words.states.empty }).waitFor();
  await field.fill(text);
  await states.shows('alice');
});

it('asks nothing out of view', async () => {
  const { page } = reader;
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.evaluate(() => {
    const section = document.querySelector('#states-1')!;
    return new Promise((then) => new IntersectionObserver(then).observe(section));
  });
  const { step } = strings('en').lab;
  await page.locator('#lab-1').getByRole('button', { name: step, exact: true }).click();
  await states.section.locator(`.model[data-step="${steps + 1}"]`).waitFor({ state: 'attached' });
  const map = states.section.locator('.drawn');
  expect(await map.getAttribute('data-step')).toBe(String(steps));
  await map.scrollIntoViewIfNeeded();
  await states.ready(steps + 1);
  advanceTo(run, (steps + 1) * run.opened.batch);
});

it('is a picture that opens alone', async () => {
  const svg = (await states.saved('SVG')).toString('utf8');
  expect(svg).toContain(`<title>${states.words.title}</title>`);
  // Cells are filled once each, and each negative one has its mark.
  const map = mapOf('layer0.h');
  const negative = Array.from({ length: map.units }, (_, unit) =>
    Array.from({ length: map.steps }, (_, step) => map.at(unit, step)),
  ).flat();
  const cells = negative.length + negative.filter((value) => value <= -0.05).length;
  const legend = 9 + 4;
  expect(svg.match(/h[\d.]+v[\d.]+h-[\d.]+z/gu)).toHaveLength(cells + legend);
  expect(svg).toContain('Hidden state h');
  expect(svg).not.toMatch(/var\(|class=|style=/u);
  const png = await states.saved('PNG');
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(await states.section.locator('.print').count()).toBe(0);
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
