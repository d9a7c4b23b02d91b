import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { strings } from '../../web/app/i18n';
import { activationsOf, type Activations } from '../../web/app/instruments/states/activations';
import { cellLook } from '../../web/app/instruments/states/map-cells';
import { palette, parseColour } from '../../web/app/instruments/states/map-colours';
import { byLikeness, byValue } from '../../web/app/instruments/states/row-order';
import type { Run } from '../../web/worker/run';
import { launchChromium } from '../support/chromium';
import { serveSite, type ServedSite } from '../support/site';
import { StatesPage } from '../support/states-page';
import { ownText as text, walkToStates, type StatesWalk } from '../support/states-walk';
import { advanceTo } from '../wasm/real-engine';

const steps = 3;

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
});
afterAll(async () => {
  await walk.reader.leave();
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
    await walk.advance(steps);
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
      const { rows, columns, head } = canvas.parentElement!.dataset;
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
    await states.page.mouse.move(x, y);
    const facts = { read: run.look(text, []), map: { map, letter: 'h' } };
    const expected = states.wording.cell(facts.read, facts.map, 6, 2);
    expect(await states.section.locator('.readout').innerText()).toBe(expected);
    const head = await states.middleOf(0, 1);
    const { y: top } = (await states.cells.boundingBox())!;
    await states.page.mouse.click(head.x, top + 10);
    expect(await states.units()).toEqual(byValue(map, 1).units);
    await states.select(states.words.sort).selectOption('likeness');
    expect(await states.units()).toEqual(byLikeness(map).units);
    await states.select(states.words.sort).selectOption('number');
  });

  it('is read by keyboard; Enter orders the units by a step', async () => {
    const { keyboard } = states.page;
    const map = mapOf('layer0.h');
    const read = run.look(text, []);
    await states.page.mouse.move(0, 0);
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
  const { page } = states;
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
