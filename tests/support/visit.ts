import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { watchPage, type PageWatch } from './page-watch';

export interface VisitOptions extends BrowserContextOptions {
  /** Faults that this walk provokes on purpose. */
  readonly allowed?: readonly RegExp[];
  /** Runs in the page before anything of its own. */
  readonly before?: () => void;
}

/** For a visit without scripts: Chromium refuses what the page would load ahead. */
export const noScript: VisitOptions = {
  javaScriptEnabled: false,
  allowed: [/^request failed: .*\.js \(csp\)$/],
};

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly watch: PageWatch;
  /** Ends the visit; throws what the watch over the page holds against it. */
  leave(): Promise<void>;
}

/**
 * Opens an address as a person would who comes for the first time. Unless asked otherwise, this
 * person wants no motion, so that nothing trains before it is told to.
 */
export async function visit(
  browser: Browser,
  url: string,
  { allowed, before, ...options }: VisitOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const watch = await watchPage(page, allowed);
  if (before) await page.addInitScript(before);
  await page.goto(url);
  return {
    page,
    context,
    watch,
    async leave() {
      await context.close();
      watch.assertClean();
    },
  };
}
