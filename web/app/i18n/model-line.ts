/** What the slim line says of the model that an instrument looks into. */
import type { Language } from '../../shared/lesson';

export interface ModelLineWords {
  readonly title: string;
  /** Data sets by name, short enough for a line. */
  readonly datasets: Readonly<Record<string, string>>;
  readonly layers: (count: string) => string;
  readonly seen: (count: string, unit: string) => string;
  /** Stands for the numbers of a model at step 0. */
  readonly untrained: (seed: string) => string;
  /** `at`: after how many examples, where the model has seen others since. */
  readonly accuracy: (percent: string, at: string | null) => string;
}

const fr: ModelLineWords = {
  title: 'Le modèle de cette page',
  datasets: {
    'french-nouns': 'genre des noms',
    'first-names': 'prénoms',
    'order-fr': 'ordre des mots, en français',
    'order-en': 'ordre des mots, en anglais',
    'negation-fr': 'négation, en français',
    'negation-en': 'négation, en anglais',
    'flags-fr': 'accord à distance, en français',
    'flags-en': 'pronom à distance, en anglais',
    'look-ahead-fr': 'mots ambigus, en français',
    'look-ahead-en': 'mots ambigus, en anglais',
    'recall-10': 'rappel, 10\u00a0lettres',
    'recall-20': 'rappel, 20\u00a0lettres',
    'recall-40': 'rappel, 40\u00a0lettres',
    'recall-80': 'rappel, 80\u00a0lettres',
    brackets: 'parenthèses et crochets',
  },
  layers: (count) => `${count}\u00a0couches`,
  seen: (count, unit) => `${count}\u00a0${unit} vus`,
  untrained: (seed) => `rien n’est encore appris\u202f: poids tirés au sort, graine\u00a0${seed}`,
  accuracy: (percent, at) =>
    `exactitude de validation ${percent}${at === null ? '' : ` (après ${at})`}`,
};

const en: ModelLineWords = {
  title: 'This page’s model',
  datasets: {
    'french-nouns': 'gender of French nouns',
    'first-names': 'first names',
    'order-fr': 'word order, in French',
    'order-en': 'word order, in English',
    'negation-fr': 'negation, in French',
    'negation-en': 'negation, in English',
    'flags-fr': 'agreement from afar, in French',
    'flags-en': 'pronoun from afar, in English',
    'look-ahead-fr': 'ambiguous words, in French',
    'look-ahead-en': 'ambiguous words, in English',
    'recall-10': 'recall, 10\u00a0letters',
    'recall-20': 'recall, 20\u00a0letters',
    'recall-40': 'recall, 40\u00a0letters',
    'recall-80': 'recall, 80\u00a0letters',
    brackets: 'round and square brackets',
  },
  layers: (count) => `${count}\u00a0layers`,
  seen: (count, unit) => `${count}\u00a0${unit} seen`,
  untrained: (seed) => `nothing learnt yet: weights drawn at random, seed\u00a0${seed}`,
  accuracy: (percent, at) => `validation accuracy ${percent}${at === null ? '' : ` (after ${at})`}`,
};

export const modelLineWords: Readonly<Record<Language, ModelLineWords>> = { fr, en };
