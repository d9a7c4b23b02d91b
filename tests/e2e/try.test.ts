/** The instrument "try" in a browser: what it shows is what the engine answers. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownTextWords } from '../../web/app/i18n/own-text';
import { tryWords } from '../../web/app/i18n/try';
import { pointsInWords } from '../../web/app/instruments/try/in-words';
import { isolated } from '../../web/app/lab/word-figure';
import type { Run } from '../../web/worker/run';
import { accessibilityFaults, darkFaults } from '../support/accessibility';
import { launchChromium } from '../support/chromium';
import { tabTo } from '../support/keyboard';
import { patient } from '../support/lab-page';
import { serveSite, type ServedSite } from '../support/site';
import { openAlone, plain, sameRun, type WorkshopFigure } from '../support/workshop-page';

let site: ServedSite;
let browser: Browser;
let figure: WorkshopFigure;
/** The same three steps, made here. */
let run: Run;
const words = tryWords.fr;
const say = ownTextWords.fr;
const quoted = (token: string): string => isolated(say.quoted(token));

beforeAll(async () => {
  site = await serveSite();
  browser = await launchChromium();
  run = await sameRun('fr', 3);
  figure = await openAlone(
    browser,
    site.url,
    { id: 'try-1', language: 'fr' },
    { viewport: { width: 360, height: 740 } },
  );
  await figure.model('step').waitFor();
});
afterAll(async () => {
  await figure.reader.leave();
  await browser.close();
  await site.close();
});

const certainties = (shares: readonly number[]): string[] =>
  shares.map((share) => figure.format.certainty(share));

/** Waits until so many tokens stand in the drawing. */
const drawn = (count: number): Promise<unknown> =>
  expect.poll(() => figure.figure.locator('svg .token').count(), patient).toBe(count);

describe('a text tried', () => {
  it('begins with a suggestion, answered by an untrained model', async () => {
    await drawn('maison'.length);
    const untrained = await sameRun('fr', 0);
    const rows = await figure.table();
    expect(rows[0]).toEqual(['Jeton', 'Connu', 'féminin', 'masculin']);
    expect(rows.slice(1)).toEqual(
      [...'maison'].map((letter, place) => [
        letter,
        'oui',
        ...certainties(untrained.read('maison').probabilities[place]!),
      ]),
    );
  });

  it('follows its model, and its numbers are the engine’s, to the last printed digit', async () => {
    await tabTo(figure.page, figure.model('step'));
    for (const step of [1, 2, 3]) {
      await figure.page.keyboard.press('Enter');
      await figure.atStep(step);
    }
    await figure.own.fill('Révolution');
    await drawn('révolution'.length);
    const { probabilities } = run.read('révolution');
    const last = certainties(probabilities.at(-1)!);
    await expect
      .poll(() => figure.summary(), patient)
      .toMatch(
        new RegExp(`^Après « révolution » : (féminin|masculin), (${last.map(plain).join('|')})\\.`),
      );
    const rows = await figure.table();
    expect(rows.slice(1).map((row) => row.slice(2))).toEqual(probabilities.map(certainties));
  });

  it('is drawn as far along each lane as it is likely', async () => {
    const { probabilities } = run.read('révolution');
    const lines = await figure.figure.locator('svg').evaluate((svg) => {
      const numbers = (path: Element, attribute: string) =>
        [...(path.getAttribute(attribute) ?? '').matchAll(/-?[\d.]+/g)].map(([text]) =>
          Number(text),
        );
      const scales = [...svg.querySelectorAll('path.scale:not(.middle)')]
        .map((path) => numbers(path, 'd')[0]!)
        .slice(0, 4);
      const marks = [...svg.querySelectorAll('path.mark[transform]')].map(
        (path) => numbers(path, 'transform')[0]!,
      );
      return { scales, marks: marks.slice(2) };
    });
    const [from, to] = [lines.scales[0]!, lines.scales[1]!];
    probabilities.forEach((shares, place) => {
      const drawnAt = lines.marks[2 * place]!;
      expect((drawnAt - from) / (to - from)).toBeCloseTo(shares[0]!, 2);
    });
  });
});

describe('a token taken out', () => {
  const whole = (): number[][] => run.read('révolution').probabilities as number[][];
  const rest = (): number[][] => run.read('révoution').probabilities as number[][];

  it('by pointer: every row tells before and after, and the sentence what moved', async () => {
    await figure.button(words.remove(quoted('l'))).click();
    await figure.button(words.restore(quoted('l'))).waitFor();
    await expect.poll(() => figure.summary(), patient).toContain('Sans « l », à la fin');
    const rows = (await figure.table()).slice(1);
    expect(rows[4]).toEqual([
      'l',
      'ôté',
      ...whole()[4]!.flatMap((share) => [...certainties([share]), '']),
    ]);
    rows.forEach((row, place) => {
      if (place === 4) return;
      const now = rest()[place < 4 ? place : place - 1]!;
      const expected = whole()[place]!.flatMap((share, side) => certainties([share, now[side]!]));
      expect(row.slice(2)).toEqual(expected);
    });
    const [before, now] = [whole().at(-1)!, rest().at(-1)!];
    const side = Math.abs(now[0]! - before[0]!) >= 0.005 ? 0 : null;
    if (side !== null) {
      expect(await figure.summary()).toContain(
        plain(pointsInWords('fr', before[0]!, now[0]!, 1)).replace(/^[+−]/, ''),
      );
    }
    expect(await figure.said()).toBe(await figure.summary());
    expect(await figure.figure.locator('svg .token.gone').innerHTML()).toBe('l');
  });

  it('by keyboard, several, and put back: one by one, and all', async () => {
    const { page } = figure;
    await tabTo(page, figure.button(words.remove(quoted('u'))));
    await page.keyboard.press('Enter');
    await figure.figure.locator('svg .token.gone').nth(1).waitFor();
    expect(await figure.summary()).toContain('Sans « l », « u »');
    await page.keyboard.press('Space');
    await expect.poll(() => figure.figure.locator('svg .token.gone').count(), patient).toBe(1);
    await tabTo(page, figure.button(words.restoreAll));
    await page.keyboard.press('Enter');
    await expect.poll(() => figure.figure.locator('svg .token.gone').count(), patient).toBe(0);
    expect(await figure.summary()).toMatch(/^Après « révolution »/);
  });
});

describe('the cursor', () => {
  it('reads each answer in words', async () => {
    const cursor = figure.figure.getByRole('slider', { name: words.cursor });
    await tabTo(figure.page, cursor);
    await figure.page.keyboard.press('ArrowDown');
    await figure.page.keyboard.press('ArrowDown');
    await figure.page.keyboard.press('ArrowRight');
    const [feminine, masculine] = certainties(run.read('ré').probabilities[1]!);
    const said = plain((await cursor.getAttribute('aria-valuetext'))!);
    expect(said).toBe(plain(`après « ré » : masculin ${masculine}, féminin ${feminine}`));
    await figure.page.keyboard.press('Escape');
  });
});

describe('any text', () => {
  it('with unknown letters, and too long a one, is read as far as it can be, and that is said', async () => {
    await figure.own.fill('maжson');
    await drawn(6);
    const note = figure.figure.locator('.notes');
    await expect.poll(() => note.innerText(), patient).toContain('n’a jamais vu');
    expect(await figure.figure.locator('svg .token.unknown').innerHTML()).toBe('ж');

    await figure.own.fill('abcde'.repeat(200));
    await drawn(40);
    expect(await note.innerText()).toContain(say.cut.character('560', '40'));
    expect(await note.innerText()).toContain(say.kept('600'));
    expect(await figure.sideways()).toBeLessThanOrEqual(0);
  });

  it('and none: the page asks for one', async () => {
    await figure.own.fill('');
    await expect.poll(() => figure.summary(), patient).toBe(plain(say.empty));
    expect(await figure.figure.locator('svg .token').count()).toBe(0);
    await figure.button('fromage').click();
    await drawn('fromage'.length);
  });

  it('goes into a link, with what is taken out', async () => {
    const other = await openAlone(browser, site.url, {
      id: 'try-1',
      language: 'en',
      scene: 'text:Marian,gone:0.5',
    });
    await expect.poll(() => other.summary(), patient).toContain('Without “m”, “n”, at the end');
    expect(await other.own.inputValue()).toBe('Marian');
    await other.reader.leave();
  });
});

describe('two models', () => {
  it('differ by their cell alone, are trained as far, and are told apart', async () => {
    await figure.page.getByRole('radio', { name: 'RNN', exact: true }).check();
    const second = figure.figure.getByRole('group', { name: words.second });
    expect(await second.innerText()).toContain(words.unequal('96', '0', 'mots'));
    await second.getByRole('button', { name: words.catchUp('96', 'mots') }).click();
    await figure.atStep(3, 1);
    expect(await second.innerText()).toContain(words.equal('96', 'mots'));

    const elman = await sameRun('fr', 3, { cell: 'rnn' });
    const expected = [...'fromage'].map((_, place) =>
      [run, elman].flatMap((each) => certainties(each.read('fromage').probabilities[place]!)),
    );
    await expect
      .poll(async () => (await figure.table()).slice(1).map((row) => row.slice(2)), patient)
      .toEqual(expected);
    expect(await figure.summary()).toMatch(/^A, LSTM\. Après .* B, RNN\. Après /);
    expect(await figure.figure.locator('svg .other').count()).toBeGreaterThan(0);
    expect(await figure.figure.locator('svg .letter').allTextContents()).toContain('B');
  });
});

it('is saved: a drawing that stands alone, and numbers with all their digits', async () => {
  const svg = await figure.saved('SVG');
  expect(svg).not.toMatch(/var\(|class=|style=|NaN/);
  expect(svg).toContain('>fém');
  const [head, first] = (await figure.saved('CSV')).split('\r\n');
  expect(head).toContain('Jeton,Connu');
  const shares = run.read('fromage').probabilities[0]!;
  expect(first!.split(',').slice(2, 4)).toEqual(shares.map(String));
});

it('is accessible, fits 360 pixels, and can be touched', async () => {
  await figure.button(words.remove(quoted('m'))).click();
  await figure.figure.locator('svg .token.gone').waitFor();
  expect(await accessibilityFaults(figure.page)).toEqual([]);
  expect(await darkFaults(figure.page)).toEqual([]);
  expect(await figure.small()).toEqual([]);
  expect(await figure.sideways()).toBeLessThanOrEqual(0);
});
