/** The worker as browsers run it: what the page's own instruments do not ask all at once. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FromWorker, RunStatus, Survey } from '../../web/shared/protocol';
import { defaultSettings } from '../../web/shared/settings';
import { launchChromium } from '../support/chromium';
import { labChapter } from '../support/lab-chapter';
import { LabPage } from '../support/lab-page';
import { serveSite, type ServedSite } from '../support/site';
import { visit, type Visit } from '../support/visit';

let site: ServedSite;
let browser: Browser;
let reader: Visit;

beforeAll(async () => {
  site = await serveSite('/cours');
  browser = await launchChromium();
  reader = await visit(browser, site.url, { before: keepWorker });
});
afterAll(async () => {
  await reader.leave();
  await browser.close();
  await site.close();
});

interface Keeping {
  /** Asks the page's own worker, beside the page. */
  ask(call: string, params: unknown): Promise<unknown>;
  /** Runs that have reported, in the order of their reports. */
  reports: string[];
}

/** In the page. */
function keepWorker(): void {
  const keeping: Keeping = { ask: () => Promise.reject(new Error('no worker')), reports: [] };
  Object.assign(window, { keeping });
  window.Worker = class extends Worker {
    constructor(address: string | URL, options?: WorkerOptions) {
      super(address, options);
      let lastId = 1_000_000;
      const waiting = new Map<number, (answer: unknown) => void>();
      this.addEventListener('message', (event: MessageEvent<FromWorker>) => {
        const { data } = event;
        if ('event' in data) {
          if (data.event === 'progress') keeping.reports.push(data.payload.run);
          return;
        }
        const answered = waiting.get(data.id);
        if (!answered) return;
        event.stopImmediatePropagation();
        answered('failure' in data ? data.failure : data.result);
      });
      keeping.ask = (call, params) =>
        new Promise((resolve) => {
          lastId += 1;
          waiting.set(lastId, resolve);
          this.postMessage({ id: lastId, call, params });
        });
    }
  };
}

it('trains two groups at once, hears a pause of one, and answers a survey meanwhile', async () => {
  const chapter = labChapter('fr');
  const { page } = reader;
  await page.goto(site.url + chapter.path);
  const lab = new LabPage(page, chapter);
  await lab.ready();
  await lab.button('step').click();
  await lab.seen(1);

  const { settings } = chapter.recorded;
  const found = await page.evaluate(
    async ({ dataset, standard }) => {
      const { keeping } = window as unknown as { keeping: Keeping };
      const runs = ['a', 'b', 'c'];
      const cells = ['rnn', 'gru', 'bag'];
      await Promise.all(
        runs.map((run, i) =>
          keeping.ask('open', { run, settings: { ...standard, dataset, cell: cells[i] } }),
        ),
      );
      const group = keeping.ask('train', { runs: ['a', 'b'], examples: 24_576 });
      const single = keeping.ask('train', { runs: ['c'], examples: 2048 });
      const survey = await keeping.ask('survey', {
        run: 'a',
        tensor: 'layer0.h',
        feature: 'position',
      });
      const paused = await keeping.ask('pause', { runs: ['a', 'b'] });
      return {
        survey,
        paused,
        group: await group,
        single: await single,
        reports: keeping.reports,
      };
    },
    { dataset: settings.dataset, standard: defaultSettings },
  );
  const [a, b] = found.paused as readonly RunStatus[];
  expect(found.group).toEqual([a, b]);
  expect(a?.phase).toBe('paused');
  expect(Math.abs(a!.examples - b!.examples)).toBeLessThanOrEqual(32);
  expect(a!.examples).toBeLessThan(24_576);
  expect(found.single).toMatchObject([{ phase: 'paused', examples: 2048 }]);
  expect(found.survey as Survey).toMatchObject({ tensor: 'layer0.h', feature: 'position' });
  expect(new Set(found.reports)).toEqual(new Set(['main', 'a', 'b', 'c']));
});
