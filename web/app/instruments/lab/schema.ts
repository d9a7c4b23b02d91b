import { figureWords } from '../../i18n/figure';
import { choice } from '../../scene/schema';
import { instrument, needed } from '../schema';

export const labSchema = instrument({
  title: { fr: figureWords.fr.instruments.lab.title, en: figureWords.en.instruments.lab.title },
  lead: { fr: figureWords.fr.instruments.lab.lead, en: figureWords.en.instruments.lab.lead },
  props: { dataset: needed(choice(['french-nouns', 'first-names'], 'french-nouns')) },
  scene: {},
  controls: [],
  height: { wide: 52, narrow: 68 },
  workshop: { fr: { dataset: 'french-nouns' }, en: { dataset: 'first-names' } },
});
