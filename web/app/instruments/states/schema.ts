import { choice, flag, integer, optional, text } from '../../scene/schema';
import { mainProps, workshopMain } from '../main-run';
import { textField } from '../own-text';
import { instrument } from '../schema';

/** As many steps as the longest sequence of the course's data has, with room to spare. */
const mostSteps = 256;

export const statesSchema = instrument({
  title: { fr: 'États et portes, pas à pas', en: 'States and gates, step by step' },
  lead: {
    fr: 'Voyez ce qui change dans le modèle pendant qu’il lit votre texte, cherchez l’unité qui suit un trait, retrouvez un passage ailleurs.',
    en: 'See what changes in the model while it reads your text, look for the unit that follows a feature, find a stretch again elsewhere.',
  },
  props: mainProps,
  scene: {
    text: textField,
    symbol: choice(['h', 'c', 'i', 'f', 'g', 'o', 'r', 'z', 'n'], 'h'),
    layer: integer(1, 4, 1),
    backward: flag(false),
    sort: choice(['number', 'value', 'likeness', 'feature'], 'number'),
    /** Whose values sort the units; none: the step read last. */
    step: optional(1, mostSteps, null),
    /** As the protocol names features: `seen:not`; empty: none is chosen. */
    feature: text(80),
    /** The stretch: first and last step. */
    from: optional(1, mostSteps, null),
    to: optional(1, mostSteps, null),
  },
  controls: ['model', 'text', 'tensor', 'sort', 'feature', 'search'],
  height: { wide: 62, narrow: 78 },
  workshop: workshopMain,
});

export type StatesSchema = typeof statesSchema;
