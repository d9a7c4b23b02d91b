import type { LeftOut } from '../../shared/class-result';
import type { Language } from '../../shared/lesson';

export interface ClassResultWords {
  readonly title: string;
  readonly lead: string;
  readonly choose: string;
  readonly drop: string;
  readonly device: string;
  readonly noScript: string;
  readonly counted: (count: number) => string;
  readonly leftOut: string;
  readonly why: Readonly<Record<Exclude<LeftOut['why'], 'older'>, string>>;
  readonly older: (newer: string) => string;
  readonly table: string;
  readonly columns: readonly [string, string, string, string, string, string, string];
  readonly change: (before: number, after: number, all: number) => string;
  readonly nobody: string;
  readonly reading: string;
  readonly csv: string;
  readonly csvColumns: readonly string[];
  readonly file: string;
  readonly clear: string;
  readonly cleared: string;
  readonly failed: (file: string) => string;
}

/** Words of the page where a teacher adds up the results of a class. */
export const classResultWords: Readonly<Record<Language, ClassResultWords>> = {
  fr: {
    title: 'Les résultats d’une classe',
    lead: 'Réunissez ici les fichiers de résultat de vos élèves\u202f: la page compte, idée par idée, combien savaient avant le cours et combien savent après.',
    choose: 'Choisir des fichiers de résultat',
    drop: 'ou déposez-les ici, autant que vous voulez (JSON).',
    device: 'Tout se passe dans ce navigateur\u202f: aucun fichier n’est envoyé ni gardé.',
    noScript: 'Sans JavaScript, cette page ne peut pas lire de fichiers.',
    counted: (count) =>
      count === 0
        ? 'Aucun fichier compté.'
        : count === 1
          ? 'Un fichier compté.'
          : `${count} fichiers comptés.`,
    leftOut: 'Fichiers laissés de côté',
    why: {
      'too-long': 'trop long pour un fichier de résultat.',
      'not-json': 'n’est pas du JSON\u202f: demandez à l’élève le fichier JSON du chapitre 10.',
      'not-ours': 'n’est pas un fichier de résultat de ce cours.',
      newer: 'vient d’une version plus récente du cours\u202f: rechargez cette page pour la lire.',
      damaged: 'est abîmé ou modifié\u202f: demandez à l’élève de l’enregistrer à nouveau.',
    },
    older: (newer) => `vient du même appareil que ${newer}, qui est plus récent ou identique.`,
    table: 'Réponses justes, sans indice, à la première tentative',
    columns: [
      'Idée',
      'Élèves',
      'Avant',
      'Après',
      'Forme A d’abord',
      'Forme B d’abord',
      'Incomplets',
    ],
    change: (before, after, all) => `${before} avant, ${after} après, sur ${all}`,
    nobody: 'personne',
    reading:
      'Ne sont comptés, pour chaque idée, que les élèves qui ont répondu les deux fois\u202f; les autres sont dans la dernière colonne. Chaque idée a deux questions, les formes A et B\u202f: qui a eu l’une avant a eu l’autre après. Si une colonne progresse et pas l’autre, c’est peut-être que l’une des questions est plus facile. Avec peu d’élèves, un écart d’un ou deux ne dit rien.',
    csv: 'Tableau (CSV)',
    csvColumns: [
      'idée',
      'élèves',
      'justes avant',
      'justes après',
      'A d’abord\u202f: élèves',
      'A d’abord\u202f: justes avant',
      'A d’abord\u202f: justes après',
      'B d’abord\u202f: élèves',
      'B d’abord\u202f: justes avant',
      'B d’abord\u202f: justes après',
      'incomplets',
    ],
    file: 'recurrence-classe',
    clear: 'Tout retirer',
    cleared: 'Tous les fichiers sont retirés.',
    failed: (file) => `Le navigateur n’a pas pu lire ${file}.`,
  },
  en: {
    title: 'The results of a class',
    lead: 'Bring the result files of your learners together here: the page counts, idea by idea, how many knew before the course and how many know after it.',
    choose: 'Choose result files',
    drop: 'or drop them here, as many as you like (JSON).',
    device: 'All of it happens in this browser: no file is sent anywhere, or kept.',
    noScript: 'Without JavaScript this page cannot read files.',
    counted: (count) =>
      count === 0
        ? 'No file counted.'
        : count === 1
          ? 'One file counted.'
          : `${count} files counted.`,
    leftOut: 'Files left out',
    why: {
      'too-long': 'is too long for a result file.',
      'not-json': 'is not JSON: ask the learner for the JSON file of chapter 10.',
      'not-ours': 'is not a result file of this course.',
      newer: 'comes from a newer version of the course: reload this page to read it.',
      damaged: 'is damaged or altered: ask the learner to save it again.',
    },
    older: (newer) => `comes from the same device as ${newer}, which is newer or the same.`,
    table: 'Right answers, without a hint, at the first attempt',
    columns: ['Idea', 'Learners', 'Before', 'After', 'Form A first', 'Form B first', 'Incomplete'],
    change: (before, after, all) => `${before} before, ${after} after, of ${all}`,
    nobody: 'nobody',
    reading:
      'For each idea only those learners count who answered both times; the others are in the last column. Each idea has two questions, the forms A and B: who had one before had the other after. If one column rises and the other does not, one of the questions may be easier. With few learners, a difference of one or two says nothing.',
    csv: 'Table (CSV)',
    csvColumns: [
      'idea',
      'learners',
      'right before',
      'right after',
      'A first: learners',
      'A first: right before',
      'A first: right after',
      'B first: learners',
      'B first: right before',
      'B first: right after',
      'incomplete',
    ],
    file: 'recurrence-class',
    clear: 'Remove all',
    cleared: 'All files are removed.',
    failed: (file) => `The browser could not read ${file}.`,
  },
};
