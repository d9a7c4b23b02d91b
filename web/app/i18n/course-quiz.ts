import type { Sitting } from '../../shared/course-quiz';
import type { Outcome } from '../../shared/course-result';
import type { Language } from '../../shared/lesson';

export interface CourseQuizWords {
  readonly sittings: Readonly<Record<Sitting, string>>;
  readonly answered: (count: number, all: number) => string;
  readonly read: string;
  readonly result: string;
  readonly outcomes: Readonly<Record<Outcome, string>>;
  readonly columns: readonly [string, string, string];
  readonly csvColumns: readonly [string, string, string, string, string];
  readonly summary: (before: number, after: number, both: number) => string;
  readonly none: string;
  readonly drawing: string;
  readonly before: string;
  readonly after: string;
  readonly readAgain: string;
  readonly listComma: string;
  readonly allRight: string;
  readonly name: string;
  readonly nameHelp: string;
  readonly print: string;
  readonly csv: string;
  readonly json: string;
  readonly file: string;
  readonly jsonHelp: string;
  readonly erase: string;
  readonly eraseSure: string;
  readonly eraseNo: string;
  readonly erased: string;
  readonly teacher: string;
}

/** Words of the quiz of the course and of its result; they come with them. */
export const courseQuizWords: Readonly<Record<Language, CourseQuizWords>> = {
  fr: {
    sittings: { before: 'Questions d’avant le cours', after: 'Questions d’après le cours' },
    answered: (count, all) => `Répondues\u202f: ${count} sur ${all}`,
    read: 'À lire dans le cours\u202f:',
    result: 'Votre résultat, idée par idée',
    outcomes: {
      right: 'juste',
      helped: 'juste, avec un indice',
      'not-yet': 'pas encore',
      unanswered: 'sans réponse',
    },
    columns: ['Idée', 'Avant', 'Après'],
    csvColumns: ['idée', 'forme avant', 'avant', 'forme après', 'après'],
    summary: (before, after, both) =>
      `Idées auxquelles vous avez répondu les deux fois\u202f: ${both}. Justes sans indice\u202f: ${before}\u00a0avant, ${after}\u00a0après.`,
    none: 'Aucune réponse encore. Le résultat se remplit à mesure que vous répondez, ici et au chapitre 0.',
    drawing: 'Réponses avant et après le cours, une ligne par idée. Le tableau dit la même chose.',
    before: 'avant',
    after: 'après',
    readAgain: 'À relire',
    listComma: ', ',
    allRight: 'Rien à relire\u202f: toutes vos réponses d’après le cours sont justes, sans indice.',
    name: 'Nom ou initiales, si vous le voulez',
    nameHelp: 'Ne s’écrit que dans les fichiers et à l’impression. Cette page ne le garde pas.',
    print: 'Imprimer',
    csv: 'Tableau (CSV)',
    json: 'Fichier de résultat (JSON)',
    file: 'recurrence-resultat',
    jsonHelp: 'Le fichier JSON est celui que l’on remet à son enseignant.',
    erase: 'Effacer toutes mes réponses',
    eraseSure: 'Oui, effacer',
    eraseNo: 'Non, les garder',
    erased: 'Vos réponses sont effacées, et de nouvelles questions tirées au sort.',
    teacher: 'Réunir les résultats d’une classe',
  },
  en: {
    sittings: { before: 'Questions before the course', after: 'Questions after the course' },
    answered: (count, all) => `${count} of ${all} answered`,
    read: 'Where the course tells of it:',
    result: 'Your result, idea by idea',
    outcomes: {
      right: 'right',
      helped: 'right, with a hint',
      'not-yet': 'not yet',
      unanswered: 'no answer',
    },
    columns: ['Idea', 'Before', 'After'],
    csvColumns: ['idea', 'form before', 'before', 'form after', 'after'],
    summary: (before, after, both) =>
      `Ideas answered both times: ${both}. Right without a hint: ${before}\u00a0before, ${after}\u00a0after.`,
    none: 'No answer yet. The result fills in as you answer, here and in chapter 0.',
    drawing: 'Answers before and after the course, a line for each idea. The table says the same.',
    before: 'before',
    after: 'after',
    readAgain: 'Worth reading again',
    listComma: ', ',
    allRight: 'Nothing to read again: all your answers after the course are right, without a hint.',
    name: 'Name or initials, if you like',
    nameHelp: 'Goes into the files and on paper only. This page does not keep it.',
    print: 'Print',
    csv: 'Table (CSV)',
    json: 'Result file (JSON)',
    file: 'recurrence-result',
    jsonHelp: 'The JSON file is the one to hand to a teacher.',
    erase: 'Erase all my answers',
    eraseSure: 'Yes, erase',
    eraseNo: 'No, keep them',
    erased: 'Your answers are erased, and new questions drawn.',
    teacher: 'Add up the results of a class',
  },
};
