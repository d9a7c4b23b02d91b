import type { Locator, Page } from 'playwright-core';
import { numbersLine } from '../../web/app/cell-drawing/numbers-line';
import { formats } from '../../web/app/format';
import { cellWords } from '../../web/app/i18n/cell';
import { within, type Seen } from '../../web/app/instruments/cell/inspection.svelte';
import { unitView, type UnitView } from '../../web/app/instruments/cell/unit-view';
import { tensorsOf } from '../../web/shared/cell-tensors';
import { cellKind, equations } from '../../web/shared/equations';
import { workshopSlug, type Language } from '../../web/shared/lesson';
import type { RunSettings } from '../../web/shared/protocol';
import { defaultSettings } from '../../web/shared/settings';
import { Run } from '../../web/worker/run';
import { builtDataset, freshEngine } from '../wasm/real-engine';

export const workshopHome = (language: Language): string =>
  `${language}/${workshopSlug[language]}/`;

/** The same run as the page's, in this process. */
export async function runApart(
  dataset: string,
  steps: number,
  change: Partial<RunSettings> = {},
): Promise<Run> {
  const run = new Run(await freshEngine(), await builtDataset(dataset), {
    ...defaultSettings,
    dataset,
    ...change,
  });
  while (run.status.step < steps) run.advance();
  return run;
}

/** What the instrument has to show of that run. */
export function expected(
  run: Run,
  text: string,
  { t, unit, reverse = false }: { t: number; unit: number; reverse?: boolean },
): { seen: Seen; view: UnitView } {
  const { settings } = run.opened;
  const kind = cellKind(settings)!;
  const question = within({ text, layer: 0, reverse }, settings);
  const { steps, weights } = tensorsOf(kind, question);
  const look = run.look(text, [...steps, ...weights]);
  const tensor = (name: string) => look.tensors.find((one) => one.name === name);
  const seen = { ...question, kind, settings, look, tensor };
  return { seen, view: unitView(seen, t + 1, unit)! };
}

/** The cell instrument of the workshop, by what a person finds in it. */
export class CellVisit {
  readonly words;
  readonly figure: Locator;
  readonly cell: Locator;

  constructor(
    readonly page: Page,
    readonly language: Language,
  ) {
    this.words = cellWords[language];
    this.figure = page.locator('[data-figure="cell-1"]');
    this.cell = page.locator('.cell');
  }

  /** Scrolls to it, and waits for the numbers of a model after so many steps. */
  async ready(step = 0): Promise<void> {
    await this.page.locator('#cell-1').scrollIntoViewIfNeeded();
    await this.page.locator(`.cell[data-step="${step}"]`).waitFor();
  }

  async at(t: number): Promise<void> {
    await this.page.locator(`.cell[data-t="${t}"]`).waitFor();
  }

  button(name: string): Locator {
    return this.figure.getByRole('button', { name, exact: true });
  }

  get tokens(): Locator {
    return this.figure.getByRole('radiogroup', { name: this.words.steps }).getByRole('radio');
  }

  get unit(): Locator {
    return this.figure.getByRole('slider', { name: this.words.unit });
  }

  get summary(): Promise<string> {
    return this.figure.locator('.summary').innerText();
  }

  /** The lines of numbers under the formulas. */
  async lines(): Promise<string[]> {
    const all = await this.figure.locator('.formulas .numbers').allTextContents();
    return all.map((line) => line.trim());
  }

  linesOf({ kind, values }: UnitView): string[] {
    const { inner } = formats(this.language);
    return equations[kind].map((equation) =>
      (numbersLine(equation, values, inner) ?? []).map(({ text }) => text).join(''),
    );
  }

  /** Letter and number of every label of the drawing that is in sight. */
  async drawn(): Promise<string[]> {
    const labels = this.figure.locator('.frame svg:visible text:has(.value)');
    return labels.evaluateAll((all) =>
      all.map((label) => {
        const [letter, below, value] = ['.letter', '.below', '.value'].map(
          (part) => label.querySelector(part)?.textContent ?? '',
        );
        return `${letter}${below} ${value}`;
      }),
    );
  }

  /** Rows of the strip, bars and code lines that are lit. */
  async lit(): Promise<{ drawing: string[]; strip: string[]; code: string[]; formula: number }> {
    return this.figure.evaluate((figure) => {
      const symbols = (selector: string): string[] =>
        [...figure.querySelectorAll(selector)].map(
          (each) => /sym-([a-z])/u.exec(each.getAttribute('class') ?? '')?.[1] ?? '',
        );
      const shown = [...figure.querySelectorAll('.frame svg')].find((svg) => svg.clientWidth > 0);
      return {
        drawing: [...(shown?.querySelectorAll('g.lit') ?? [])].map(
          (each) => /sym-([a-z])/u.exec(each.getAttribute('class') ?? '')?.[1] ?? '',
        ),
        strip: symbols('.strip g.lit'),
        code: [...figure.querySelectorAll('.line.marked')].map((line) => line.textContent.trim()),
        formula: figure.querySelectorAll('math [data-symbol].lit').length,
      };
    });
  }
}
