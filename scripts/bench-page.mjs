import { launchChromium } from './chromium.mjs';
import { serve } from './serve.mjs';

const chapter = 'fr/';

/**
 * Opens the lab of the French nouns in a fresh Chromium, presses Train, and waits for the page
 * to show 90 % on the validation words: from the press, loading included.
 * @returns {Promise<{ seconds: number, examples: number }>}
 */
export async function secondsInChromium() {
  const server = await serve({ port: 0 });
  const browser = await launchChromium();
  try {
    // Under reduced motion no run begins by itself.
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto(server.url + chapter, { waitUntil: 'networkidle' });
    const lab = page.locator('section[data-stage]').first();
    if ((await lab.count()) === 0) await page.locator('main a[href]').first().click();
    await page.locator('section[data-stage] button.primary:enabled').first().waitFor();
    return await lab.evaluate(
      (section, goal) =>
        new Promise((resolve, reject) => {
          const start = performance.now();
          const observer = new MutationObserver(() => {
            const { accuracy, examples, stage = '' } = section.dataset;
            const over = ['finished', 'diverged', 'failed', 'lost', 'unsupported'].includes(stage);
            if (!over && stage !== 'training') return;
            if (Number(accuracy) >= goal) {
              observer.disconnect();
              const seconds = (performance.now() - start) / 1000;
              resolve({ seconds, examples: Number(examples) });
            } else if (over) {
              observer.disconnect();
              reject(new Error(`The run ended as ${stage} after ${examples} words.`));
            }
          });
          observer.observe(section, { attributes: true });
          /** @type {HTMLButtonElement} */ (section.querySelector('button.primary')).click();
        }),
      0.9,
    );
  } finally {
    await browser.close();
    await server.close();
  }
}
