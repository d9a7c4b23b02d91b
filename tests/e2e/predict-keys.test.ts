import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from '../support/accessibility';
import { launchChromium } from '../support/chromium';
import { tabTo } from '../support/keyboard';
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

const press = async ({ figure }: PredictPage, ...keys: string[]): Promise<void> => {
  for (const key of keys) await figure.page.keyboard.press(key);
};

describe('with keys alone', () => {
  it('a number is typed, and Enter commits it', async () => {
    const predict = await openQuestion(browser, site.url, 'fr', 'bag-share');
    const { figure } = predict;
    await tabTo(figure.page, predict.field);
    await figure.page.keyboard.type('50,5');
    await press(predict, 'Enter');
    await predict.reached('committed');
    expect(await figure.said()).toContain('Prédiction 1 engagée.');
    await tabTo(figure.page, predict.primary);
    await press(predict, 'Enter');
    await predict.reached('answered');
    expect(await predict.verdict()).toEqual({ verdict: 'close', distance: 0.5 });
    // The button that ran it is still under the fingers.
    expect(await predict.primary.evaluate((each) => each === document.activeElement)).toBe(true);
    await figure.reader.leave();
  });

  it('a choice is made by arrows, and the runs are those of Node', async () => {
    const predict = await openQuestion(browser, site.url, 'en', 'forget-bias', {
      viewport: { width: 360, height: 740 },
    });
    const { figure, root, primary } = predict;
    const question = workshopQuestion('en', 'forget-bias');
    await tabTo(figure.page, root.locator('form input[type=radio]').first());
    await press(predict, 'Space', 'ArrowDown', 'ArrowDown');
    expect(await accessibilityFaults(figure.page)).toEqual([]);
    expect(await figure.sideways()).toBeLessThanOrEqual(0);
    await tabTo(figure.page, primary);
    await press(predict, 'Enter');
    await predict.reached('committed');
    await figure.page.reload();
    await predict.reached('committed');
    await tabTo(figure.page, primary);
    await press(predict, 'Enter');
    await predict.reached('answered');
    const measured = await answerTo(question);
    const [commitment] = await predict.kept();
    expect(commitment!.guess).toEqual({ kind: 'choice', option: 'lstm-3' });
    expect(commitment!.outcomes).toEqual([{ seed: 1, measured }]);
    expect(await predict.verdict()).toEqual({ verdict: 'right', distance: 0 });
    expect(plain(await figure.summary())).toBe(
      'Predicted: LSTM, bias 3. Measured: LSTM, bias 3, at 1,024 strings.',
    );
    expect(await accessibilityFaults(figure.page)).toEqual([]);
    await figure.reader.leave();
  });

  it('a curve is raised and lowered, said at each place, paused, stopped and run', async () => {
    const predict = await openQuestion(browser, site.url, 'en', 'nouns-curve', {
      reducedMotion: 'no-preference',
    });
    const { figure, pen, primary, words } = predict;
    const said = async (): Promise<string> => plain((await pen.getAttribute('aria-valuetext'))!);
    await tabTo(figure.page, pen);
    expect(await said()).toBe('at 0 names: nothing yet');
    await press(predict, 'ArrowUp', 'PageUp', 'ArrowRight', 'ArrowRight');
    expect(await said()).toBe('at 2,048 names: nothing yet');
    await press(predict, 'PageUp', 'PageUp', 'ArrowDown');
    expect(await said()).toBe('at 2,048 names: 80%');
    await press(predict, 'End', 'PageUp', 'Delete');
    expect(await said()).toBe('at 8,192 names: nothing yet');
    // The space bar starts nothing that was not committed to.
    await press(predict, 'Space');
    expect(await predict.root.getAttribute('data-phase')).toBe('asking');
    await tabTo(figure.page, primary);
    await press(predict, 'Enter');
    const [commitment] = await predict.kept();
    expect(commitment!.guess).toEqual({
      kind: 'curve',
      values: [61, 71, 80, 80, 80, 80, 80, 80, 80],
    });

    await press(predict, 'Enter');
    await predict.reached('running');
    await press(predict, 'Enter');
    await predict.reached('paused');
    expect(await primary.innerText()).toBe(words.verbs.resume);
    await tabTo(figure.page, predict.button(words.verbs.stop));
    await press(predict, 'Enter');
    await predict.reached('committed');
    expect((await predict.kept())[0]!.outcomes).toEqual([]);
    await tabTo(figure.page, primary);
    await press(predict, 'Enter');
    await predict.reached('answered');
    const measured = await answerTo(workshopQuestion('en', 'nouns-curve'));
    expect(measured.kind === 'curve' && measured.values).toEqual(await predict.measured());
    await figure.reader.leave();
  });

  it('a curve can be written as numbers', async () => {
    const predict = await openQuestion(browser, site.url, 'fr', 'nouns-curve');
    const { figure, root, words } = predict;
    const numbers = root.getByText(words.pen.numbers);
    await tabTo(figure.page, numbers);
    await press(predict, 'Enter');
    await press(predict, 'Tab');
    await figure.page.keyboard.type('50');
    await press(predict, 'Tab');
    await figure.page.keyboard.type('500');
    await press(predict, 'Tab');
    expect(await root.getByRole('alert').innerText()).toBe(words.missing.outside('0', '100'));
    await figure.page.keyboard.type('87,4');
    await press(predict, 'Tab');
    expect(await root.locator('circle.dot').count()).toBe(2);
    expect(await accessibilityFaults(figure.page)).toEqual([]);
    await figure.reader.leave();
  });
});

it('says when the browser keeps nothing, and goes on', async () => {
  const predict = await openQuestion(browser, site.url, 'fr', 'bag-share', {
    before: () => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    },
  });
  const { root, words, primary } = predict;
  await root.getByText(words.state.notKept).waitFor();
  await predict.field.fill('50');
  await primary.click();
  await primary.click();
  await predict.reached('answered');
  expect((await predict.verdict()).verdict).toBe('close');
  await predict.figure.reader.leave();
});

it('takes nothing for a prediction that somebody else wrote there', async () => {
  const predict = await openQuestion(browser, site.url, 'fr', 'bag-share', {
    before: () =>
      localStorage.setItem(
        'recurrence.predictions',
        JSON.stringify({
          version: 1,
          commitments: [
            {
              question: 'workshop.bag-share',
              dataset: 'order-fr',
              number: 7,
              guess: { kind: 'number', value: 700 },
            },
            { question: 'workshop.bag-share', dataset: 'order-fr', number: '8' },
          ],
        }),
      ),
  });
  const { primary } = predict;
  await predict.reached('asking');
  await predict.field.fill('50');
  await primary.click();
  expect((await predict.kept()).map(({ number }) => number)).toEqual([7, 8]);
  await predict.figure.reader.leave();
});
