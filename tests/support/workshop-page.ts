/** An instrument on the workshop's page, and the same model made in Node. */
import type { Browser, Download, Locator, Page } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { formats } from '../../web/app/format';
import { figureWords } from '../../web/app/i18n/figure';
import { strings } from '../../web/app/i18n';
import { ownTextWords } from '../../web/app/i18n/own-text';
import { workshopMain } from '../../web/app/instruments/main-run';
import { workshopSlug, type Language } from '../../web/shared/lesson';
import type { RunSettings } from '../../web/shared/protocol';
import { defaultSettings } from '../../web/shared/settings';
import { Run } from '../../web/worker/run';
import { advanceTo, builtDataset, freshEngine } from '../wasm/real-engine';
import { visit, type Visit, type VisitOptions } from './visit';

/** The page keeps a reader's words apart from its own by signs that do not print. */
export const printed = (text: string): string => text.replaceAll(/[\u2068\u2069]/g, '');

/** The same with every space an ordinary one. */
export const plain = (text: string): string => printed(text).replaceAll(/[\u00a0\u202f]/g, ' ');

export class WorkshopFigure {
  readonly page: Page;
  readonly figure: Locator;
  readonly text: ReturnType<typeof strings>;
  readonly format: ReturnType<typeof formats>;
  readonly frame: (typeof figureWords)[Language];

  constructor(
    readonly reader: Visit,
    readonly id: string,
    readonly language: Language,
  ) {
    this.page = reader.page;
    this.text = strings(language);
    this.format = formats(language);
    this.frame = figureWords[language];
    this.figure = this.page.locator(`[data-figure="${id}"]`);
  }

  get own(): Locator {
    return this.figure.getByLabel(ownTextWords[this.language].label, { exact: true });
  }

  button(name: string, exact = true): Locator {
    return this.figure.getByRole('button', { name, exact });
  }

  async summary(): Promise<string> {
    return plain(await this.figure.locator('.summary').innerText());
  }

  /** The verbs of the page's own model. */
  model(verb: 'train' | 'step' | 'reset'): Locator {
    return this.figure
      .locator('.model')
      .first()
      .getByRole('button', { name: this.text.lab[verb], exact: true });
  }

  async atStep(step: number, model = 0): Promise<void> {
    const line = this.figure.locator('.model').nth(model);
    await line
      .and(this.page.locator(`[data-step="${step}"]:not([data-stage="training"])`))
      .waitFor();
  }

  /** The rows of its table as it stands now. */
  async table(): Promise<string[][]> {
    const opener = this.button(this.frame.table);
    if ((await opener.getAttribute('aria-expanded')) === 'true') await opener.click();
    await opener.click();
    const rows = await this.figure
      .locator(`#${this.id}-table tr`)
      .evaluateAll((all) =>
        all.map((row) => [...row.children].map((cell) => cell.textContent.trim())),
      );
    return rows.map((row) => row.map(printed));
  }

  async saved(format: 'SVG' | 'CSV'): Promise<string> {
    const waited: Promise<Download> = this.page.waitForEvent('download');
    await this.button(this.frame.saveAs(format)).click();
    return readFileSync(await (await waited).path(), 'utf8');
  }

  said(): Promise<string> {
    return this.page.locator('[data-announcer]').innerText().then(plain);
  }

  /** Controls that a finger would miss. */
  small(): Promise<string[]> {
    return this.figure.locator('button, input, label:has(input)').evaluateAll((all) =>
      all.flatMap((each) => {
        if (each.matches('label input')) return [];
        const { width, height } = each.getBoundingClientRect();
        return width >= 24 && height >= 24 ? [] : [`${each.outerHTML} ${width} × ${height}`];
      }),
    );
  }

  sideways(): Promise<number> {
    return this.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
  }
}

/** The instrument alone on its page: the model is begun by it. */
export async function openAlone(
  browser: Browser,
  url: string,
  given: { readonly id: string; readonly language: Language; readonly scene?: string },
  options: VisitOptions = {},
): Promise<WorkshopFigure> {
  const { id, language, scene } = given;
  const hash = `#only=${id}${scene === undefined ? '' : `&${id}=${scene}`}`;
  const path = `${language}/${workshopSlug[language]}/`;
  const reader = await visit(browser, url + path + hash, options);
  const figure = new WorkshopFigure(reader, id, language);
  await figure.figure.waitFor();
  return figure;
}

/** That model after some steps, made here. */
export async function sameRun(
  language: Language,
  steps: number,
  changes: Partial<RunSettings> = {},
): Promise<Run> {
  const { dataset } = workshopMain[language];
  const settings = { ...defaultSettings, dataset, ...changes };
  const run = new Run(await freshEngine(), await builtDataset(dataset), settings);
  advanceTo(run, steps * settings.batch);
  return run;
}
