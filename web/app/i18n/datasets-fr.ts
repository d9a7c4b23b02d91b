/** What a French page says of each data set. */
import type { DatasetId } from '../../shared/datasets';
import type { DatasetWords } from './strings';

const verdict: DatasetWords['verdict'] = (word, name, percent) =>
  `«\u202f${word}\u202f»\u202f: ${name}, ${percent}`;

const order = {
  examples: 'énoncés',
  classes: { animal: 'l’animal agit', person: 'la personne agit' },
  token: 'word',
  tryTitle: 'Essayez une phrase',
  tryEmpty: 'Tapez une phrase\u202f: la réponse se dessine mot après mot.',
  trySentence: 'Le modèle dit lequel agit, de l’animal ou de la personne.',
  verdict,
  accuracyCount: (right, all) => `${right} sur ${all} énoncés`,
} satisfies Partial<DatasetWords>;

const negation = {
  examples: 'avis',
  classes: { positive: 'avis favorable', negative: 'avis défavorable' },
  token: 'word',
  tryTitle: 'Essayez un avis',
  tryEmpty: 'Tapez un avis\u202f: la réponse se dessine mot après mot.',
  trySentence: 'Le modèle dit si l’avis, pris au mot, est favorable.',
  verdict,
  accuracyCount: (right, all) => `${right} sur ${all} avis`,
} satisfies Partial<DatasetWords>;

const lookAhead = {
  examples: 'énoncés',
  classes: { noun: 'nom', verb: 'verbe' },
  token: 'word',
  tryTitle: 'Essayez une phrase',
  tryEmpty: 'Tapez une phrase\u202f: la réponse à chaque mot se dessine, une fois tout lu.',
  trySentence: 'Le modèle dit si le mot ambigu est un nom ou un verbe.',
  verdict,
  accuracyCount: (right, all) => `${right} sur ${all} énoncés`,
} satisfies Partial<DatasetWords>;

const recall: DatasetWords = {
  language: null,
  examples: 'exemples',
  classes: { a: 'a en tête', b: 'b en tête', c: 'c en tête', d: 'd en tête' },
  token: 'letter',
  tryTitle: 'Essayez une suite',
  tryEmpty: 'Tapez une suite de lettres\u202f: la réponse se dessine lettre après lettre.',
  tryLabel: 'Une suite de lettres\u202f: a, b, c ou d, puis des lettres de u à z',
  suggestions: ['auvwxyzuvw', 'buvwxyzuvw', 'cuvwxyzuvw', 'duvwxyzuvw'],
  trySentence: 'Le modèle dit par quelle lettre la suite a commencé.',
  verdict,
  accuracyCount: (right, all) => `${right} sur ${all} exemples`,
};

export const datasets: Readonly<Record<DatasetId, DatasetWords>> = {
  'french-nouns': {
    language: 'fr',
    examples: 'mots',
    classes: { feminine: 'féminin', masculine: 'masculin' },
    token: 'letter',
    tryTitle: 'Essayez un mot',
    tryEmpty: 'Tapez un mot, même inventé\u202f: la réponse se dessine lettre après lettre.',
    tryLabel: 'Un nom, au singulier',
    suggestions: ['maison', 'fromage', 'révolution', 'ordinateur', 'squelette'],
    trySentence: 'Le modèle devine le genre d’un nom à ses seules lettres.',
    verdict,
    accuracyCount: (right, all) => `${right} sur ${all} mots`,
  },
  'first-names': {
    language: 'en',
    examples: 'prénoms',
    classes: { female: 'liste féminine', male: 'liste masculine' },
    token: 'letter',
    tryTitle: 'Essayez un prénom',
    tryEmpty: 'Tapez un prénom, même inventé\u202f: la réponse se dessine lettre après lettre.',
    tryLabel: 'Un prénom',
    suggestions: ['Alice', 'Robert', 'Marian', 'Noah', 'Ashley'],
    trySentence:
      'Le modèle devine sur laquelle de deux listes un prénom figure\u202f; une liste ne dit pas ce qu’est une personne.',
    verdict,
    accuracyCount: (right, all) => `${right} sur ${all} prénoms`,
  },
  'order-fr': {
    ...order,
    language: 'fr',
    tryLabel: 'Une phrase avec un animal et une personne',
    suggestions: [
      'Le chat suit la voisine',
      'La voisine suit le chat',
      'C’est le chat que la voisine suit',
      'Ce matin l’âne attend le facteur',
      'Le facteur est attendu par l’âne',
    ],
  },
  'order-en': {
    ...order,
    language: 'en',
    tryLabel: 'Une phrase anglaise avec un animal et une personne',
    suggestions: [
      'The cat follows the baker',
      'The baker follows the cat',
      'It is the cat that the baker follows',
      'This morning the fox helps the nurse',
      'The nurse is helped by the fox',
    ],
  },
  'negation-fr': {
    ...negation,
    language: 'fr',
    tryLabel: 'Un avis d’une phrase',
    suggestions: [
      'Le film est bon',
      'Le film n’est pas bon',
      'La soupe n’est pas fade',
      'Le voyage n’a que des qualités',
      'Le livre que nous n’avions pas choisi est beau',
    ],
  },
  'negation-en': {
    ...negation,
    language: 'en',
    tryLabel: 'Un avis d’une phrase, en anglais',
    suggestions: [
      'The film is good',
      'The film is not good',
      'The soup isn’t bland',
      'The trip has only good points',
      'The book that we had not chosen is lovely',
    ],
  },
  'flags-fr': {
    language: 'fr',
    examples: 'débuts de phrase',
    classes: {
      'feminine-singular': 'féminin singulier',
      'masculine-singular': 'masculin singulier',
      'feminine-plural': 'féminin pluriel',
      'masculine-plural': 'masculin pluriel',
    },
    token: 'word',
    tryTitle: 'Essayez un début de phrase',
    tryEmpty: 'Tapez un début de phrase\u202f: la réponse se dessine mot après mot.',
    tryLabel: 'Un sujet, puis une relative',
    suggestions: [
      'Alice que les cousins attendent',
      'Alice et Tom que les cousines attendent',
      'Les danseuses avec qui le roi chante en été',
      'L’oncle à qui Léa écrit le dimanche',
      'La tante et Nina dont l’acteur lit les poèmes',
    ],
    trySentence: 'Le modèle dit comment s’accordera l’adjectif qui va suivre.',
    verdict,
    accuracyCount: (right, all) => `${right} sur ${all} débuts de phrase`,
  },
  'flags-en': {
    language: 'en',
    examples: 'débuts de phrase',
    classes: { she: 'she', he: 'he', they: 'they' },
    token: 'word',
    tryTitle: 'Essayez un début de phrase',
    tryEmpty: 'Tapez un début de phrase\u202f: la réponse se dessine mot après mot.',
    tryLabel: 'Un sujet anglais, une relative, puis «\u202fsaid that\u202f»',
    suggestions: [
      'Alice whom the cousins invited said that',
      'Alice and Tom whom the cousins invited said that',
      'The nephew to whom the dancers wrote hoped that',
      'The aunt whose dog the uncle walked every day knew that',
      'The players with whom the king talked thought that',
    ],
    trySentence: 'Le modèle dit quel pronom va reprendre le sujet.',
    verdict,
    accuracyCount: (right, all) => `${right} sur ${all} débuts de phrase`,
  },
  'look-ahead-fr': {
    ...lookAhead,
    language: 'fr',
    tryLabel: 'Une phrase où un mot peut être nom ou verbe',
    suggestions: [
      'La petite brise souffle sur le lac',
      'La petite brise la glace',
      'La vieille porte grince un peu',
      'La vieille porte une valise',
    ],
  },
  'look-ahead-en': {
    ...lookAhead,
    language: 'en',
    tryLabel: 'Une phrase anglaise où un mot peut être nom ou verbe',
    suggestions: [
      'The old man sleeps in the shade',
      'The old man the boats',
      'The young cook tastes the soup',
      'The young cook the dinner',
    ],
  },
  'recall-10': recall,
  'recall-20': recall,
  'recall-40': recall,
  'recall-80': recall,
  brackets: {
    language: null,
    examples: 'exemples',
    classes: { balanced: 'tout se ferme', unbalanced: 'une faute' },
    token: 'sign',
    tryTitle: 'Essayez une suite',
    tryEmpty: 'Tapez une suite de signes\u202f: la réponse se dessine signe après signe.',
    tryLabel: 'Une suite de parenthèses et de crochets',
    suggestions: ['()[]', '([()])', '([)]', '(()', '[[]]()'],
    trySentence: 'Le modèle dit si tout ce qui s’ouvre se ferme, dans le bon ordre.',
    verdict,
    accuracyCount: (right, all) => `${right} sur ${all} exemples`,
  },
};
