import type { CellKind } from '../../shared/equations';
import type { Language } from '../../shared/lesson';

interface CellDrawingStrings {
  /** What the drawing shows, for who does not see it. */
  readonly drawing: Readonly<Record<CellKind, string>>;
  readonly formulas: string;
  /** The symbol as a button: name and letter, and its number where there is one. */
  readonly symbol: (name: string, letter: string) => string;
  readonly gate: (name: string, letter: string, value: string) => string;
  readonly state: (name: string, letter: string, before: string, now: string) => string;
  readonly seeCode: string;
  readonly symbols: string;
  /** Stands where the chosen symbol is explained, as long as none is. */
  readonly choose: string;
}

const fr: CellDrawingStrings = {
  drawing: {
    elman:
      'Un pas de la cellule d’Elman\u202f: l’entrée x, pesée par W, l’état précédent h, pesé par H, et le biais b s’additionnent\u202f; la tangente hyperbolique de la somme est le nouvel état h.',
    'elman-relu':
      'Un pas de la cellule d’Elman\u202f: l’entrée x, pesée par W, l’état précédent h, pesé par H, et le biais b s’additionnent\u202f; le nouvel état h est cette somme, ou zéro si elle est négative.',
    lstm: 'Un pas du LSTM\u202f: les portes f, i, o et le candidat g lisent l’entrée x et l’état précédent h. La mémoire c est multipliée par f, reçoit i fois g, et passe au pas suivant. Le nouvel état h vaut o fois la tangente hyperbolique de c.',
    gru: 'Un pas du GRU\u202f: les portes z et r lisent l’entrée x et l’état précédent h. La porte r multiplie l’état précédent déjà pesé par U, que le candidat n lit avec x. Le nouvel état h est fait d’une part z de l’ancien et d’une part 1 − z de n.',
  },
  formulas: 'Formules de la cellule',
  symbol: (name, letter) => `${name} ${letter}`,
  gate: (name, letter, value) => `${name} ${letter} = ${value}`,
  state: (name, letter, before, now) =>
    `${name} ${letter}\u202f: ${before} avant ce pas, ${now} après`,
  seeCode: 'voir le code',
  symbols: 'Lettres de la cellule',
  choose: 'Choisissez une lettre\u202f: elle s’éclaire partout.',
};

const en: CellDrawingStrings = {
  drawing: {
    elman:
      'One step of Elman’s cell: the input x, weighed by W, the previous state h, weighed by H, and the bias b are added up; the hyperbolic tangent of the sum is the new state h.',
    'elman-relu':
      'One step of Elman’s cell: the input x, weighed by W, the previous state h, weighed by H, and the bias b are added up; the new state h is this sum, or zero where it is negative.',
    lstm: 'One step of the LSTM: the gates f, i, o and the candidate g read the input x and the previous state h. The memory c is multiplied by f, takes in i times g, and goes on to the next step. The new state h is o times the hyperbolic tangent of c.',
    gru: 'One step of the GRU: the gates z and r read the input x and the previous state h. The gate r multiplies the previous state once U has weighed it, which the candidate n reads beside x. The new state h is a share z of the old one and a share 1 − z of n.',
  },
  formulas: 'Formulas of the cell',
  symbol: (name, letter) => `${name} ${letter}`,
  gate: (name, letter, value) => `${name} ${letter} = ${value}`,
  state: (name, letter, before, now) =>
    `${name} ${letter}: ${before} before this step, ${now} after`,
  seeCode: 'see the code',
  symbols: 'Letters of the cell',
  choose: 'Choose a letter: it lights up everywhere.',
};

export const cellDrawingStrings: Readonly<Record<Language, CellDrawingStrings>> = { fr, en };
