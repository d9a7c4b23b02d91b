import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compare } from '../../web/shared/prediction-grade';
import { accessibilityFaults, darkFaults } from '../support/accessibility';
import { launchChromium } from '../support/chromium';
import {
  answerTo,
  openQuestion,
  workshopQuestion,
  type PredictPage,
} from '../support/predict-page';
import { serveSite, type ServedSite } from '../support/site';
import { plain } from '../support/workshop-page';

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

const wide = { viewport: { width: 1280, height: 900 } };
const narrow = { viewport: { width: 360, height: 740 }, hasTouch: true };

async function isSound({ figure }: PredictPage): Promise<void> {
  expect(await accessibilityFaults(figure.page)).toEqual([]);
  expect(await darkFaults(figure.page)).toEqual([]);
  expect(await figure.small()).toEqual([]);
  expect(await figure.sideways()).toBeLessThanOrEqual(0);
}

describe('a number, by pointer, in English', () => {
  let predict: PredictPage;
  const question = workshopQuestion('en', 'bag-share');

  beforeAll(async () => {
    predict = await openQuestion(browser, site.url, 'en', 'bag-share', wide);
  });
  afterAll(() => predict.figure.reader.leave());

  it('starts no run before something is said', async () => {
    const { primary, words, root } = predict;
    await isSound(predict);
    expect(await primary.innerText()).toBe(words.verbs.commit);
    await primary.click();
    expect(await root.getByRole('alert').innerText()).toBe(words.missing.number);
    await predict.field.fill('170');
    await primary.click();
    expect(await root.getByRole('alert').innerText()).toBe(words.missing.outside('0', '100'));
    expect(await root.getAttribute('data-examples')).toBe('0');
    expect(await predict.kept()).toEqual([]);
  });

  it('keeps what was said, over a reload, before it is answered', async () => {
    const { root, primary, words, figure } = predict;
    await predict.field.fill('70 %');
    await primary.click();
    await predict.reached('committed');
    expect(await primary.innerText()).toBe(words.verbs.run);
    expect(await predict.field.count()).toBe(0);
    await figure.page.reload();
    await predict.reached('committed');
    expect(await figure.summary()).toBe('Predicted: 70%. Not measured yet.');
    expect(await root.getAttribute('data-examples')).toBe('0');
  });

  it('is answered by the same run as in Node, with the distance and why', async () => {
    const { primary, root, figure } = predict;
    await primary.click();
    await predict.reached('answered');
    const measured = await answerTo(question);
    expect(measured).toEqual({ kind: 'number', value: 50 });
    expect(await predict.measured()).toEqual([50]);
    expect(await predict.verdict()).toEqual({ verdict: 'high', distance: 20 });
    expect(plain(await root.locator('.verdict').innerText())).toMatch(
      /^Too high\. 20 points off\.\s+It has nothing to do better with\./,
    );
    expect(await figure.said()).toContain('Predicted: 70%. Measured: 50.0%, 20 points off.');
    await isSound(predict);
  });

  it('is shown again after a reload, without another run', async () => {
    const { figure, root } = predict;
    await figure.page.reload();
    await predict.reached('answered');
    expect(await predict.measured()).toEqual([50]);
    expect(await root.getAttribute('data-examples')).toBe('0');
    expect(await figure.said()).toBe('');
  });

  it('shows what another seed says, and numbers a second prediction', async () => {
    const { primary, root, words, figure } = predict;
    expect(await primary.innerText()).toBe(words.verbs.another('2'));
    await primary.click();
    await root.getByText('Measured, seeds 1 and 2.').waitFor();
    expect(plain(await root.locator('.tries').innerText())).toContain(
      'Over 2 seeds, always 50.0%.',
    );
    await predict.button(words.verbs.anew).click();
    await predict.reached('asking');
    await root.getByLabel(words.slide).fill('51');
    await primary.click();
    await primary.click();
    await root.getByText('Measured, seed 3.').waitFor();
    expect((await predict.verdict()).verdict).toBe('close');
    const kept = await predict.kept();
    expect(kept.map(({ number, guess }) => ({ number, guess }))).toEqual([
      { number: 1, guess: { kind: 'number', value: 70 } },
      { number: 2, guess: { kind: 'number', value: 51 } },
    ]);
    expect(kept.map(({ outcomes }) => outcomes.map(({ seed }) => seed))).toEqual([[1, 2], [3]]);
    const table = await figure.table();
    expect(table.slice(1)).toEqual([
      ['1', '70%', '1', '50.0%', '20 points off'],
      ['1', '70%', '2', '50.0%', '20 points off'],
      ['2', '51%', '3', '50.0%', '1 point off'],
    ]);
    expect(await figure.saved('CSV')).toContain('1,70,1,50,20 points off\r\n');
  });
});

describe('a curve, by pointer, in French, on a phone', () => {
  let predict: PredictPage;
  const question = workshopQuestion('fr', 'order-curve');

  beforeAll(async () => {
    predict = await openQuestion(browser, site.url, 'fr', 'order-curve', narrow);
  });
  afterAll(() => predict.figure.reader.leave());

  it('is drawn in a stroke, and corrected by another', async () => {
    const { pen, figure, root, words, primary } = predict;
    await isSound(predict);
    await primary.click();
    expect(await root.getByRole('alert').innerText()).toBe(words.missing.curve);
    await pen.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await pen.boundingBox())!;
    const { mouse } = figure.page;
    const to = (across: number, down: number) =>
      mouse.move(x + across * width, y + down * height, { steps: 6 });
    await to(0.02, 0.5);
    await mouse.down();
    await to(0.99, 0.5);
    await mouse.up();
    const dots = root.locator('circle.dot');
    expect(await dots.count()).toBe(11);
    const level = () => dots.evaluateAll((all) => all.map((dot) => Number(dot.getAttribute('cy'))));
    const flat = await level();
    expect(new Set(flat).size).toBe(1);
    await to(0.6, 0.2);
    await mouse.down();
    await to(0.99, 0.2);
    await mouse.up();
    const raised = await level();
    expect(raised.slice(0, 5)).toEqual(flat.slice(0, 5));
    expect(raised.at(-1)).toBeLessThan(flat[0]!);
    expect(await pen.evaluate((element) => getComputedStyle(element).touchAction)).toBe('none');
    const around = root.locator('figure');
    expect(await around.evaluate((each) => getComputedStyle(each).touchAction)).toBe('auto');
  });

  it('lies under the one of the same run in Node, at its mean distance', async () => {
    const { primary, root } = predict;
    await primary.click();
    await predict.reached('committed');
    expect(await root.locator('path.guess').getAttribute('d')).toMatch(/^M.*(L.*){10}$/);
    await primary.click();
    await predict.reached('answered');
    const measured = await answerTo(question);
    expect(measured.kind === 'curve' && measured.values).toEqual(await predict.measured());
    const [commitment] = await predict.kept();
    const expected = compare(question, commitment!.guess, measured);
    expect(await predict.verdict()).toEqual(expected);
    await isSound(predict);
  });

  it('is read point by point, and shown again after a reload', async () => {
    const { root, words, figure } = predict;
    const cursor = root.getByRole('slider', { name: words.cursor });
    await cursor.focus();
    await figure.page.keyboard.press('Home');
    const [first] = await predict.measured();
    expect(plain((await cursor.getAttribute('aria-valuetext'))!)).toContain(
      `mesuré ${plain(figure.format.percent(first! / 100))}`,
    );
    const before = await predict.verdict();
    await figure.page.reload();
    await predict.reached('answered');
    expect(await predict.verdict()).toEqual(before);
    expect((await figure.table()).length).toBe(12);
  });
});
