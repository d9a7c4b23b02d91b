import type { Language } from '../../shared/lesson';

interface QuizFigureWords {
  readonly help: string;
  readonly figure: string;
  readonly none: string;
  readonly chosen: (name: string) => string;
}

/** Words of the questions that ask to point at a drawing; they come with those. */
export const quizFigureWords: Readonly<Record<Language, QuizFigureWords>> = {
  fr: {
    help: 'Touchez un endroit de la figure, ou allez de l’un à l’autre avec les flèches du clavier.',
    figure: 'Endroits de la figure.',
    none: 'Rien n’est encore montré.',
    chosen: (name) => `Vous montrez\u202f: ${name}.`,
  },
  en: {
    help: 'Touch a place of the figure, or go from one to the next with the arrow keys.',
    figure: 'Places of the figure.',
    none: 'Nothing is pointed at yet.',
    chosen: (name) => `You point at: ${name}.`,
  },
};
