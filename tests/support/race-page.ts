import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { formats } from '../../web/app/format';
import { datasetWords } from '../../web/app/i18n';
import { figureWords } from '../../web/app/i18n/figure';
import { settingsOf } from '../../web/app/instruments/race/models';
import { raceSchema, type RaceScene } from '../../web/app/instruments/race/schema';
import { defaultsOf } from '../../web/app/scene/schema';
import { Run } from '../../web/worker/run';
import { advanceTo, builtDataset, freshEngine } from '../wasm/real-engine';
import { raceWords } from '../../web/app/i18n/race';
import { runSettingWords } from '../../web/app/i18n/run-settings';
import { workshopSlug, type Language } from '../../web/shared/lesson';

/** The race of the workshop, by the names that a person finds there. */
export class RacePage {
  readonly words;
  readonly figure;
  readonly settings;
  readonly format;
  readonly place: Locator;

  constructor(
    readonly page: Page,
    readonly language: Language,
  ) {
    this.words = raceWords[language];
    this.figure = figureWords[language];
    this.settings = runSettingWords[language];
    this.format = formats(language);
    this.place = page.locator('#race-1');
  }

  static path = (language: Language, hash = ''): string =>
    `${language}/${workshopSlug[language]}/#race-1&v=1${hash}`;

  unit(dataset: string): string {
    return datasetWords(this.language, dataset).examples;
  }

  button(name: string): Locator {
    return this.place.getByRole('button', { name, exact: true });
  }

  get cursor(): Locator {
    return this.place.getByRole('slider', { name: this.words.cursor });
  }

  /** The control of a setting of one model, or of all. */
  setting(name: keyof RacePage['settings']['settings'], letter?: string): Locator {
    const { label } = this.settings.settings[name];
    const whole = letter === undefined ? label : this.words.ofModel(label, letter);
    return this.place.getByLabel(whole, { exact: true }).and(this.page.locator('input, select'));
  }

  /** A setting behind "all settings" as one for each model. */
  apart(name: keyof RacePage['settings']['settings']): Locator {
    return this.place.locator(`[data-setting="${name}"]`).getByRole('button');
  }

  async reached(phase: string): Promise<void> {
    await this.page.locator(`.race[data-phase="${phase}"]`).waitFor({ timeout: 60_000 });
  }

  async seen(examples: number): Promise<void> {
    await this.page.waitForFunction(
      (least) => Number(document.querySelector<HTMLElement>('.race')?.dataset['examples']) >= least,
      examples,
    );
  }

  /** The numbers of the table beside the curves, with all their digits; null: none yet. */
  async numbers(measure: string): Promise<(number | null)[]> {
    const cells = this.place.locator(`td[data-measure="${measure}"]`);
    return cells.evaluateAll((all) =>
      all.map((cell) => {
        const { value } = (cell as HTMLElement).dataset;
        return value === undefined ? null : Number(value);
      }),
    );
  }

  async printed(measure: string): Promise<string[]> {
    const cells = await this.place.locator(`td[data-measure="${measure}"]`).allInnerTexts();
    return cells.map((text) => text.trim());
  }

  /** Waits until the engine has told the size of every model. */
  async sized(): Promise<void> {
    await this.place.locator('.race').waitFor();
    await this.page.waitForFunction(() => {
      const cells = [...document.querySelectorAll('td[data-measure="parameters"]')];
      return cells.length > 0 && cells.every((cell) => cell.hasAttribute('data-value'));
    });
  }

  said(): Promise<string> {
    return this.page.locator('[data-announcer]').innerText();
  }

  /** The rows of the table on request. */
  async table(): Promise<string[][]> {
    const rows = this.page.locator('#race-1-table tbody tr');
    return rows.evaluateAll((all) =>
      all.map((row) => [...row.children].map((cell) => cell.textContent.trim())),
    );
  }

  async saved(format: string): Promise<{ name: string; text: string }> {
    const waited = this.page.waitForEvent('download');
    await this.button(this.figure.saveAs(format)).click();
    const download = await waited;
    return {
      name: download.suggestedFilename(),
      text: readFileSync(await download.path(), 'utf8'),
    };
  }
}

/** The same models, trained here, one after the other. */
export async function trained(
  changes: Partial<RaceScene>,
  examples = Infinity,
): Promise<readonly Run[]> {
  const models = settingsOf({ ...defaultsOf(raceSchema.scene), ...changes });
  const engine = await freshEngine();
  const dataset = await builtDataset(models[0]!.dataset);
  return models.map((settings) => {
    const run = new Run(engine, dataset, settings);
    advanceTo(run, examples);
    return run;
  });
}

/** In the page: labels of the drawing that lie over one another, or outside it. */
export function overlaps(place: Element): string[] {
  const svg = [...place.querySelectorAll('svg')].find((each) =>
    each.querySelector('[data-label]'),
  )!;
  const frame = svg.getBoundingClientRect();
  const boxes = [...svg.querySelectorAll('[data-label]')].map((label) => ({
    name: label.textContent,
    box: label.getBoundingClientRect(),
  }));
  const faults = boxes
    .filter(({ box }) => box.right > frame.right + 1 || box.top < frame.top - 1)
    .map(({ name }) => `${name} leaves the drawing`);
  for (const [index, { name, box }] of boxes.entries()) {
    for (const other of boxes.slice(index + 1)) {
      // A line of text is taller than its letters: two may share three pixels of air.
      const shared = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
      if (shared > 3) faults.push(`${name} lies over ${other.name}`);
    }
  }
  return faults;
}
