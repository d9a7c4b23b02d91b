/** What the instrument "try" says; numbers and tokens arrive typeset. */
import type { Unit } from '../../shared/data-info';
import type { Language } from '../../shared/lesson';

export interface TryWords {
  /** Of marked data, too: the answer is that of one word, once all are read. */
  readonly reading: Readonly<Record<Unit | 'marked', string>>;
  readonly remove: (token: string) => string;
  readonly restore: (token: string) => string;
  readonly restoreAll: string;
  readonly tokens: string;
  readonly cursor: string;
  readonly cursorHelp: string;
  /** After a prefix: the classes with their probabilities. */
  readonly after: (prefix: string, answers: string) => string;
  readonly at: (token: string, answers: string) => string;
  readonly share: (name: string, percent: string) => string;
  readonly moved: (name: string, before: string, now: string, points: string) => string;
  readonly answer: (text: string, name: string, percent: string) => string;
  readonly answerAt: (token: string, name: string, percent: string) => string;
  readonly withoutAt: (tokens: string, token: string, moves: string) => string;
  readonly askedGone: (token: string) => string;
  readonly mostAt: (token: string, name: string, points: string) => string;
  readonly turned: (tokens: string, count: number) => string;
  readonly without: (tokens: string, moves: string) => string;
  readonly unmoved: string;
  readonly stays: (name: string) => string;
  readonly becomes: (before: string, now: string) => string;
  readonly mostAfter: (prefix: string, name: string, points: string) => string;
  readonly nothingLeft: string;
  readonly otherwise: string;
  readonly takenOut: (token: string) => string;
  readonly end: string;
  /** With its sign, and how large it is without. */
  readonly points: (difference: string, size: number) => string;
  readonly of: (model: string, sentence: string) => string;
  readonly compare: string;
  readonly alone: string;
  readonly modelName: (letter: string, cell: string) => string;
  readonly second: string;
  readonly sameElse: string;
  readonly unequal: (first: string, second: string, unit: string) => string;
  readonly equal: (count: string, unit: string) => string;
  readonly catchUp: (count: string, unit: string) => string;
  readonly moment: (count: string, unit: string) => string;
  readonly columns: {
    readonly token: string;
    readonly known: string;
    readonly before: (name: string) => string;
    readonly yes: string;
    readonly no: string;
    readonly gone: string;
  };
}

const fr: TryWords = {
  reading: {
    character:
      'le texte se lit de haut en bas. Chaque classe a sa colonne, de 0 à 100\u202f%\u202f: la marque dit sa probabilité une fois la lettre lue, pleine pour la classe la plus probable. × ôte une lettre, + la remet\u202f; le trait va alors de la réponse d’avant à celle d’après.',
    marked:
      'le texte se lit de haut en bas. Chaque classe a sa colonne, de 0 à 100\u202f%\u202f: la marque dit sa probabilité pour ce mot, une fois tout lu, pleine pour la classe la plus probable. Le mot en gras est celui qui compte. × ôte un mot, + le remet\u202f; le trait va alors de la réponse d’avant à celle d’après.',
    word: 'le texte se lit de haut en bas. Chaque classe a sa colonne, de 0 à 100\u202f%\u202f: la marque dit sa probabilité une fois le mot lu, pleine pour la classe la plus probable. × ôte un mot, + le remet\u202f; le trait va alors de la réponse d’avant à celle d’après.',
  },
  remove: (token) => `Ôter ${token}`,
  restore: (token) => `Remettre ${token}`,
  restoreAll: 'Tout remettre',
  tokens: 'Le texte, jeton par jeton',
  cursor: 'Lire les réponses',
  cursorHelp:
    'Flèches haut et bas d’un jeton au suivant, gauche et droite d’une classe à l’autre, Échap pour finir.',
  after: (prefix, answers) => `après ${prefix}\u202f: ${answers}`,
  at: (token, answers) => `à ${token}\u202f: ${answers}`,
  share: (name, percent) => `${name} ${percent}`,
  moved: (name, before, now, points) => `${name} passe de ${before} à ${now} (${points})`,
  answer: (text, name, percent) => `Après ${text}\u202f: ${name}, ${percent}.`,
  answerAt: (token, name, percent) => `${token}, une fois tout lu\u202f: ${name}, ${percent}.`,
  withoutAt: (tokens, token, moves) => `Sans ${tokens}, à ${token}\u202f: ${moves}.`,
  askedGone: (token) => `${token} est ôté\u202f: c’est le mot qui compte.`,
  mostAt: (token, name, points) => `Le plus grand écart est à ${token}\u202f: ${name}, ${points}.`,
  turned: (tokens, count) =>
    count > 1
      ? `La réponse a changé ${count}\u00a0fois\u202f: après ${tokens}.`
      : `La réponse a changé après ${tokens}.`,
  without: (tokens, moves) => `Sans ${tokens}, à la fin\u202f: ${moves}.`,
  unmoved: 'aucune probabilité ne bouge d’un point',
  stays: (name) => `La réponse reste\u202f: ${name}.`,
  becomes: (before, now) => `La réponse n’est plus ${before}, mais ${now}.`,
  mostAfter: (prefix, name, points) =>
    `Le plus grand écart vient après ${prefix}\u202f: ${name}, ${points}.`,
  nothingLeft: 'Tout est ôté\u202f: il ne reste rien à lire.',
  otherwise:
    'Ce qui reste ne se lit plus comme les mêmes jetons\u202f: avant et après ne peuvent pas être mis côte à côte. Remettez-les.',
  takenOut: (token) => `${token} est ôté`,
  end: 'à la fin',
  points: (difference, size) => `${difference}\u00a0${size < 2 ? 'point' : 'points'}`,
  of: (model, sentence) => `${model}. ${sentence}`,
  compare: 'Comparer à un second modèle\u202f:',
  alone: 'aucun',
  modelName: (letter, cell) => `${letter}, ${cell}`,
  second: 'Le second modèle, B',
  sameElse:
    'Mêmes données, même graine et mêmes autres réglages que A\u202f; seule la cellule diffère.',
  unequal: (first, second, unit) =>
    `A a vu ${first}\u00a0${unit}, B ${second}\u202f: la comparaison n’est juste qu’à nombre égal.`,
  equal: (count, unit) => `A et B ont vu chacun ${count}\u00a0${unit}, les mêmes.`,
  catchUp: (count, unit) => `Entraîner B jusqu’à ${count}\u00a0${unit}`,
  moment: (count, unit) => `après ${count}\u00a0${unit} vus`,
  columns: {
    token: 'Jeton',
    known: 'Connu',
    before: (name) => `${name}, avant`,
    yes: 'oui',
    no: 'non',
    gone: 'ôté',
  },
};

const en: TryWords = {
  reading: {
    character:
      'the text runs downwards. Each class has its column, from 0 to 100%: the mark is its probability once the letter is read, filled for the likeliest class. × takes a letter out, + puts it back; the line then goes from the answer before to the one after.',
    marked:
      'the text runs downwards. Each class has its column, from 0 to 100%: the mark is its probability for this word, once all are read, filled for the likeliest class. The word in bold is the one that counts. × takes a word out, + puts it back; the line then goes from the answer before to the one after.',
    word: 'the text runs downwards. Each class has its column, from 0 to 100%: the mark is its probability once the word is read, filled for the likeliest class. × takes a word out, + puts it back; the line then goes from the answer before to the one after.',
  },
  remove: (token) => `Take out ${token}`,
  restore: (token) => `Put back ${token}`,
  restoreAll: 'Put all back',
  tokens: 'The text, token by token',
  cursor: 'Read the answers',
  cursorHelp:
    'Up and down arrows from one token to the next, left and right from one class to another, Escape to end.',
  after: (prefix, answers) => `after ${prefix}: ${answers}`,
  at: (token, answers) => `at ${token}: ${answers}`,
  share: (name, percent) => `${name} ${percent}`,
  moved: (name, before, now, points) => `${name} goes from ${before} to ${now} (${points})`,
  answer: (text, name, percent) => `After ${text}: ${name}, ${percent}.`,
  answerAt: (token, name, percent) => `${token}, once all is read: ${name}, ${percent}.`,
  withoutAt: (tokens, token, moves) => `Without ${tokens}, at ${token}: ${moves}.`,
  askedGone: (token) => `${token} is taken out: it is the word that counts.`,
  mostAt: (token, name, points) => `The largest difference is at ${token}: ${name}, ${points}.`,
  turned: (tokens, count) =>
    count > 1
      ? `The answer changed ${count} times: after ${tokens}.`
      : `The answer changed after ${tokens}.`,
  without: (tokens, moves) => `Without ${tokens}, at the end: ${moves}.`,
  unmoved: 'no probability moves by a point',
  stays: (name) => `The answer remains: ${name}.`,
  becomes: (before, now) => `The answer is no longer ${before}, but ${now}.`,
  mostAfter: (prefix, name, points) =>
    `The largest difference comes after ${prefix}: ${name}, ${points}.`,
  nothingLeft: 'All is taken out: nothing is left to read.',
  otherwise:
    'What is left no longer reads as the same tokens: before and after cannot be laid side by side. Put them back.',
  takenOut: (token) => `${token} is taken out`,
  end: 'at the end',
  points: (difference, size) => `${difference}\u00a0${size === 1 ? 'point' : 'points'}`,
  of: (model, sentence) => `${model}. ${sentence}`,
  compare: 'Compare with a second model:',
  alone: 'none',
  modelName: (letter, cell) => `${letter}, ${cell}`,
  second: 'The second model, B',
  sameElse: 'Same data, same seed and all other settings as A; only the cell differs.',
  unequal: (first, second, unit) =>
    `A has seen ${first} ${unit}, B ${second}: the comparison is only fair at equal numbers.`,
  equal: (count, unit) => `A and B have each seen ${count} ${unit}, the same ones.`,
  catchUp: (count, unit) => `Train B up to ${count} ${unit}`,
  moment: (count, unit) => `after ${count} ${unit} seen`,
  columns: {
    token: 'Token',
    known: 'Known',
    before: (name) => `${name}, before`,
    yes: 'yes',
    no: 'no',
    gone: 'taken out',
  },
};

export const tryWords: Readonly<Record<Language, TryWords>> = { fr, en };
