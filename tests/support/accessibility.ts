import { source, type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe holds against the page as it stands, one line a violation and place. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  // A script element would be refused by the page's policy; the debugger is not.
  await page.evaluate(source);
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${help} (${target.join(' ')}) ${failureSummary}`,
    ),
  );
}
