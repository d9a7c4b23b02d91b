import { datasets } from '../../../shared/datasets';
import { figureWords } from '../../i18n/figure';
import { runSchema } from '../../scene/run-schema';
import { choice, flag } from '../../scene/schema';
import { instrument, needed } from '../schema';

const dataset = choice(datasets, 'french-nouns');

export const labSchema = instrument({
  title: { fr: figureWords.fr.instruments.lab.title, en: figureWords.en.instruments.lab.title },
  lead: { fr: figureWords.fr.instruments.lab.lead, en: figureWords.en.instruments.lab.lead },
  // A lesson fixes the data that it speaks of; the workshop lets the reader choose.
  props: { dataset: needed(dataset), choose: flag(false) },
  scene: { dataset, ...runSchema() },
  sceneWith: ({ dataset: given, choose }) =>
    choose ? { dataset: { ...dataset, default: given }, ...runSchema() } : runSchema(),
  controls: ['settings', 'controls', 'word'],
  height: { wide: 52, narrow: 68 },
  workshop: {
    fr: { dataset: 'french-nouns', choose: 'yes' },
    en: { dataset: 'first-names', choose: 'yes' },
  },
});

export type LabSchema = typeof labSchema;
