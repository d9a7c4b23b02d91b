import { choice, text } from '../../scene/schema';
import { mainProps, workshopMain } from '../main-run';
import { instrument } from '../schema';

/** Longer than the key of any class. */
const longestKey = 40;

export const orders = ['sure', 'near'] as const;
/** Of a cell's examples: the surest answer first, or the smallest margin. */
export type Order = (typeof orders)[number];

export const confusionSchema = instrument({
  title: { fr: 'Matrice de confusion', en: 'Confusion matrix' },
  lead: {
    fr: 'Voyez quelles classes le modèle prend l’une pour l’autre, et lisez les exemples où il se trompe.',
    en: 'See which classes the model takes for one another, and read the examples that it gets wrong.',
  },
  props: mainProps,
  scene: {
    /** The cell whose examples are shown, by its keys; `*` is all other classes; empty: none. */
    label: text(longestKey),
    answer: text(longestKey),
    order: choice(orders, 'sure'),
  },
  controls: ['model', 'rates', 'examples'],
  height: { wide: 44, narrow: 52 },
  workshop: workshopMain,
});

export type ConfusionSchema = typeof confusionSchema;
