import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figureWords } from '../../web/app/i18n/figure';
import { tellProblem } from '../../web/app/i18n/link';
import { readLink } from '../../web/app/scene/link';
import { contentId } from '../../web/vite/versions';
import { launchChromium } from '../support/chromium';
import { serveFramePage } from '../support/frame-site';
import { openFrame, type FramePage } from '../support/frame-visit';
import { serveSite, type ServedSite } from '../support/site';
import { visit, type Visit, type VisitOptions } from '../support/visit';

let page: ServedSite;
let browser: Browser;
const words = figureWords.en;

beforeAll(async () => {
  page = await serveFramePage();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await page.close();
});

const open = (hash = '', options?: VisitOptions): Promise<FramePage> =>
  openFrame(browser, page.url, hash, options);
const hashOf = (frame: FramePage): string => new URL(frame.page.url()).hash;

describe('a link', () => {
  it('opens the page as it was copied, and only copying changes the address', async () => {
    const frame = await open('', { permissions: ['clipboard-read', 'clipboard-write'] });
    const length = await frame.page.evaluate(() => history.length);
    await frame.figure(1).getByRole('slider', { name: 'Level' }).fill('7');
    await frame.figure(2).getByRole('slider', { name: 'Level' }).fill('2');
    expect(hashOf(frame)).toBe('');
    await frame.menu(1, words.copy).click();
    await frame.figure(1).getByText(words.copied).waitFor();
    expect(await frame.said()).toBe(words.copied);
    const copied = await frame.page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(
      `${page.url}#toy-1&v=1&data=0000000a&engine=0000000b&toy-1=level:7&toy-2=level:2`,
    );
    expect(frame.page.url()).toBe(copied);
    expect(await frame.page.evaluate(() => history.length)).toBe(length);
    await frame.reader.leave();

    const again = await openFrame(browser, copied);
    await again.figure(2).waitFor();
    expect([await again.level(1), await again.level(2)]).toEqual(['7', '2']);
    expect(await again.page.locator('div.link').innerText()).toBe('');
    await again.reader.leave();
  });

  it('is shown to be copied by hand where the browser does not let the page', async () => {
    const frame = await open('', {
      before: () => {
        Object.defineProperty(navigator, 'clipboard', { value: undefined });
      },
    });
    await frame.menu(1, words.copy).click();
    const field = frame.figure(1).getByRole('textbox', { name: words.copy });
    expect(await field.inputValue()).toBe(frame.page.url());
    await frame.reader.leave();
  });

  it('that is wrong in part is followed as far as it is right, and the rest is named', async () => {
    const hash = '#toy-1=level:9,shape:square,__proto__:1&toy-9=level:1&data=00000009&<b>=1';
    const frame = await open(hash);
    const notice = frame.page.locator('div.link');
    expect(await frame.level(1)).toBe('9');
    const text = await notice.innerText();
    expect(text).toContain(words.link.foreign.data);
    for (const quoted of ['“square”', 'wave, fall', '“__proto__”', '“toy-9”', '“%3Cb%3E”']) {
      expect(text).toContain(quoted);
    }
    expect(await notice.locator('b').count()).toBe(0);
    await frame.reader.leave();
  });

  it('of a megabyte is refused with its reason, and the page works', async () => {
    const junk = `#${'toy-1=level:9&'.repeat(75_000)}`;
    const frame = await open();
    await frame.page.evaluate((hash) => location.assign(hash), junk);
    const { fact, remedy } = tellProblem.en(readLink(junk, []).problems[0]!);
    await frame.page.getByText(`${fact} ${remedy}`).waitFor();
    expect(await frame.level(1)).toBe('3');
    await frame.reader.leave();
  });

  it('shows one instrument alone, hides what it says, and leads back to the page', async () => {
    const frame = await open('#toy-1&only=toy-1&hide=toy-1.settings,toy-1.menu');
    expect(await frame.page.locator('.place').count()).toBe(1);
    expect(await frame.figure(1).locator('.menu, .controls input').count()).toBe(0);
    await frame.page.getByRole('button', { name: words.link.all }).click();
    await frame.page.getByRole('heading', { name: 'Frame' }).waitFor();
    expect(await frame.page.locator('.place').count()).toBe(3);
    expect(hashOf(frame)).not.toContain('only');
    await frame.reader.leave();
  });
});

describe('a link of the text', () => {
  let frame: FramePage;
  beforeAll(async () => {
    frame = await open();
  });
  afterAll(() => frame.reader.leave());
  const link = (name: string) => frame.page.getByRole('link', { name });
  const focused = (selector: string): Promise<boolean> =>
    frame.page.locator(selector).evaluate((each) => each === document.activeElement);

  it('sets its instrument, takes the reader there, and says so', async () => {
    await frame.figure(1).getByRole('slider', { name: 'Level' }).fill('5');
    await link('set the first').focus();
    await frame.page.keyboard.press('Enter');
    await frame.place(1).getByText(words.link.set).waitFor();
    expect(await frame.level(1)).toBe('9');
    expect(await focused('#toy-1')).toBe(true);
    expect(await frame.said()).toBe(words.link.setSpoken('A test curve'));
    const { y } = (await frame.place(1).boundingBox())!;
    expect(y).toBeLessThan(60);
  });

  it('is undone by its button, which gives the focus back to the link', async () => {
    await frame.place(1).getByRole('button', { name: words.link.undo }).click();
    await expect.poll(() => frame.level(1)).toBe('5');
    expect(hashOf(frame)).toBe('');
    expect(await frame.said()).toBe(words.link.undone);
    expect(await link('set the first').evaluate((each) => each === document.activeElement)).toBe(
      true,
    );
    expect(await frame.place(1).getByText(words.link.set).count()).toBe(0);
  });

  it('is undone by going back, past walks to other sections', async () => {
    await link('set the first').click();
    await expect.poll(() => frame.level(1)).toBe('9');
    await link('go to the end').click();
    await frame.page.goBack();
    expect(await frame.level(1)).toBe('9');
    await frame.page.goBack();
    await expect.poll(() => frame.level(1)).toBe('5');
    await frame.page.goForward();
    await expect.poll(() => frame.level(1)).toBe('9');
    await frame.page.goBack();
    await expect.poll(() => frame.level(1)).toBe('5');
  });

  it('fetches an instrument that nobody has come near', async () => {
    const fresh = await open();
    expect(await fresh.figure(3).count()).toBe(0);
    await fresh.page.getByRole('link', { name: 'set the third' }).click();
    await fresh.figure(3).waitFor();
    expect(await fresh.level(3)).toBe('12');
    await fresh.reader.leave();
  });
});

it('an instrument that cannot be fetched says so, and is fetched when asked again', async () => {
  const reader = await visit(browser, 'about:blank', {
    allowed: [/Toy.*\.js/, /dynamically imported module/],
  });
  await reader.page.route(/Toy.*\.js/, (route) => route.abort());
  await reader.page.goto(page.url);
  const place = reader.page.locator('#toy-1');
  await place.getByText(words.loadFailed).waitFor();
  const { height } = (await place.locator('.room').boundingBox())!;
  // 30 rem and two hairlines: its height is what its schema says.
  const rem = await reader.page.evaluate(() =>
    Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
  );
  expect(height).toBeCloseTo(30 * rem + 2, 0);
  await reader.page.unroute(/Toy.*\.js/);
  await place.getByRole('button', { name: words.again }).click();
  await reader.page.locator('[data-figure="toy-1"]').waitFor();
  await reader.leave();
});

describe('the workshop', () => {
  let site: ServedSite;
  let reader: Visit;
  beforeAll(async () => {
    site = await serveSite('/cours');
    reader = await visit(browser, `${site.url}fr/`);
  });
  afterAll(async () => {
    await reader.leave();
    await site.close();
  });

  it('is one link away, lists its instruments, and keeps the hash in another language', async () => {
    const { fr, en } = figureWords;
    const at = reader.page;
    await at.getByRole('link', { name: fr.workshop.nav, exact: true }).click();
    await at.getByRole('heading', { level: 1, name: fr.workshop.title }).waitFor();
    const list = at.getByRole('navigation', { name: fr.workshop.list });
    const first = list.getByRole('link', { name: fr.instruments.lab.title });
    await first.click();
    expect(at.url()).toBe(`${site.url}fr/atelier/#lab-1`);
    await at.getByRole('link', { name: 'English' }).click();
    await at.getByRole('heading', { level: 1, name: en.workshop.title }).waitFor();
    expect(at.url()).toBe(`${site.url}en/workshop/#lab-1`);
  });

  it('shows one instrument alone by a link, in its language', async () => {
    const at = reader.page;
    await at.goto(`${site.url}fr/atelier/#lab-1&v=1&only=lab-1`);
    await at.reload();
    await at.getByText(figureWords.fr.link.alone).waitFor();
    expect(await at.locator('header').count()).toBe(0);
    expect(await at.getByRole('button', { name: 'Entraîner' }).isVisible()).toBe(true);
    await at.getByRole('button', { name: figureWords.fr.link.all }).click();
    await at.locator('header').waitFor();
  });

  it.each(['engine', 'data'] as const)('says when its %s is not the link’s', async (what) => {
    const at = reader.page;
    const path = { engine: '../../build/engine/rnn.wasm', data: '../../build/data' }[what];
    const ids = [contentId(join(import.meta.dirname, path)), '00000000'];
    for (const [index, id] of ids.entries()) {
      await at.goto(`${site.url}en/workshop/#v=1&${what}=${id}`);
      await at.reload();
      await at.locator('button.primary:enabled').waitFor();
      const foreign = at.getByText(words.link.foreign[what]);
      expect(await foreign.count()).toBe(index);
    }
  });

  it.each(['%E0%A4%A', '__proto__=1&constructor=2', 'x&lab-1=a:1', 'v=9'])(
    'bears #%s without harm, and names what is wrong',
    async (junk) => {
      const at = reader.page;
      await at.goto(`${site.url}en/workshop/#${junk}`);
      await at.reload();
      await at.getByText(words.link.title).waitFor();
      await at.getByRole('button', { name: 'Train' }).first().waitFor();
      reader.watch.assertClean();
    },
  );
});
