import { describe, expect, it } from 'vitest';
import { challengeIds, challenges } from '../../web/app/instruments/challenge/challenges';
import { languagesOf, tried } from './challenge-tries';
import { freshEngine } from './real-engine';

const engine = await freshEngine();

const cases = challengeIds.flatMap((id) =>
  languagesOf(id).flatMap((language) => {
    // The longest sequences take seconds a run: tests/bench/challenges.ts tries all their seeds.
    const { seeds } = challenges[id];
    return seeds.slice(0, id === 'recall-80' ? 1 : 3).map((seed) => ({ id, language, seed }));
  }),
);

describe.each(cases)(
  'the challenge $id, in $language, with seed $seed',
  ({ id, language, seed }) => {
    const { goal } = challenges[id];

    it('is met by its reference, with a margin', async () => {
      const result = await tried(engine, id, language, 'reference', seed);
      expect(result.clauses.filter(({ met }) => met !== true)).toEqual([]);
      expect(result.met).toBe(true);
      expect(result.accuracy).toBeGreaterThanOrEqual((goal.share + 1) / 2);
    });

    it('is not met by its near miss, which falls short of the share alone', async () => {
      const result = await tried(engine, id, language, 'nearMiss', seed);
      expect(result.met).toBe(false);
      expect(result.clauses.filter(({ met }) => met !== true).map(({ kind }) => kind)).toEqual([
        'share',
      ]);
      expect(result.accuracy).toBeLessThan(goal.share - 0.1);
    });
  },
);
