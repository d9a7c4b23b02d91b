import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../web/shared/settings';
import { Run } from '../../web/worker/run';
import { advanceTo, builtDataset, freshEngine } from './real-engine';

describe('the default run', () => {
  it('knows the gender of 90 % of unseen French nouns after at most 16,000 words', async () => {
    const dataset = await builtDataset('french-nouns');
    const run = new Run(await freshEngine(), dataset, {
      ...defaultSettings,
      dataset: 'french-nouns',
    });
    advanceTo(run, 16_000);
    const reached = run.validations.find(({ accuracy }) => accuracy >= 0.9);
    expect(reached?.examples ?? Infinity).toBeLessThanOrEqual(16_000);
  });

  it('beats the largest class on English first names', async () => {
    const dataset = await builtDataset('first-names');
    const run = new Run(await freshEngine(), dataset, {
      ...defaultSettings,
      dataset: 'first-names',
    });
    advanceTo(run, 8_192);
    const best = Math.max(...run.validations.map(({ accuracy }) => accuracy));
    expect(best).toBeGreaterThan(dataset.info.largestClass + 0.1);
  });
});
