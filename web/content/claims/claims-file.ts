/** `lessons/claims.json`: what the experiments gave, as lessons cite it and a test holds it. */
import { z } from 'zod';
import { readJson } from '../json-file';
import type { ProjectFiles } from '../project-files';
import { experimentsFile, readExperiments, seeds, type Experiment } from './experiments';
import { median, type Figures } from './measure';

export const claimsFile = 'lessons/claims.json';

const figure = z.number().nullable();

const schema = z.strictObject({
  about: z.string(),
  /** Digest of the engine that made the figures. */
  engine: z.string(),
  /** By data set, digest of what was read. */
  data: z.record(z.string(), z.string()),
  experiments: z.record(
    z.string(),
    z.record(
      z.string(),
      z.strictObject({
        settings: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
        measure: z.record(z.string(), z.union([z.string(), z.number()])),
        /** One entry a seed, in the order of `seeds`. */
        seeds: z.array(z.record(z.string(), figure)),
        /** What the seeds come to: see `summary`. */
        summary: z.record(z.string(), z.number()),
      }),
    ),
  ),
});

export type Claims = z.output<typeof schema>;

export const readClaims = (files: ProjectFiles): Claims =>
  readJson(files, claimsFile, schema).content;

/** Where an experiment has run with all seeds. */
export interface Result {
  readonly experiment: Experiment;
  readonly seeds: readonly Figures[];
}

/**
 * For every figure: how many seeds have it (`examplesCount`), and of those that do the least, the
 * median and the most. A median stands only where most seeds have the figure: those without one
 * count as beyond all others.
 */
export function summary(figures: readonly Figures[]): Record<string, number> {
  const names = Object.keys(figures[0] ?? {});
  return Object.fromEntries(
    names.flatMap((name) => {
      const values = figures.map((of) => of[name] ?? Infinity);
      const there = values.filter(Number.isFinite);
      const middle = median(values);
      return [
        [`${name}Count`, there.length],
        ...(there.length > 0
          ? [
              [`${name}Least`, Math.min(...there)],
              [`${name}Most`, Math.max(...there)],
            ]
          : []),
        ...(Number.isFinite(middle) ? [[name, middle]] : []),
      ] as [string, number][];
    }),
  );
}

export function claimsOf(
  results: readonly Result[],
  versions: Pick<Claims, 'engine' | 'data'>,
): Claims {
  const experiments: Claims['experiments'] = {};
  for (const { experiment, seeds: figures } of results) {
    const { group, variant, settings, measure } = experiment;
    (experiments[group] ??= {})[variant] = {
      settings,
      measure,
      seeds: figures.map((of) => ({ ...of })),
      summary: summary(figures),
    };
  }
  const about = `Written by "npm run claims" from ${experimentsFile}, seeds ${seeds.join(', ')}.`;
  return { about, ...versions, experiments };
}

/** In what the file differs from the experiments as they now stand, and what to do; none: null. */
export function staleness(files: ProjectFiles, claims: Claims): string | null {
  const told = new Map<string, Claims['experiments'][string][string]>(
    Object.entries(claims.experiments).flatMap(([group, variants]) =>
      Object.entries(variants).map(([variant, claim]) => [`${group}.${variant}`, claim] as const),
    ),
  );
  for (const { group, variant, settings, measure } of readExperiments(files)) {
    const id = `${group}.${variant}`;
    const claim = told.get(id);
    if (claim === undefined) return `${claimsFile} has no ${id}. Run npm run claims.`;
    const now = JSON.stringify([settings, measure]);
    if (
      JSON.stringify([claim.settings, claim.measure]) !== now ||
      claim.seeds.length !== seeds.length
    ) {
      return `${claimsFile} tells of another ${id} than ${experimentsFile}. Run npm run claims.`;
    }
    told.delete(id);
  }
  const [left] = told.keys();
  return left === undefined ? null : `${experimentsFile} has no ${left}. Run npm run claims.`;
}
