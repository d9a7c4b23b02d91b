/** Seconds until the model of the default lesson is right nine times in ten, in Node and in the page. */
import { secondsInChromium } from '../../scripts/bench-page.mjs';
import { runTool, type Command } from '../../scripts/run-tool.mjs';
import { median } from './rounds';

export interface Nouns {
  readonly env: 'node' | 'chromium';
  readonly median: number;
  readonly best: number;
  readonly worst: number;
  readonly repeats: number;
  /** Words seen until then: the same each time, as the seed is. */
  readonly examples: readonly number[];
}

interface Reached {
  readonly seconds: number;
  readonly examples: number;
}

async function secondsInNode(): Promise<Reached> {
  const command: Command = [process.execPath, '--import', 'tsx', 'tests/bench/learn.ts'];
  const { code, output } = await runTool(command);
  if (code !== 0) throw new Error(`${command.join(' ')}\n${output}`);
  return JSON.parse(output.trimEnd().split('\n').at(-1) ?? '') as Reached;
}

export async function nouns(rounds: number): Promise<Nouns[]> {
  const places = [
    { env: 'node' as const, run: secondsInNode, found: [] as Reached[] },
    { env: 'chromium' as const, run: secondsInChromium, found: [] as Reached[] },
  ];
  for (let round = 0; round < rounds; round += 1) {
    for (const { run, found } of places) found.push(await run());
  }
  return places.map(({ env, found }) => {
    const seconds = found.map((run) => run.seconds);
    return {
      env,
      median: median(seconds),
      best: Math.min(...seconds),
      worst: Math.max(...seconds),
      repeats: rounds,
      examples: [...new Set(found.map((run) => run.examples))],
    };
  });
}
