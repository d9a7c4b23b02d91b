import type { Browser, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Feature } from '../../web/app/engine/features';
import { launchChromium } from '../support/chromium';
import { labChapter } from '../support/lab-chapter';
import { LabPage, patient } from '../support/lab-page';
import { serveSite, type ServedSite } from '../support/site';
import { visit, type Visit, type VisitOptions } from '../support/visit';

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

const french = labChapter('fr');
const english = labChapter('en');

async function open(chapter: typeof french, options?: VisitOptions) {
  const { page, context, leave } = await visit(browser, site.url + chapter.path, options);
  return { page, context, leave, lab: new LabPage(page, chapter) };
}

it('a worker that dies is replaced when the reader asks, with the same settings', async () => {
  const { text } = english;
  const { page, leave, lab } = await open(english, { allowed: [/unreachable/] });
  await lab.ready();
  await lab.choice(text.settings.cells.gru).check();
  await lab.field('seed').fill('5');
  await lab.field('seed').press('Enter');
  await lab.word.fill('rose');
  await lab.button('train').click();
  await lab.seen(1);
  await page.workers()[0]!.evaluate(() => {
    // (module (func (export "t") unreachable))
    const trap = [
      ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, 0x01, 0x04, 0x01, 0x60, 0x00, 0x00],
      ...[0x03, 0x02, 0x01, 0x00, 0x07, 0x05, 0x01, 0x01, 0x74, 0x00, 0x00],
      ...[0x0a, 0x05, 0x01, 0x03, 0x00, 0x00, 0x0b],
    ];
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(trap)));
    setTimeout(exports['t'] as () => void);
  });
  await lab.reached('lost');
  expect((await lab.shown()).message).toBe(text.state.lost);
  await expect.poll(() => page.workers(), patient).toEqual([]);
  expect(await lab.choice(text.settings.cells.gru).isChecked()).toBe(true);
  expect(await lab.field('seed').inputValue()).toBe('5');
  await lab.word.fill('tulip');

  await lab.button('again').click();
  await lab.reached('training');
  await lab.seen(1);
  await lab.answered(5);
  expect(page.workers()).toHaveLength(1);
  expect(await lab.choice(text.settings.cells.gru).isChecked()).toBe(true);
  await leave();
});

describe('a browser that cannot run the engine', () => {
  let poor: Visit;
  beforeAll(async () => {
    poor = await visit(browser, site.url, { before: lack });
  });
  afterAll(() => poor.leave());

  it.each<Feature>(['WebAssembly', 'WebAssembly SIMD', 'WebAssembly exceptions', 'Worker'])(
    'lacks %s: the lab names it, text and quiz remain',
    async (feature) => {
      const { page } = poor;
      const { path, text, quiz, quizWords } = french;
      const lab = new LabPage(page, french);
      await page.goto(`${site.url}${path}?${encodeURIComponent(feature)}`);
      await lab.reached('unsupported');
      const named = text.state.features[feature];
      expect((await lab.shown()).message).toBe(text.state.unsupported(named));
      expect(await lab.section.locator('button:enabled, input:enabled').count()).toBe(0);
      expect(await lab.section.locator('path.live:visible').count()).toBeGreaterThan(0);
      expect(page.workers()).toEqual([]);

      await page.locator('summary', { hasText: quiz.title }).click();
      const first = page.locator('details.quiz form').first();
      await first.getByRole('button', { name: quizWords.check }).click();
      await first.getByText(quizWords.chooseFirst).waitFor();
    },
  );
});

/** In the page: takes away what the address names, as an older browser would lack it. */
function lack(): void {
  const feature = decodeURIComponent(location.search.slice(1));
  if (feature === 'Worker' || feature === 'WebAssembly') {
    Reflect.deleteProperty(window, feature);
    return;
  }
  // Opcodes of the page's own questions: i8x16.splat and catch_all.
  const opcode = { 'WebAssembly SIMD': 0xfd, 'WebAssembly exceptions': 0x19 }[feature];
  const { validate } = WebAssembly;
  WebAssembly.validate = (bytes) =>
    !(bytes as Uint8Array).includes(opcode ?? -1) && validate(bytes);
}

describe('the network goes away after the page has come', () => {
  const away = [/net::ERR_INTERNET_DISCONNECTED/];

  it('before the engine is here', async () => {
    const { text } = french;
    const { context, leave, lab } = await open(french, { allowed: away });
    await lab.ready();
    await context.setOffline(true);
    await lab.button('train').click();
    await lab.reached('failed');
    expect((await lab.shown()).message).toBe(text.state.failed.network);
    await lab.button('again').click();
    await lab.reached('failed');

    await context.setOffline(false);
    await lab.button('again').click();
    await lab.reached('training');
    await lab.seen(1);
    await leave();
  });

  it('before the other words are here', async () => {
    const { text } = english;
    const { context, leave, lab } = await open(english, { allowed: away });
    const refuse = (route: Route): Promise<void> => route.abort('internetdisconnected');
    await context.route(/\/rest-[^/]*\.txt$/, refuse);
    await lab.ready();
    await lab.button('train').click();
    await lab.reached('failed');
    const { message, examples } = await lab.shown();
    expect(message).toBe(text.state.failed.network);
    expect(examples).toBeGreaterThan(0);
    await lab.word.fill('rose');
    await lab.answered(4);

    // What was learned stays: the run goes on from there.
    await context.unroute(/\/rest-[^/]*\.txt$/, refuse);
    await lab.button('again').click();
    expect((await lab.shown()).examples).toBeGreaterThanOrEqual(examples);
    await lab.seen(examples + 1024);
    await leave();
  });
});
