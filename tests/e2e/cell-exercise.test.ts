import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { strings } from '../../web/app/i18n';
import { figureWords } from '../../web/app/i18n/figure';
import { exerciseOf } from '../../web/app/instruments/cell/check';
import { decimals } from '../../web/app/instruments/cell/numbers';
import { taskOf } from '../../web/app/instruments/cell/tasks';
import type { Run } from '../../web/worker/run';
import { accessibilityFaults } from '../support/accessibility';
import { CellVisit, expected, runApart, workshopHome } from '../support/cell-visit';
import { launchChromium } from '../support/chromium';
import { patient } from '../support/lab-page';
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

const open = (hash: string, options: Parameters<typeof visit>[2]): Promise<Visit> =>
  visit(browser, site.url + workshopHome('fr') + hash, {
    viewport: { width: 360, height: 740 },
    ...options,
  });

describe('a step of a GRU that reads both ways, in French, on a phone', () => {
  const text = 'maison';
  let reader: Visit;
  let cell: CellVisit;
  let run: Run;
  beforeAll(async () => {
    run = await runApart('french-nouns', 2, {
      ...({ cell: 'gru', direction: 'both', hidden: 8, seed: 7 } as const),
    });
    reader = await open('#cell-1=step:3,unit:4,way:backward,task:h,lit:z', {
      hasTouch: true,
      before: () => {
        const kept = { cell: 'gru', direction: 'both', hidden: 8, learningRate: 0.003, seed: 7 };
        localStorage.setItem('recurrence.lab.french-nouns', JSON.stringify(kept));
      },
    });
    cell = new CellVisit(reader.page, 'fr');
    await cell.ready();
    for (const step of [1, 2]) {
      await cell.button(strings('fr').lab.step).click();
      await reader.page.locator(`#cell-1 .model[data-step="${step}"]`).waitFor();
    }
  });
  afterAll(async () => {
    run.close();
    await reader.leave();
  });

  const words = () => cell.words.exercise;
  const task = () => cell.figure.locator('.task[data-task="h"]');
  const said = () => task().getByRole('status').innerText();
  const view = (t: number) => expected(run, text, { t, unit: 4, reverse: true }).view;

  it('stands as the link says: unit, way of reading, letter, number to find', async () => {
    await task().waitFor();
    expect(await cell.unit.inputValue()).toBe('4');
    expect((await cell.lit()).drawing).toEqual(['z']);
    expect(await cell.figure.locator('.walk p').innerText()).toBe(cell.words.backwards);
    expect(await cell.drawn()).toContain('ht ?');
  });

  it('waits with its numbers until the number is found, though the model learns on', async () => {
    expect(await cell.cell.getAttribute('data-step')).toBe('0');
    expect(await cell.figure.innerText()).toContain(cell.words.frozen);
    await cell.figure.getByLabel(words().choose).selectOption('none');
    await cell.ready(2);
    expect(await cell.lines()).toEqual(cell.linesOf(view(2)));
  });

  it('goes back in time to the right, where this direction comes from', async () => {
    await cell.button(cell.words.before).tap();
    await cell.at(3);
    await expect.poll(() => cell.lines(), patient).toEqual(cell.linesOf(view(3)));
    for (const t of [4, 5]) {
      await cell.button(cell.words.before).tap();
      await cell.at(t);
    }
    expect(await cell.drawn()).toContain('ht−1 0,00');
    expect(await cell.button(cell.words.before).getAttribute('aria-disabled')).toBe('true');
    await cell.button(cell.words.after).tap();
    await cell.at(4);
    expect(await cell.lines()).toEqual(cell.linesOf(view(4)));
  });

  it('hides the number that is to be found, everywhere', async () => {
    const { values } = view(4);
    const exercise = exerciseOf(taskOf('gru', 'h')!, values)!;
    const print = decimals('fr', exercise.digits);
    await cell.figure.getByLabel(words().choose).selectOption('h');
    await task().waitFor();
    expect(await task().getAttribute('data-digits')).toBe(String(exercise.digits));
    for (const name of ['z', 'n', 'h_prev'] as const) {
      expect(await task().locator(`[data-operand="${name}"]`).innerText()).toBe(
        print(exercise.operands[name]!),
      );
    }
    expect(await cell.drawn()).toContain('ht ?');
    expect((await cell.lines())[3]).toMatch(/^\?\s=/u);
    expect(await cell.figure.locator('.strip [data-row="h"] text').count()).toBe(1);
    expect(await cell.summary).not.toMatch(/\bh passe/u);
    expect(await cell.tokens.nth(4).getAttribute('aria-label')).not.toContain('h =');
    await cell.button(figureWords.fr.table).tap();
    const row = cell.figure.locator('tbody tr').nth(4).locator('> *');
    expect(await row.last().innerText()).toBe('');
    expect(await row.nth(-2).innerText()).not.toBe('');
    await cell.button(figureWords.fr.table).tap();
    expect(await accessibilityFaults(reader.page)).toEqual([]);
  });

  it('says what went wrong, whatever the sign and the comma look like', async () => {
    const exercise = exerciseOf(taskOf('gru', 'h')!, view(4).values)!;
    const { operands, result } = exercise;
    const { page } = reader;
    const answer = async (value: string): Promise<string> => {
      await task().getByRole('textbox').fill(value);
      await page.keyboard.press('Enter');
      return said();
    };
    const [z, n, before] = [operands.z!, operands.n!, operands.h_prev!];
    expect(await answer(String(z * n + (1 - z) * before))).toContain(words().slips.exchanged('z'));
    expect(await answer(String(-result))).toContain(words().slips.sign);
    expect(await answer('1 + 1')).toContain(words().notNumber('1 + 1'));
    expect(await answer(String(result + 5))).toContain(words().tooLarge('5,00').slice(0, -3));
    expect(await cell.drawn()).toContain('ht ?');
    const typed = decimals('fr', exercise.digits)(result);
    expect(await answer(typed.replace('−', '–'))).toContain(words().right);
    expect(await task().locator('.worked').innerText()).toContain(typed);
    expect(await cell.lines()).toEqual(cell.linesOf(view(4)));
    await cell.button(words().again).tap();
    expect(await cell.drawn()).toContain('ht ?');
    await cell.button(words().reveal).tap();
    expect(await task().locator(':focus').inputValue()).toBe('');
    expect(await said()).not.toContain(words().right);
    expect(await cell.lines()).toEqual(cell.linesOf(view(4)));
  });

  it('asks anew at another step', async () => {
    await cell.tokens.nth(1).tap();
    await cell.at(1);
    expect(await task().getByRole('textbox').inputValue()).toBe('');
    expect(await said()).toBe('');
    expect(await cell.drawn()).toContain('ht ?');
  });

  it('keeps a letter lit by a tap, and lets it go by the next', async () => {
    const name = cell.figure.locator('.names button').nth(4);
    await name.tap();
    expect((await cell.lit()).drawing).toEqual(['n']);
    expect((await cell.lit()).code).toEqual([expect.stringContaining('(gru.3)')]);
    await name.tap();
    expect((await cell.lit()).drawing).toEqual([]);
  });
});

it('says of a bag that it has no cell', async () => {
  const reader = await open('#cell-1', {
    before: () => {
      const kept = { cell: 'bag', direction: 'forward', hidden: 8, learningRate: 0.003, seed: 7 };
      localStorage.setItem('recurrence.lab.french-nouns', JSON.stringify(kept));
    },
  });
  const cell = new CellVisit(reader.page, 'fr');
  await reader.page.locator('#cell-1').scrollIntoViewIfNeeded();
  await cell.figure.locator('.none').waitFor();
  expect(await cell.summary).toBe(cell.words.noCell);
  expect(await cell.figure.locator('.frame').count()).toBe(0);
  await reader.leave();
});

it('draws without numbers where the engine does not come, and asks once', async () => {
  const reader = await open('', { allowed: [/rnn.*\.wasm|request failed|Failed to load/u] });
  let asked = 0;
  await reader.page.route(/\.wasm$/u, async (route) => {
    asked += 1;
    await route.abort();
  });
  const cell = new CellVisit(reader.page, 'fr');
  await reader.page.locator('#cell-1').scrollIntoViewIfNeeded();
  await reader.page.locator('#cell-1 .model[data-stage="failed"]').waitFor();
  expect(await cell.summary).toBe(cell.words.noModel);
  expect(await cell.drawn()).toEqual([]);
  expect(await cell.button(strings('fr').lab.again).isEnabled()).toBe(true);
  const before = asked;
  await cell.figure.getByLabel(cell.words.text).fill('table');
  expect(asked).toBe(before);
  await reader.page.unroute(/\.wasm$/u);
  await cell.button(strings('fr').lab.again).click();
  await reader.page.locator('.cell[data-step]').waitFor();
  expect((await cell.drawn()).length).toBeGreaterThan(5);
  const said = (): Promise<string> => reader.page.locator('[data-announcer]').innerText();
  expect(await said()).toMatch(/^(C’est lancé\.|\d+,0\u202f%\.)$/u);
  await cell.button(strings('fr').lab.pause).click();
  await expect.poll(said, patient).toBe(figureWords.fr.paused);
  const step = Number(await cell.figure.locator('.model').getAttribute('data-step'));
  await cell.button(strings('fr').lab.step).click();
  await cell.ready(step + 1);
  expect(await said()).toBe(figureWords.fr.paused);
  await reader.leave();
});
