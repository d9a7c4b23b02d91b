/** The settings of a run as fields of a scene; the data set is the instrument's own affair. */
import { runFields } from '../../shared/settings';
import type { SceneOf } from './schema';

export type RunScene = SceneOf<typeof runFields>;

/** Every setting that decides a run, with other defaults where an instrument has them. */
export function runSchema(defaults: Partial<RunScene> = {}): typeof runFields {
  const entries = Object.entries(runFields).map(([key, field]) => {
    const own = defaults[key as keyof typeof runFields];
    return [key, own === undefined ? field : { ...field, default: own }];
  });
  return Object.fromEntries(entries) as typeof runFields;
}
