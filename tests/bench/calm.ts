/**
 * Is the page's own thread left alone? The workshop with four models racing, as fast as the engine
 * goes, and beside them a heat map of 64 units × 64 steps of a model that trains.
 */
import type { Page } from 'playwright-core';
import { launchChromium } from '../../scripts/chromium.mjs';
import { serve } from '../../scripts/serve.mjs';

export interface Calm {
  /** Tasks over 50 ms of the page's thread while all moved, in milliseconds by the clock. */
  readonly long: readonly number[];
  /** The longest task of all, in milliseconds of the processor; other programs do not lengthen it. */
  readonly longest: number;
  /** Examples that the race and the model of the map saw meanwhile. */
  readonly race: number;
  readonly map: number;
  readonly seconds: number;
}

const units = 64;
const text = `a${'uvwxyz'.repeat(11)}`.slice(0, units);
const address = [
  'en/workshop/#lab-1&v=1',
  `lab-1=dataset:recall-80,hidden:${units}`,
  'race-1=models:4,pace:full,dataset:first-names,measure:training',
  `states-1=text:${text}`,
].join('&');

/** Until one of them has come to its end, and so long at most. */
const most = 15_000;

export async function calm(): Promise<Calm> {
  const server = await serve({ port: 0 });
  const browser = await launchChromium();
  try {
    // So tall that nothing is out of sight, where it would rest.
    const viewport = { width: 1280, height: 8000 };
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.addInitScript(watchLongTasks);
    await page.goto(server.url + address, { waitUntil: 'networkidle' });
    await page.locator('.race[data-phase] button:enabled').first().waitFor();
    await page.locator('#states-1 canvas').first().waitFor({ timeout: 60_000 });
    const before = (await longTasks(page)).length;
    await browser.startTracing(page, { categories: ['toplevel'] });
    const start = performance.now();
    await page.locator('section[data-stage] button.primary').first().click();
    await page.locator('.race').getByRole('button', { name: 'Start', exact: true }).click();
    await page
      .locator('.race[data-phase="over"], section[data-stage="finished"]')
      .first()
      .waitFor({ timeout: most })
      .catch(() => undefined);
    const seconds = (performance.now() - start) / 1000;
    const longest = busiestTask(await browser.stopTracing());
    const long = (await longTasks(page)).slice(before);
    const seen = (selector: string): Promise<number> =>
      page
        .locator(selector)
        .first()
        .evaluate((each) => Number((each as HTMLElement).dataset['examples']));
    const [race, map] = [await seen('.race'), await seen('section[data-stage]')];
    return { long, longest, race, map, seconds };
  } finally {
    await browser.close();
    await server.close();
  }
}

/** In the page. */
function watchLongTasks(): void {
  const long: number[] = [];
  Object.assign(window, { long });
  new PerformanceObserver((list) => {
    long.push(...list.getEntries().map(({ duration }) => duration));
  }).observe({ type: 'longtask', buffered: true });
}

const longTasks = (page: Page): Promise<number[]> =>
  page.evaluate(() => (window as unknown as { long: number[] }).long);

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds on the processor. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** The most milliseconds of the processor that one task of the page's own thread took. */
function busiestTask(trace: Buffer): number {
  const { traceEvents } = JSON.parse(trace.toString('utf8')) as { traceEvents: TraceEvent[] };
  const threadOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;
  const own = traceEvents.filter(
    ({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain',
  );
  const threads = new Set(own.map(threadOf));
  const tasks = traceEvents.filter(
    (event) => event.name.endsWith('RunTask') && threads.has(threadOf(event)),
  );
  return Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur)) / 1000;
}

export function calmLines(found: readonly Calm[]): string[] {
  return [
    'Calm: four models race and a 64 × 64 heat map moves; wanted are no tasks over 50 ms',
    ...found.map(({ long, longest, race, map, seconds }) => {
      const slow =
        long.length === 0
          ? 'by the clock none over 50 ms'
          : `by the clock ${long.length} over 50 ms, the longest ${Math.max(...long)} ms`;
      return (
        `longest task ${longest.toFixed(1)} ms of the processor; ${slow} ` +
        `(race ${race}, map ${map} examples in ${seconds.toFixed(1)} s)`
      );
    }),
  ];
}
