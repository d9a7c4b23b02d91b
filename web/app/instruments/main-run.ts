/** The page's own model, as instruments that look into it may have to begin it. Pure. */
import { datasets } from '../../shared/datasets';
import type { RunSettings } from '../../shared/protocol';
import { runFieldNames } from '../../shared/settings';
import { runSchema, type RunScene } from '../scene/run-schema';
import { choice } from '../scene/schema';

/** What a lesson says of that model where no lab on its page does. */
export const mainProps = { dataset: choice(datasets, 'french-nouns'), ...runSchema() };

export type MainProps = RunScene & { readonly dataset: string };

export const mainSettings = (props: MainProps): RunSettings => {
  const settings = Object.fromEntries(runFieldNames.map((name) => [name, props[name]]));
  return { ...(settings as unknown as RunScene), dataset: props.dataset };
};

/** The data sets of the workshop's model, where its lab is not there to choose. */
export const workshopMain = {
  fr: { dataset: 'french-nouns' },
  en: { dataset: 'first-names' },
} as const;
