import type { Language } from '$shared/lesson';
import type { Verdict } from '$shared/quiz-grade';

export interface QuizWords {
  readonly questions: (count: number) => string;
  readonly rightSoFar: (right: number, count: number) => string;
  readonly check: string;
  readonly retry: string;
  readonly again: string;
  readonly retryMissed: string;
  readonly hint: (next: number, count: number) => string;
  readonly hintLabel: (number: number) => string;
  readonly showOthers: string;
  readonly chooseFirst: string;
  readonly pointFirst: string;
  readonly matchAll: string;
  readonly notANumber: string;
  readonly yourAnswer: string;
  readonly choose: string;
  readonly earlier: string;
  readonly later: string;
  /** What a button that moves a step is called, for those who hear it alone. */
  readonly moves: (action: string, text: string) => string;
  readonly placed: (text: string, place: number, count: number) => string;
  readonly done: string;
  readonly partly: string;
  /** All that was chosen is right, and something right was not chosen. */
  readonly lacking: string;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly severalHint: string;
  readonly noScript: string;
  readonly notKept: string;
}

export const quizWords: Readonly<Record<Language, QuizWords>> = {
  fr: {
    questions: (count) => `${count} questions`,
    rightSoFar: (right, count) => `Réussies\u202f: ${right} sur ${count}`,
    check: 'Vérifier',
    retry: 'Réessayer',
    again: 'Répondre à nouveau',
    retryMissed: 'Reprendre les questions manquées',
    hint: (next, count) => `Indice ${next} sur ${count}`,
    hintLabel: (number) => `Indice ${number}`,
    showOthers: 'Expliquer aussi les autres réponses',
    chooseFirst: 'Choisissez d’abord une réponse.',
    pointFirst: 'Montrez d’abord un endroit de la figure.',
    matchAll: 'Choisissez d’abord une réponse sur chaque ligne.',
    notANumber: 'Écrivez un nombre en chiffres, par exemple 12 ou 0,5.',
    yourAnswer: 'Votre réponse',
    choose: 'choisir…',
    earlier: 'Plus tôt',
    later: 'Plus tard',
    moves: (action, text) => `${action}\u202f: ${text}`,
    placed: (text, place, count) => `«\u202f${text}\u202f»\u202f: place ${place} sur ${count}.`,
    done: 'Juste.',
    partly: 'Pas encore.',
    lacking: 'Pas encore\u202f: il en manque.',
    verdicts: { right: 'Juste', wrong: 'Faux', missed: 'Oubliée', avoided: 'À écarter' },
    severalHint: 'Cochez toutes les réponses justes.',
    noScript:
      'Sans JavaScript, les questions se lisent, mais la page ne peut pas corriger les réponses.',
    notKept:
      'Ce navigateur ne garde pas vos réponses\u202f: elles seront perdues à la fermeture de la page.',
  },
  en: {
    questions: (count) => `${count} questions`,
    rightSoFar: (right, count) => `${right} of ${count} right`,
    check: 'Check',
    retry: 'Try again',
    again: 'Answer again',
    retryMissed: 'Retry the questions you missed',
    hint: (next, count) => `Hint ${next} of ${count}`,
    hintLabel: (number) => `Hint ${number}`,
    showOthers: 'Explain the other answers too',
    chooseFirst: 'Choose an answer first.',
    pointFirst: 'Point at a place of the figure first.',
    matchAll: 'Choose an answer in each row first.',
    notANumber: 'Write a number in digits, such as 12 or 0.5.',
    yourAnswer: 'Your answer',
    choose: 'choose…',
    earlier: 'Earlier',
    later: 'Later',
    moves: (action, text) => `${action}: ${text}`,
    placed: (text, place, count) => `“${text}”: place ${place} of ${count}.`,
    done: 'Right.',
    partly: 'Not yet.',
    lacking: 'Not yet: there is more.',
    verdicts: { right: 'Right', wrong: 'Wrong', missed: 'Missed', avoided: 'Not this one' },
    severalHint: 'Tick every answer that is right.',
    noScript:
      'Without JavaScript the questions can be read, but the page cannot check the answers.',
    notKept: 'This browser does not keep your answers: they will be lost when the page closes.',
  },
};
