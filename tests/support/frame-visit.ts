import { readFileSync } from 'node:fs';
import type { Browser, Download, Locator, Page } from 'playwright-core';
import { figureWords } from '../../web/app/i18n/figure';
import { visit, type Visit, type VisitOptions } from './visit';

/** What the test page of the frame offers to a walk. */
export class FramePage {
  readonly words = figureWords.en;

  constructor(readonly reader: Visit) {}

  get page(): Page {
    return this.reader.page;
  }

  place(count: number): Locator {
    return this.page.locator(`#toy-${count}`);
  }

  figure(count: number): Locator {
    return this.page.locator(`[data-figure="toy-${count}"]`);
  }

  menu(count: number, name: string): Locator {
    return this.figure(count).getByRole('button', { name, exact: true });
  }

  level(count: number): Promise<string> {
    return this.figure(count).getByRole('slider', { name: 'Level' }).inputValue();
  }

  summary(count: number): Promise<string> {
    return this.figure(count).locator('.summary').innerText();
  }

  said(): Promise<string> {
    return this.page.locator('[data-announcer]').innerText();
  }

  async saved(count: number, name: string): Promise<{ name: string; bytes: Buffer }> {
    const waited: Promise<Download> = this.page.waitForEvent('download');
    await this.menu(count, name).click();
    const download = await waited;
    return {
      name: download.suggestedFilename(),
      bytes: readFileSync(await download.path()),
    };
  }
}

export async function openFrame(
  browser: Browser,
  url: string,
  hash = '',
  options: VisitOptions = {},
): Promise<FramePage> {
  const frame = new FramePage(await visit(browser, url + hash, options));
  await frame.figure(1).waitFor();
  return frame;
}
