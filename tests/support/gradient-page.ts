import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { figureWords } from '../../web/app/i18n/figure';
import { gradientWords } from '../../web/app/i18n/gradient';
import { runSettingWords } from '../../web/app/i18n/run-settings';
import { tableOf } from '../../web/app/instruments/gradient/in-words';
import { settingsOf } from '../../web/app/instruments/gradient/models';
import {
  gradientSchema,
  type GradientScene,
  type PresetName,
} from '../../web/app/instruments/gradient/schema';
import { defaultsOf } from '../../web/app/scene/schema';
import type { GradientFlow, GradientQuestion } from '../../web/shared/gradient-flow';
import { workshopSlug, type Language } from '../../web/shared/lesson';
import { Run } from '../../web/worker/run';
import { advanceTo, builtDataset, freshEngine } from '../wasm/real-engine';

/** The gradient of the workshop, by the names that a person finds there. */
export class GradientPage {
  readonly words;
  readonly figure;
  readonly settings;
  readonly place: Locator;

  constructor(
    readonly page: Page,
    readonly language: Language,
  ) {
    this.words = gradientWords[language];
    this.figure = figureWords[language];
    this.settings = runSettingWords[language].settings;
    this.place = page.locator('#gradient-1');
  }

  static path = (language: Language, scene = ''): string =>
    `${language}/${workshopSlug[language]}/#gradient-1&v=1${scene && `&gradient-1=${scene}`}`;

  button(name: string): Locator {
    return this.place.getByRole('button', { name, exact: true });
  }

  get cursor(): Locator {
    return this.place.getByRole('slider', { name: this.words.cursor });
  }

  get norms(): Locator {
    return this.place.getByRole('slider', { name: this.words.strip.cursor });
  }

  setting(name: keyof GradientPage['settings']): Locator {
    return this.place.getByLabel(this.settings[name].label, { exact: true });
  }

  /** Brings the drawing into view, where it begins to ask. */
  async drawn(): Promise<void> {
    await this.place.locator('.drawing').waitFor();
    await this.place.locator('.drawing').evaluate((drawing) => drawing.scrollIntoView());
    await this.place.locator('[data-line]').first().waitFor({ state: 'attached' });
  }

  /** Waits until the figure shows the weights after this step, of the model that leads. */
  async shows(step: number): Promise<void> {
    await this.page.locator(`.gradient[data-step="${step}"]`).waitFor();
  }

  async reached(phase: string): Promise<void> {
    await this.page.locator(`.gradient[data-phase="${phase}"]`).waitFor({ timeout: 60_000 });
  }

  summary(): Promise<string> {
    return this.place.locator('#gradient-1-summary').innerText();
  }

  message(): Promise<string> {
    return this.place.locator('[data-message]').innerText();
  }

  async table(): Promise<string[][]> {
    const rows = this.page.locator('#gradient-1-table tbody tr');
    return rows.evaluateAll((all) =>
      all.map((row) => [...row.children].map((cell) => cell.textContent.trim())),
    );
  }

  async saved(format: string): Promise<string> {
    const waited = this.page.waitForEvent('download');
    await this.button(this.figure.saveAs(format)).click();
    return readFileSync(await (await waited).path(), 'utf8');
  }

  /** The rows that these gradients make. */
  rowsOf(flows: readonly GradientFlow[]): readonly (readonly unknown[])[] {
    return tableOf(flows, this.language, 0, false).rows;
  }
}

export const question = (more: Partial<GradientQuestion> = {}): GradientQuestion => ({
  text: null,
  example: 0,
  label: null,
  position: 999,
  output: null,
  ...more,
});

/** The same models, trained here, one after the other. */
export async function trained(
  preset: PresetName,
  examples: number,
  changes: Partial<GradientScene> = {},
): Promise<readonly Run[]> {
  const start = defaultsOf(gradientSchema.sceneWith!({ preset })) as GradientScene;
  const models = settingsOf({ ...start, ...changes });
  const engine = await freshEngine();
  const dataset = await builtDataset(models[0]!.dataset);
  return models.map((settings) => {
    const run = new Run(engine, dataset, settings);
    advanceTo(run, examples);
    return run;
  });
}
