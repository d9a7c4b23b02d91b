import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { figureWords } from '../../web/app/i18n/figure';
import { strings } from '../../web/app/i18n';
import { Wording } from '../../web/app/instruments/states/in-words';
import type { Language } from '../../web/shared/lesson';
import { patient } from './lab-page';
import { tabTo } from './keyboard';
import { expect } from 'vitest';

/** The heat map of states on the workshop's page, by the names that a person finds there. */
export class StatesPage {
  readonly wording: Wording;
  readonly frame: (typeof figureWords)[Language];
  readonly section: Locator;
  readonly map: Locator;
  /** Tokens and cells. */
  readonly cells: Locator;

  constructor(
    readonly page: Page,
    readonly language: Language,
  ) {
    this.wording = new Wording(language);
    this.frame = figureWords[language];
    this.section = page.locator('#states-1');
    this.map = this.section.getByRole('slider', { name: this.words.cursor });
    this.cells = this.section.locator('.cells');
  }

  get words(): Wording['words'] {
    return this.wording.words;
  }

  button(name: string): Locator {
    return this.section.getByRole('button', { name, exact: true });
  }

  /** Waits until the map shows the model after so many steps. */
  async ready(step: number): Promise<void> {
    await this.section.scrollIntoViewIfNeeded();
    await this.section.locator(`[data-step="${step}"] canvas`).first().waitFor();
  }

  async step(): Promise<void> {
    const before = Number(await this.section.locator('.model').getAttribute('data-step'));
    await this.button(strings(this.language).lab.step).click();
    await this.section.locator(`.model[data-step="${before + 1}"]`).waitFor();
  }

  async choose(letter: string): Promise<void> {
    await this.section.getByRole('radio', { name: new RegExp(`^${letter} `, 'u') }).check();
    await this.section.locator(`[data-tensor="layer0.${letter}"]`).waitFor();
  }

  select(label: string): Locator {
    return this.section.getByLabel(label, { exact: true });
  }

  /** Units in the order of their rows. */
  async units(): Promise<number[]> {
    const units = await this.section.locator('.drawn').getAttribute('data-units');
    return (units ?? '').split(' ').map(Number);
  }

  spoken(): Promise<string | null> {
    return this.map.getAttribute('aria-valuetext');
  }

  /** The table, which is opened, read and closed again. */
  async table(): Promise<{ columns: string[]; rows: string[][] }> {
    await this.button(this.frame.table).click();
    const table = this.section.getByRole('table');
    const columns = await table.locator('thead th').allInnerTexts();
    const rows = await table
      .locator('tbody tr')
      .evaluateAll((all) =>
        all.map((row) => [...row.children].map((cell) => cell.textContent.trim())),
      );
    await this.button(this.frame.table).click();
    return { columns, rows };
  }

  async saved(format: string): Promise<Buffer> {
    const waited = this.page.waitForEvent('download');
    await this.button(this.frame.saveAs(format)).click();
    return readFileSync(await (await waited).path());
  }

  /** The middle of a cell, on the page. */
  async middleOf(row: number, column: number): Promise<{ x: number; y: number }> {
    await this.cells.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await this.cells.boundingBox())!;
    const [rows, columns, head] = await this.cells.evaluate((cells) =>
      ['rows', 'columns', 'head'].map((name) => Number(cells.dataset[name])),
    );
    const each = (height - head! - 1) / rows!;
    return { x: x + ((column + 0.5) * width) / columns!, y: y + head! + (row + 0.5) * each };
  }

  async drag(from: number, to: number): Promise<void> {
    const [start, end] = [await this.middleOf(1, from), await this.middleOf(3, to)];
    await this.page.mouse.move(start.x, start.y);
    await this.page.mouse.down();
    await this.page.mouse.move(end.x, end.y, { steps: 4 });
    await this.page.mouse.up();
  }

  async tabToMap(): Promise<void> {
    await tabTo(this.page, this.map);
  }

  matches(): Promise<{ text: string; from: number; to: number; distance: number }[]> {
    return this.section.locator('ol button').evaluateAll((all) =>
      (all as HTMLElement[]).map((button) => ({
        text: button.querySelector('.text')!.textContent,
        from: Number(button.dataset['from']),
        to: Number(button.dataset['to']),
        distance: Number(button.dataset['distance']),
      })),
    );
  }

  async shows(tokens: string): Promise<void> {
    const text = () =>
      this.section
        .locator('.cells svg text')
        .evaluateAll((all) => all.map((each) => each.textContent).join(''));
    await expect.poll(text, patient).toBe(tokens);
  }
}
