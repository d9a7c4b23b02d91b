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
    'the first page leads to the recorded run and the quiz in %s',
    async (language) => {
      const { page } = reader;
      const chapter = labChapter(language);
      const { recorded, text, words, format, quizWords } = chapter;
      const lab = new LabPage(page, chapter);

      await page.goto(site.url);
      await page.getByRole('link', { name: languageNames[language] }).click();
      expect(page.url()).toBe(`${site.url}${language}/`);
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      expect(await page.locator('h1').innerText()).toBe(text.site.tagline);
      await page.getByRole('link', { name: chapter.title }).click();
      expect(page.url()).toBe(site.url + chapter.path);
      expect(await page.locator('h1').innerText()).toBe(chapter.heading);

      const { stage, message, readouts } = await lab.shown();
      const seen = format.integer(recorded.losses.at(-1)!.examples);
      expect(stage).toBe('recorded');
      expect(message).toBe(text.state.recorded(seen, words.examples));
      const { accuracy } = recorded.validations.at(-1)!;
      expect(readouts[text.readouts.accuracy]).toEqual(lab.accuracyLines(accuracy));
      expect(readouts[text.readouts.seen(words.examples)]?.[0]).toBe(seen);
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

      const other = labChapter(language === 'fr' ? 'en' : 'fr');
      await page.getByRole('link', { name: languageNames[other.language] }).click();
      expect(page.url()).toBe(site.url + other.path);
      expect(await page.locator('h1').innerText()).toBe(other.heading);
    },
  );
});

describe('with scripts', () => {
  let reader: Visit;
  beforeAll(async () => {
    reader = await visit(browser, site.url, { reducedMotion: 'no-preference', before: prepare });
  });
  afterAll(() => reader.leave());

  it.each(languages)(
    'the lab in %s runs by itself in sight, and retraces the recording bit for bit',
    async (language) => {
      const { page } = reader;
      const chapter = labChapter(language);
      const { recorded, text, format } = chapter;
      const lab = new LabPage(page, chapter);
      await page.goto(`${site.url}${chapter.path}#${chapter.end}`);
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

      await lab.section.evaluate((section) => section.scrollIntoView());
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
    },
  );

  it.each([
    ['reduced motion', 'reduce', ''],
    ['Save-Data', 'no-preference', '?save-data'],
  ] as const)(
    'nothing begins by itself under %s, even in sight',
    async (_, reducedMotion, query) => {
      const { page } = reader;
      const chapter = labChapter('fr');
      const lab = new LabPage(page, chapter);
      await page.emulateMedia({ reducedMotion });
      await page.goto(site.url + chapter.path + query);
      await lab.section.evaluate((section) => section.scrollIntoView());
      await idleAndMeasured(page);
      expect(await inSight(page)).toBe(true);
      expect((await lab.shown()).stage).toBe('recorded');
      expect(page.workers()).toEqual([]);
    },
  );
});

interface Listening {
  heard: { losses: LossPoint[]; validations: ValidationPoint[] };
}

/**
 * In the page: keeps every point that a worker reports, with all its digits; is sparing with
 * data where the address says so.
 */
function prepare(): void {
  if (location.search === '?save-data') {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  }
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
