/** What an English page says of each data set. */
import type { DatasetWords } from './strings';

const verdict: DatasetWords['verdict'] = (word, name, percent) => `“${word}”: ${name}, ${percent}`;

const order = {
  examples: 'sentences',
  classes: { animal: 'the animal acts', person: 'the person acts' },
  trySentence: 'The model tells which of the two acts, the animal or the person.',
  verdict,
  accuracyCount: (right, all) => `${right} of ${all} sentences`,
} satisfies Partial<DatasetWords>;

const negation = {
  examples: 'opinions',
  classes: { positive: 'praise', negative: 'complaint' },
  trySentence: 'The model tells whether an opinion, taken at its word, is praise or a complaint.',
  verdict,
  accuracyCount: (right, all) => `${right} of ${all} opinions`,
} satisfies Partial<DatasetWords>;

const lookAhead = {
  examples: 'sentences',
  classes: { noun: 'noun', verb: 'verb' },
  trySentence: 'The model tells whether the ambiguous word is a noun or a verb.',
  verdict,
  accuracyCount: (right, all) => `${right} of ${all} sentences`,
} satisfies Partial<DatasetWords>;

const recall: DatasetWords = {
  language: null,
  examples: 'strings',
  classes: { a: 'a first', b: 'b first', c: 'c first', d: 'd first' },
  tryLabel: 'A string of letters: a, b, c or d, then letters from u to z',
  suggestions: ['auvwxyzuvw', 'buvwxyzuvw', 'cuvwxyzuvw', 'duvwxyzuvw'],
  trySentence: 'The model tells with which letter the string began.',
  verdict,
  accuracyCount: (right, all) => `${right} of ${all} strings`,
};

export const datasets: Readonly<Record<string, DatasetWords>> = {
  'french-nouns': {
    language: 'fr',
    examples: 'nouns',
    classes: { feminine: 'feminine', masculine: 'masculine' },
    tryLabel: 'A French noun, in the singular',
    suggestions: ['maison', 'fromage', 'révolution', 'ordinateur', 'squelette'],
    trySentence: 'The model guesses a French noun’s gender from its letters alone.',
    verdict,
    accuracyCount: (right, all) => `${right} of ${all} nouns`,
  },
  'first-names': {
    language: 'en',
    examples: 'names',
    classes: { female: 'female list', male: 'male list' },
    tryLabel: 'A first name',
    suggestions: ['Alice', 'Robert', 'Marian', 'Noah', 'Ashley'],
    trySentence:
      'The model guesses which of two lists a first name stands on; a list does not say what a person is.',
    verdict: (word, name, percent) => `“${word}”: on the ${name}, ${percent}`,
    accuracyCount: (right, all) => `${right} of ${all} names`,
  },
  'order-fr': {
    ...order,
    language: 'fr',
    tryLabel: 'A French sentence with an animal and a person',
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
    tryLabel: 'A sentence with an animal and a person',
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
    tryLabel: 'An opinion in one French sentence',
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
    tryLabel: 'An opinion in one sentence',
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
    examples: 'beginnings',
    classes: {
      'feminine-singular': 'feminine singular',
      'masculine-singular': 'masculine singular',
      'feminine-plural': 'feminine plural',
      'masculine-plural': 'masculine plural',
    },
    tryLabel: 'A French subject, then a relative clause',
    suggestions: [
      'Alice que les cousins attendent',
      'Alice et Tom que les cousines attendent',
      'Les danseuses avec qui le roi chante en été',
      'L’oncle à qui Léa écrit le dimanche',
      'La tante et Nina dont l’acteur lit les poèmes',
    ],
    trySentence: 'The model tells how the adjective that comes next will agree.',
    verdict,
    accuracyCount: (right, all) => `${right} of ${all} beginnings`,
  },
  'flags-en': {
    language: 'en',
    examples: 'beginnings',
    classes: { she: 'she', he: 'he', they: 'they' },
    tryLabel: 'A subject, a relative clause, then “said that”',
    suggestions: [
      'Alice whom the cousins invited said that',
      'Alice and Tom whom the cousins invited said that',
      'The nephew to whom the dancers wrote hoped that',
      'The aunt whose dog the uncle walked every day knew that',
      'The players with whom the king talked thought that',
    ],
    trySentence: 'The model tells which pronoun will take up the subject.',
    verdict,
    accuracyCount: (right, all) => `${right} of ${all} beginnings`,
  },
  'look-ahead-fr': {
    ...lookAhead,
    language: 'fr',
    tryLabel: 'A French sentence in which a word can be noun or verb',
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
    tryLabel: 'A sentence in which a word can be noun or verb',
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
    examples: 'strings',
    classes: { balanced: 'all closed', unbalanced: 'a fault' },
    tryLabel: 'A string of round and square brackets',
    suggestions: ['()[]', '([()])', '([)]', '(()', '[[]]()'],
    trySentence: 'The model tells whether everything that opens is closed, in the right order.',
    verdict,
    accuracyCount: (right, all) => `${right} of ${all} strings`,
  },
};
