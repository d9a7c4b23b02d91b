/** What the field for a reader's own text says, of letters or of words. */
import type { Unit } from '../../shared/data-info';
import type { Language } from '../../shared/lesson';

export interface OwnTextWords {
  readonly label: string;
  readonly suggestions: string;
  readonly quoted: (token: string) => string;
  readonly unknown: Readonly<Record<Unit, (tokens: string, count: number) => string>>;
  readonly cut: Readonly<Record<Unit, (count: string, most: string) => string>>;
  /** The field holds no more than so many characters. */
  readonly kept: (most: string) => string;
  readonly empty: string;
  /** No model is there to be asked. */
  readonly noModel: string;
  readonly waiting: string;
}

const fr: OwnTextWords = {
  label: 'Votre texte',
  suggestions: 'Par exemple\u202f:',
  quoted: (token) => `«\u202f${token}\u202f»`,
  unknown: {
    character: (tokens, count) =>
      count > 1
        ? `Le modèle n’a jamais vu ${tokens}\u202f: il les lit toutes comme un même signe inconnu.`
        : `Le modèle n’a jamais vu ${tokens}\u202f: il le lit comme un signe inconnu.`,
    word: (tokens, count) =>
      count > 1
        ? `Le modèle n’a jamais vu ${tokens}\u202f: il les lit tous comme un même mot inconnu.`
        : `Le modèle n’a jamais vu ${tokens}\u202f: il le lit comme un mot inconnu.`,
  },
  cut: {
    character: (count, most) =>
      `Le modèle lit ${most}\u00a0lettres au plus. Lettres laissées de côté\u202f: ${count}.`,
    word: (count, most) =>
      `Le modèle lit ${most}\u00a0mots au plus. Mots laissés de côté\u202f: ${count}.`,
  },
  kept: (most) => `Du texte, seuls les ${most}\u00a0premiers caractères sont gardés.`,
  empty: 'Écrivez quelque chose\u202f: la réponse vient après chaque jeton lu.',
  noModel: 'Il n’y a pas de modèle à interroger\u202f: relancez-le ci-dessus.',
  waiting: 'Le modèle arrive…',
};

const en: OwnTextWords = {
  label: 'Your text',
  suggestions: 'For example:',
  quoted: (token) => `“${token}”`,
  unknown: {
    character: (tokens, count) =>
      count > 1
        ? `The model has never seen ${tokens}: it reads them all as one unknown sign.`
        : `The model has never seen ${tokens}: it reads an unknown sign there.`,
    word: (tokens, count) =>
      count > 1
        ? `The model has never seen ${tokens}: it reads them all as one unknown word.`
        : `The model has never seen ${tokens}: it reads an unknown word there.`,
  },
  cut: {
    character: (count, most) =>
      `The model reads ${most}\u00a0letters at most. Letters left out: ${count}.`,
    word: (count, most) => `The model reads ${most}\u00a0words at most. Words left out: ${count}.`,
  },
  kept: (most) => `Of the text, only the first ${most}\u00a0characters are kept.`,
  empty: 'Write something: the answer comes after each token that is read.',
  noModel: 'There is no model to ask: start it again above.',
  waiting: 'The model is on its way…',
};

export const ownTextWords: Readonly<Record<Language, OwnTextWords>> = { fr, en };
