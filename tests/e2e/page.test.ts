import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '../../web/shared/lesson';
import { accessibilityFaults, darkFaults } from '../support/accessibility';
import { launchChromium } from '../support/chromium';
import { tabThrough, tabTo } from '../support/keyboard';
import { labChapter } from '../support/lab-chapter';
import { LabPage } from '../support/lab-page';
import { serveSite, type ServedSite } from '../support/site';
import { visit, type Visit } from '../support/visit';

let site: ServedSite;
let browser: Browser;
let reader: Visit;

beforeAll(async () => {
  site = await serveSite('/cours');
  browser = await launchChromium();
  reader = await visit(browser, site.url);
});
afterAll(async () => {
  await reader.leave();
  await browser.close();
  await site.close();
});

const sizes = { fr: { width: 360, height: 740 }, en: { width: 1440, height: 900 } };

/** A page that a person has used: by keyboard alone, then looked at. */
describe.each(languages)('the page in %s, used', (language) => {
  const chapter = labChapter(language);
  let lab: LabPage;

  beforeAll(async () => {
    // The answers of a visit are there in the other language too.
    await reader.page.evaluate(() => localStorage.clear());
    await reader.page.setViewportSize(sizes[language]);
    await reader.page.goto(site.url + chapter.path);
    lab = new LabPage(reader.page, chapter);
    await lab.ready();
  });

  it('trains, pauses, sets and asks by keyboard alone', async () => {
    const { page } = reader;
    const { settings, chart } = chapter.text;
    const press = async (target: Locator, ...keys: string[]): Promise<void> => {
      await tabTo(page, target);
      for (const key of keys) await page.keyboard.press(key);
    };
    const hidden = lab.field('hidden');
    await press(lab.choice(settings.cells.lstm), 'ArrowRight');
    expect(await lab.choice(settings.cells.gru).isChecked()).toBe(true);
    await press(lab.choice(settings.directions.forward), 'ArrowDown', 'ArrowDown');
    expect(await lab.choice(settings.directions.both).isChecked()).toBe(true);
    await press(hidden, 'End', 'ArrowLeft');
    expect(await hidden.inputValue()).toBe('63');

    await press(lab.button('train'), 'Enter');
    await lab.seen(2048);
    // The button is where it was, and the focus on it: the same key now pauses.
    await page.keyboard.press('Space');
    await lab.reached('paused');
    expect(await lab.button('train').evaluate(isFocused)).toBe(true);
    const { examples } = await lab.shown();
    await press(lab.button('step'), 'Space');
    await lab.seen(examples + 1);

    const curve = lab.section.getByRole('slider', { name: chart.cursor });
    await press(curve, 'Home');
    const { format, words } = chapter;
    const spoken = await curve.getAttribute('aria-valuetext');
    expect(spoken).toContain(chart.cursorAt(format.integer(0), words.examples, '', '').slice(0, 4));
    await page.keyboard.press('Escape');

    await press(lab.word);
    await page.keyboard.type('Rosa');
    await lab.answered(4);
    const letters = lab.section.getByRole('slider', { name: lab.tokens.cursor });
    await press(letters, 'Home');
    expect(await letters.getAttribute('aria-valuenow')).toBe('1');
    for (const caption of [chart.table, lab.tokens.table]) {
      const summary = lab.section.locator('summary', { hasText: caption });
      await press(summary, 'Enter');
      await lab.section.getByRole('region', { name: caption }).waitFor();
    }
    await press(page.locator('summary', { hasText: chapter.quiz.title }), 'Enter');
    await page.locator('details.quiz form').first().waitFor();
    await answerTwo(page);
  });

  it('has every control in the way of Tab, in the order of the page, marked and in sight', async () => {
    const { page } = reader;
    const expected = await page.evaluate(controls);
    const stops = await tabThrough(page);
    expect(stops.map(({ name }) => name)).toEqual(expected);
    expect(stops.filter(({ marked }) => !marked)).toEqual([]);
    expect(stops.filter(({ inSight }) => !inSight)).toEqual([]);
  });

  it('has targets of 24 pixels or more, and no sideways scroll', async () => {
    const { page } = reader;
    await page.setViewportSize(sizes.fr);
    expect(await page.evaluate(smallTargets)).toEqual([]);
    const [needed, given] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    expect(needed).toBeLessThanOrEqual(given!);
  });

  it('is accessible, light and dark', async () => {
    await reader.page.setViewportSize(sizes[language]);
    expect(await accessibilityFaults(reader.page)).toEqual([]);
    expect(await darkFaults(reader.page)).toEqual([]);
  });
});

const isFocused = (element: Element): boolean => element === document.activeElement;

/** One item right or wrong, one with its hint, one not answered: the quiz shows all it can. */
async function answerTwo(page: Page): Promise<void> {
  const forms = page.locator('details.quiz form');
  for (const index of [0, 1]) {
    await forms.nth(index).getByRole('radio').first().check();
    await forms.nth(index).locator('button[type=submit]').click();
    await forms.nth(index).locator('.verdict').waitFor();
  }
  for (const button of await forms.first().locator('button.second').all()) await button.click();
  await forms.nth(2).locator('button[type=submit]').click();
}

/** In the page: the names of all that can be used, in the order in which it is written. */
function controls(): string[] {
  const groups = new Set<string>();
  const all = document.querySelectorAll<HTMLElement>(
    'a[href], button, input, select, textarea, summary, [tabindex="0"]',
  );
  return [...all].flatMap((element) => {
    const { type, name, form, checked, disabled, labels } = element as HTMLInputElement;
    if (disabled || !element.checkVisibility({ visibilityProperty: true })) return [];
    if (type === 'radio') {
      // A group of radio buttons is one stop, at the chosen one.
      const group = form!.querySelectorAll<HTMLInputElement>(`[name="${CSS.escape(name)}"]`);
      if (!checked && (groups.has(name) || [...group].some((radio) => radio.checked))) return [];
      groups.add(name);
    }
    const label = element.ariaLabel ?? labels?.[0]?.textContent ?? element.textContent;
    return [label.trim().replaceAll(/\s+/g, ' ')];
  });
}

/** In the page: controls that are smaller than a fingertip; links in a sentence may be. */
function smallTargets(): string[] {
  const all = document.querySelectorAll<HTMLElement>('a[href], button, input, select, summary');
  return [...all].flatMap((element) => {
    if (!element.checkVisibility({ visibilityProperty: true })) return [];
    if (
      element.matches(':is(p, li, td, .prose) a') &&
      getComputedStyle(element).display === 'inline'
    )
      return [];
    const target =
      (element as HTMLInputElement).type === 'radio' ? element.closest('label')! : element;
    const box = (target.closest('label') ?? target).getBoundingClientRect();
    if (box.width >= 24 && box.height >= 24) return [];
    return [`${element.tagName} ${element.textContent.trim()} ${box.width} × ${box.height}`];
  });
}
