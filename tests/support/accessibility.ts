import { source, type AxeResults, type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

type Scheme = 'light' | 'dark';

/** What another colour scheme can change; the rest of a page is the same in both. */
const ofColour = ['color-contrast', 'link-in-text-block'];

/** What axe holds against the page as it stands, one line a violation and place. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  return faultsIn(page, 'light', {});
}

/** What axe holds against the colours of the same page in the dark. */
export async function darkFaults(page: Page): Promise<string[]> {
  return faultsIn(page, 'dark', { runOnly: ofColour });
}

async function faultsIn(page: Page, scheme: Scheme, options: RunOptions): Promise<string[]> {
  await page.emulateMedia({ colorScheme: scheme });
  // A script element would be refused by the page's policy; the debugger is not.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const { violations } = await page.evaluate(
    (chosen) =>
      (window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run({
        ...chosen,
        resultTypes: ['violations'],
      }),
    options,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${scheme}, ${id}: ${help} (${target.join(' ')}) ${failureSummary}`,
    ),
  );
}
