import { cellListing } from '../../i18n/cell-listing';
import { runSchema } from '../../scene/run-schema';
import { choice, integer, optional, text } from '../../scene/schema';
import { datasets } from '../../../shared/datasets';
import { symbolLetters } from '../../../shared/symbols';
import { instrument } from '../schema';
import { askedNames } from './asked-names';

/** Most UTF-16 units of a text: far more than a model reads. */
export const longestText = 400;

export const cellSchema = instrument({
  title: { fr: cellListing.fr.title, en: cellListing.en.title },
  lead: { fr: cellListing.fr.lead, en: cellListing.en.lead },
  // What the page's model begins with, where no other instrument has made it.
  props: {
    dataset: choice(datasets, 'french-nouns'),
    ...runSchema(),
  },
  scene: {
    /** Empty: the first of the data set's suggestions. */
    text: text(longestText),
    /** The token, from 1; none: the one that is read last. */
    step: optional(1, longestText, null),
    unit: integer(1, 64, 1),
    layer: integer(1, 4, 1),
    /** Of a model that reads both ways. */
    way: choice(['forward', 'backward'], 'forward'),
    lit: choice(['none', ...symbolLetters], 'none'),
    task: choice(['none', ...askedNames], 'none'),
  },
  controls: ['model', 'text', 'place', 'code', 'task'],
  height: { wide: 78, narrow: 110 },
  workshop: { fr: { dataset: 'french-nouns' }, en: { dataset: 'first-names' } },
});
