import { instrument } from '../../../web/app/instruments/schema';
import { choice, flag, integer, text } from '../../../web/app/scene/schema';

/** An instrument for tests alone: a curve and a map whose numbers follow from one setting. */
export const toySchema = instrument({
  title: { fr: 'Une courbe d’essai', en: 'A test curve' },
  lead: { fr: 'Un réglage, une courbe.', en: 'One setting, one curve.' },
  props: { points: integer(2, 400, 40) },
  scene: {
    level: integer(1, 20, 3),
    shape: choice(['wave', 'fall'], 'wave'),
    map: flag(false),
    note: text(40, ''),
  },
  controls: ['settings'],
  height: { wide: 30, narrow: 34 },
  workshop: { fr: {}, en: {} },
});

export type ToySchema = typeof toySchema;
