import type { Language } from '../../shared/lesson';

/** What is said of letters that light up on the whole page. */
interface LightWords {
  /** A box of equations, for who comes to it by keyboard. */
  readonly equations: string;
  readonly symbol: (name: string, letter: string, definition: string) => string;
}

export const lightWords: Readonly<Record<Language, LightWords>> = {
  fr: {
    equations: 'Formules\u202f: les flèches gauche et droite vont d’un symbole à l’autre',
    symbol: (name, letter, definition) => `${letter}, ${name}. ${definition}`,
  },
  en: {
    equations: 'Formulas: the left and right arrows go from symbol to symbol',
    symbol: (name, letter, definition) => `${letter}, ${name}. ${definition}`,
  },
};
