/** What `npm run bench` runs once all is built; the options are those of scripts/bench.mjs. */
import { writeFile } from 'node:fs/promises';
import { readBenchOptions } from '../../scripts/bench.mjs';
import { evaluation, firstSteps, shares, sizes, zipf, type Bound } from './bounds';
import { calm, calmLines, type Calm } from './calm';
import { growth, type Growth } from './growth';
import { nouns } from './nouns';
import { engineAddress, lanesOf, start, type Participants } from './participants';
import { measureInRounds, type PeerName, type Row } from './rounds';
import type { FirstStep } from './slices';
import { boundLines, Figures, growthLines, nounLines } from './table';

const begin = performance.now();

function print(lines: readonly string[]): void {
  if (lines.length > 0) process.stdout.write(`\n${lines.join('\n')}\n`);
}

function tell(what: string): void {
  const seconds = ((performance.now() - begin) / 1000).toFixed(0);
  process.stderr.write(`${seconds.padStart(4)} s  ${what}\n`);
}

async function speed(
  { runners }: Participants,
  names: readonly string[],
  rounds: number,
): Promise<Row[]> {
  const rows = await measureInRounds(lanesOf(runners, names), rounds, (round) =>
    tell(round === 0 ? 'warming up' : `round ${round} of ${rounds}`),
  );
  const figures = new Figures(rows);
  print(figures.limit());
  print(figures.training(names));
  print(figures.inference(names));
  return rows;
}

async function bounds(
  { engine, chromium }: Participants,
  rounds: number,
): Promise<{ bounds: Bound[]; growth: Growth[] }> {
  tell('bounds: sizes, first step, evaluation, batching');
  const first: FirstStep[] = [];
  for (let round = 0; round < rounds; round += 1) first.push(await chromium.firstStep());
  const found = [
    ...(await sizes(engineAddress)),
    ...firstSteps(first),
    ...evaluation(engine),
    ...shares(engine, rounds),
  ];
  tell('bounds: 2,000 steps on Zipfian tokens');
  found.push(zipf(engine, rounds));
  tell('growth');
  const growths = growth(engine, rounds);
  print(['Bounds', ...boundLines(found)]);
  print(growthLines(growths));
  return { bounds: found, growth: growths };
}

const options = readBenchOptions(process.argv.slice(2));
const compared = options.workloads.length > 0;
const participants = await start(compared ? options.peers : new Set<PeerName>(['ours']));
try {
  print(participants.absent);
  const { rounds, json } = options;
  const rows = compared ? await speed(participants, options.workloads, rounds) : [];
  const kept = options.bounds ? await bounds(participants, rounds) : {};
  let learned = {};
  if (options.nouns) {
    tell('nouns');
    const found = await nouns(rounds);
    print(nounLines(found));
    learned = { nouns: found };
  }
  let calmed = {};
  if (options.calm) {
    tell('calm');
    const found: Calm[] = [];
    for (let round = 0; round < rounds; round += 1) found.push(await calm());
    print(calmLines(found));
    calmed = { calm: found };
  }
  if (json !== undefined) {
    const result = { versions: participants.versions, rows, ...kept, ...learned, ...calmed };
    await writeFile(json, `${JSON.stringify(result, null, 2)}\n`);
  }
  tell('done');
} finally {
  await participants.close();
}
