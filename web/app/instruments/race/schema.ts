import { runSchema, type RunScene } from '../../scene/run-schema';
import { choice, integer, prefixed, type SceneOf } from '../../scene/schema';
import { raceTitle } from '../../i18n/race-title';
import { instrument } from '../schema';

/** The models of a race, by their letters; a race has the first two, three or four. */
export const letters = ['a', 'b', 'c', 'd'] as const;
export type Letter = (typeof letters)[number];

export const raceData = [
  'order-fr',
  'order-en',
  'negation-fr',
  'negation-en',
  'flags-fr',
  'flags-en',
  'look-ahead-fr',
  'look-ahead-en',
  'recall-10',
  'recall-20',
  'recall-40',
  'recall-80',
  'brackets',
  'french-nouns',
  'first-names',
] as const;

/** What is drawn: on the validation part, or the loss of the training. */
export const measures = ['accuracy', 'loss', 'training'] as const;
export type Measure = (typeof measures)[number];

/** Point by point, to be watched; or as fast as the engine goes. The numbers are the same. */
export const paces = ['watch', 'full'] as const;
export type Pace = (typeof paces)[number];

/** The settings of one model: all of a run but its seed, which the models share. */
export type ModelScene = Omit<RunScene, 'seed'>;

const { seed, ...modelFields } = runSchema();
export { modelFields };

/** At 0.01 an RNN and an LSTM learn the order of words within 8,000 sentences. */
const modelOf = (cell: RunScene['cell']): typeof modelFields => {
  const fields = runSchema({ cell, learningRate: 0.01 });
  return { ...modelFields, cell: fields.cell, learningRate: fields.learningRate };
};

export const raceSchema = instrument({
  title: { fr: raceTitle.fr.title, en: raceTitle.en.title },
  lead: { fr: raceTitle.fr.lead, en: raceTitle.en.lead },
  props: {},
  scene: {
    dataset: choice(raceData, 'order-fr'),
    models: integer(2, letters.length, 3),
    seed,
    measure: choice(measures, 'accuracy'),
    pace: choice(paces, 'watch'),
    ...prefixed('a', modelOf('bag')),
    ...prefixed('b', modelOf('rnn')),
    ...prefixed('c', modelOf('lstm')),
    ...prefixed('d', modelOf('gru')),
  },
  controls: ['data', 'settings', 'measure', 'pace'],
  height: { wide: 45, narrow: 80 },
  workshop: { fr: { scene: 'dataset:order-fr' }, en: { scene: 'dataset:order-en' } },
});

export type RaceSchema = typeof raceSchema;
export type RaceScene = SceneOf<RaceSchema['scene']>;
