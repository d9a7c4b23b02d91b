import type { Page } from 'playwright-core';

export interface PageWatch {
  /** What went wrong since the watch began or was last asked to assert, one line each. */
  readonly faults: readonly string[];
  /** Throws with every such fault, if there is one, and forgets them. */
  assertClean(): void;
}

/**
 * Notes console errors and warnings, uncaught errors, dialogs, violations of the content policy,
 * failed requests and requests to another origin. To be called before the page's first navigation.
 *
 * @param allowed faults that this walk provokes on purpose
 */
export async function watchPage(page: Page, allowed: readonly RegExp[] = []): Promise<PageWatch> {
  const faults: string[] = [];
  const note = (fault: string): void => {
    if (!allowed.some((pattern) => pattern.test(fault))) faults.push(fault);
  };
  let origin: string | undefined;

  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      note(`console ${message.type()}: ${message.text()} (${message.location().url})`);
    }
  });
  page.on('pageerror', (error) => {
    note(`uncaught: ${error.stack ?? error.message}`);
  });
  page.on('dialog', (dialog) => {
    note(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol === 'data:' || url.protocol === 'blob:') return;
    origin ??= url.origin;
    if (url.origin !== origin) note(`request to another origin: ${url.href}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'no reason given';
    // Leaving a page ends what it was still loading.
    if (reason !== 'net::ERR_ABORTED') note(`request failed: ${request.url()} (${reason})`);
  });
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.violatedDirective} refused ${event.blockedURI}`);
    });
  });

  return {
    faults,
    assertClean() {
      const found = faults.splice(0);
      if (found.length > 0) throw new Error(`The page is not clean:\n${found.join('\n')}`);
    },
  };
}
