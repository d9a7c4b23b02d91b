/**
 * The experiments on which lessons rest what they say of training: `lessons/experiments.json`,
 * groups of variants with settings of their own on top of the group's, which are those of the
 * page's standard run unless they say otherwise.
 */
import { z } from 'zod';
import { datasets } from '../../shared/datasets';
import type { RunSettings } from '../../shared/run-settings';
import { defaultSettings, fits, runFields, type RunFieldName } from '../../shared/settings';
import { readJson } from '../json-file';
import { Problems } from '../problems';
import type { ProjectFiles } from '../project-files';

export const experimentsFile = 'lessons/experiments.json';

/** Each experiment is run once with each. */
export const seeds = [1, 2, 3, 4, 5] as const;

const measure = z.discriminatedUnion('kind', [
  /** Trains as the page does, until `share` of the validation part is right, or the run ends. */
  z.strictObject({ kind: z.literal('learning'), share: z.number().gt(0).max(1) }),
  /** Of the untrained model: how much of ∂L/∂h reaches the first of all steps. */
  z.strictObject({ kind: z.literal('decay'), rows: z.int().min(1).max(400) }),
  /** Trains `steps` steps and looks at the norm of the whole gradient before clipping. */
  z.strictObject({ kind: z.literal('norms'), steps: z.int().min(1).max(120) }),
]);
export type Measure = z.output<typeof measure>;

const name = z.string().regex(/^[a-z][a-z0-9-]*$/u, 'must be lower-case letters, digits, hyphens');
const settings = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

const schema = z.record(
  name,
  z.strictObject({
    chapter: name,
    measure,
    settings: settings.optional(),
    variants: z.record(name, settings),
  }),
);

export interface Experiment {
  readonly group: string;
  readonly variant: string;
  readonly chapter: string;
  readonly measure: Measure;
  /** Complete but for the seed, which is not the experiment's. */
  readonly settings: Omit<RunSettings, 'seed'>;
}

/** @throws ContentError that names file and line of every setting that no run has. */
export function readExperiments(files: ProjectFiles): readonly Experiment[] {
  const { content, placeOf } = readJson(files, experimentsFile, schema);
  const problems = new Problems();
  const experiments = Object.entries(content).flatMap(([group, { variants, ...shared }]) =>
    Object.entries(variants).map(([variant, own]): Experiment => {
      const chosen = { ...shared.settings, ...own };
      for (const [key, value] of Object.entries(chosen)) {
        if (isSetting(key, value)) continue;
        const path = key in own ? ['variants', variant] : ['settings'];
        problems.add(
          placeOf([group, ...path, key]),
          `no run has "${key}": ${JSON.stringify(value)}.`,
          'See web/shared/settings.ts and datasets.ts for what a run may have.',
        );
      }
      if (!('dataset' in chosen)) {
        problems.add(placeOf([group, 'variants', variant]), 'there is no dataset.', 'Name one.');
      }
      const { chapter, measure: how } = shared;
      const whole: Record<string, unknown> = { ...defaultSettings, ...chosen };
      delete whole['seed'];
      return { group, variant, chapter, measure: how, settings: whole as Experiment['settings'] };
    }),
  );
  problems.stop();
  return experiments;
}

function isSetting(key: string, value: unknown): boolean {
  if (key === 'dataset') return datasets.some((id) => id === value);
  return key !== 'seed' && key in runFields && fits(runFields[key as RunFieldName], value);
}
