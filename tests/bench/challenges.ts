/**
 * How the reference and the near miss of each challenge end, with each of its seeds:
 *
 *     npx tsx tests/bench/challenges.ts [--only recall-40,order]
 */
import { parseArgs } from 'node:util';
import { challengeIds, challenges } from '../../web/app/instruments/challenge/challenges';
import { languagesOf, tried } from '../wasm/challenge-tries';
import { freshEngine } from '../wasm/real-engine';

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const wanted = values.only?.split(',');

const engine = await freshEngine();
for (const id of challengeIds.filter((each) => wanted?.includes(each) ?? true)) {
  for (const language of languagesOf(id)) {
    for (const which of ['reference', 'nearMiss'] as const) {
      const ends: string[] = [];
      for (const seed of challenges[id].seeds) {
        const { met, accuracy, examples } = await tried(engine, id, language, which, seed);
        const share = `${(100 * accuracy).toFixed(1)} %`;
        ends.push(`seed ${seed}: ${share} after ${examples}, ${met ? 'met' : 'not met'}`);
      }
      console.log(`${id.padEnd(10)} ${language}  ${which.padEnd(10)} ${ends.join(' · ')}`);
    }
  }
}
