/**
 * Are the figures that lessons cite still those that the engine gives? Every experiment runs again
 * with one of its seeds, a different one from experiment to experiment.
 */
import { describe, expect, it } from 'vitest';
import { builtData, builtEngine } from '../../web/content/claims/build-products';
import { readClaims, staleness, summary } from '../../web/content/claims/claims-file';
import { readExperiments, seeds } from '../../web/content/claims/experiments';
import { measure } from '../../web/content/claims/measure';
import { ProjectFiles } from '../../web/content/project-files';

const files = new ProjectFiles();
const claims = readClaims(files);
const { engine } = await builtEngine();

const remedy = 'lessons/claims.json is stale: run npm run claims, and read what lessons say of it';

describe('lessons/claims.json', () => {
  it('tells of every experiment as it now stands, and of no other', () => {
    expect(staleness(files, claims)).toBeNull();
  });

  it('comes from the data as they now are', async () => {
    for (const [id, digest] of Object.entries(claims.data)) {
      expect((await builtData(id)).digest, `${id}: ${remedy}`).toBe(digest);
    }
  });

  it('is summed up as its seeds are', () => {
    for (const variants of Object.values(claims.experiments)) {
      for (const claim of Object.values(variants))
        expect(claim.summary).toEqual(summary(claim.seeds));
    }
  });

  const named = readExperiments(files).map(
    (experiment, index) =>
      [`${experiment.group}.${experiment.variant}`, experiment, index] as const,
  );
  it.each(named)('%s gives the same figures again', async (_, experiment, index) => {
    const { group, variant, settings } = experiment;
    const { dataset } = await builtData(settings.dataset);
    const which = index % seeds.length;
    const told = claims.experiments[group]?.[variant]?.seeds[which];
    expect(measure(engine, dataset, experiment, seeds[which] ?? 1), remedy).toEqual(told);
  });
});

describe('summary', () => {
  it('gives a median only where most seeds have the figure', () => {
    const of = (...values: (number | null)[]) => summary(values.map((examples) => ({ examples })));
    expect(of(3, null, 1, 2, 5)).toEqual({
      ...{ examplesCount: 4, examplesLeast: 1, examplesMost: 5, examples: 3 },
    });
    expect(of(3, null, null, null, 5)).toEqual({
      ...{ examplesCount: 2, examplesLeast: 3, examplesMost: 5 },
    });
    expect(of(null, null)).toEqual({ examplesCount: 0 });
  });
});
