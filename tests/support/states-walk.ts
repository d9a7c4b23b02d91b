import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { RecordedRun } from '../../web/shared/recorded-run';
import { Run } from '../../web/worker/run';
import { advanceTo, builtDataset, freshEngine } from '../wasm/real-engine';
import { StatesPage } from './states-page';
import { visit, type Visit } from './visit';

/** The first that the data propose, in English. */
export const ownText = 'Alice';

export interface StatesWalk {
  readonly reader: Visit;
  readonly states: StatesPage;
  /** The page's run, made again in this process. */
  readonly run: Run;
  /** So many steps more, there and here. */
  advance(steps: number): Promise<void>;
}

const dataset = 'first-names';

/** To the map on the English workshop's page, whose model is the recorded one's, untrained. */
export async function walkToStates(browser: Browser, url: string): Promise<StatesWalk> {
  const reader = await visit(browser, `${url}en/workshop`);
  const states = new StatesPage(reader.page, 'en');
  const file = join(import.meta.dirname, `../../build/recorded/${dataset}.json`);
  const { settings } = JSON.parse(readFileSync(file, 'utf8')) as RecordedRun;
  const run = new Run(await freshEngine(), await builtDataset(dataset), settings);
  await states.ready(0);
  let done = 0;
  const advance = async (steps: number): Promise<void> => {
    for (let step = 0; step < steps; step += 1) await states.step();
    done += steps;
    advanceTo(run, done * settings.batch);
    await states.ready(done);
  };
  return { reader, states, run, advance };
}
