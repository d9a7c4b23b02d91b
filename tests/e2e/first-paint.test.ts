import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languageNames } from '../../web/app/i18n';
import { languages } from '../../web/shared/lesson';
import type { FromWorker, LossPoint, ValidationPoint } from '../../web/shared/protocol';
import { launchChromium } from '../support/chromium';
import { labChapter } from '../support/lab-chapter';
import { curveRows, LabPage } from '../support/lab-page';
import { serveSite, type ServedSite } from '../support/site';
import { noScript, visit, type Visit } from '../support/visit';

let site: ServedSite;
let browser: Browser;

beforeAll(async () => {
  site = await serveSite('/cours/en-ligne');
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

describe('without scripts', () => {
  let reader: Visit;
  beforeAll(async () => {
    reader = await visit(browser, site.url, noScript);
  });
  afterAll(() => reader.leave());

  it.each(languages)(
    'the first page leads to the chapter in %s, and this to the other',
    async (language) => {
      const { page } = reader;
      const { path, title, heading, text } = labChapter(language);
      const other = labChapter(language === 'fr' ? 'en' : 'fr');
      await page.goto(site.url);
      await page.getByRole('link', { name: languageNames[language] }).click();
      expect(page.url()).toBe(`${site.url}${language}/`);
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      expect(await page.locator('h1').innerText()).toBe(text.site.tagline);
      await page.getByRole('link', { name: title }).click();
      expect(page.url()).toBe(site.url + path);
      expect(await page.locator('h1').innerText()).toBe(heading);
      await page.getByRole('link', { name: languageNames[other.language] }).click();
      expect(page.url()).toBe(site.url + other.path);
      expect(await page.locator('h1').innerText()).toBe(other.heading);
    },
  );

  it.each(languages)('the chapter in %s shows the recorded run, and its quiz', async (language) => {
    const { page } = reader;
    const chapter = labChapter(language);
    const { recorded, text, words, format, quizWords } = chapter;
    const lab = new LabPage(page, chapter);
    const validation = recorded.validations.at(-1)!;
    const seen = recorded.losses.at(-1)!.examples;

    await page.goto(site.url + chapter.path);
    const { stage, message, readouts } = await lab.shown();
    expect(stage).toBe('recorded');
    expect(message).toBe(text.state.recorded(format.integer(seen), words.examples));
    expect(readouts[text.readouts.accuracy]).toEqual(lab.accuracyLines(validation.accuracy));
    expect(readouts[text.readouts.seen(words.examples)]?.[0]).toBe(format.integer(seen));
    expect(await lab.section.locator('noscript p:visible').innerText()).toBe(text.lab.noScript);
    expect(await lab.section.locator('button:enabled, input:enabled').count()).toBe(0);

    const drawing = lab.section.locator('svg:visible').first();
    expect(await drawing.locator('circle').count()).toBe(recorded.validations.length + 1);
    for (const path of await drawing.locator('path.live').all()) {
      expect((await path.boundingBox())?.width).toBeGreaterThan(100);
    }
    expect(await lab.curveTable()).toEqual(
      curveRows(chapter, recorded.losses, recorded.validations),
    );

    await page.locator('summary', { hasText: chapter.quiz.title }).click();
    const quiz = page.locator('details.quiz');
    expect(await quiz.locator('noscript p:visible').innerText()).toBe(quizWords.noScript);
    expect(await quiz.locator('legend:visible').count()).toBe(chapter.quiz.items.length);
  });
});

describe.each(languages)('the lab in %s', (language) => {
  const chapter = labChapter(language);
  const { recorded, text, format } = chapter;

  it('runs by itself while it is in sight, and retraces the recording bit for bit', async () => {
    const { page, leave } = await visit(browser, `${site.url}${chapter.path}#${chapter.end}`, {
      reducedMotion: 'no-preference',
      before: listen,
    });
    const lab = new LabPage(page, chapter);
    await idleAndMeasured(page);
    expect(await inSight(page)).toBe(false);
    expect((await lab.shown()).stage).toBe('recorded');
    expect(page.workers()).toEqual([]);

    // Out of sight again as soon as it has begun.
    await lab.section.evaluate((section) => {
      const observer = new MutationObserver(() => {
        const { stage, examples } = section.dataset;
        if (stage !== 'training' || examples === '0') return;
        observer.disconnect();
        window.scrollTo(0, document.body.scrollHeight);
      });
      observer.observe(section, { attributes: true });
      section.scrollIntoView();
    });
    await lab.reached('paused');
    const half = await lab.shown();
    expect(half.examples).toBeLessThan(recorded.losses.at(-1)!.examples);
    expect(half.message).toBe(text.state.paused);

    await lab.section.scrollIntoViewIfNeeded();
    await lab.section.locator('[data-retrace]').waitFor();
    const { message } = await lab.shown();
    expect(await lab.section.locator('[data-retrace]').getAttribute('data-retrace')).toBe('same');
    expect(message).toBe(text.state.same(format.integer(recorded.losses.length)));
    expect(await page.evaluate(() => (window as unknown as Listening).heard)).toEqual({
      losses: recorded.losses,
      validations: recorded.validations,
    });
    expect(await lab.curveTable()).toEqual(
      curveRows(chapter, recorded.losses, recorded.validations),
    );
    await leave();
  });
});

describe.each([
  ['reduced motion', { reducedMotion: 'reduce' as const }],
  ['Save-Data', { reducedMotion: 'no-preference' as const, before: saveData }],
])('under %s', (_, options) => {
  it('nothing begins by itself, even in sight', async () => {
    const chapter = labChapter('fr');
    const { page, leave } = await visit(browser, site.url + chapter.path, options);
    const lab = new LabPage(page, chapter);
    await lab.section.evaluate((section) => section.scrollIntoView());
    await idleAndMeasured(page);
    expect(await inSight(page)).toBe(true);
    expect((await lab.shown()).stage).toBe('recorded');
    expect(page.workers()).toEqual([]);
    await leave();
  });
});

interface Listening {
  heard: { losses: LossPoint[]; validations: ValidationPoint[] };
}

/** In the page: keeps every point that a worker reports, with all its digits. */
function listen(): void {
  const heard: Listening['heard'] = { losses: [], validations: [] };
  Object.assign(window, { heard });
  window.Worker = class extends Worker {
    constructor(address: string | URL, options?: WorkerOptions) {
      super(address, options);
      this.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
        if (!('event' in data) || data.event !== 'progress') return;
        heard.losses.push(...data.payload.losses);
        heard.validations.push(...data.payload.validations);
      });
    }
  };
}

function saveData(): void {
  Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
}

/**
 * Waits until the page is loaded and idle, and an observer that was made then has measured
 * where the lab is: by then the page's own, which is older, has measured it too.
 */
async function idleAndMeasured(page: Page): Promise<void> {
  await page.locator('section[data-stage] button.primary:enabled').waitFor();
  await page.evaluate(async () => {
    const section = document.querySelector('section[data-stage]')!;
    await new Promise((then) => requestIdleCallback(then));
    await new Promise((then) => new IntersectionObserver(then).observe(section));
  });
}

const inSight = (page: Page): Promise<boolean> =>
  page.locator('section[data-stage]').evaluate((section) => {
    const { top, bottom } = section.getBoundingClientRect();
    return top < innerHeight && bottom > 0;
  });
