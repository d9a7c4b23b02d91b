/** What the instrument "unroll" says; numbers and tokens arrive typeset. */
import type { Unit } from '../../shared/data-info';
import type { Language } from '../../shared/lesson';

export interface UnrollWords {
  readonly reading: string;
  readonly readingNarrow: string;
  readonly fold: string;
  readonly unfold: string;
  readonly unfoldStep: string;
  readonly view: string;
  readonly walk: string;
  readonly back: string;
  readonly ahead: string;
  readonly nowhere: string;
  readonly step: (step: string, count: string) => string;
  readonly cursor: string;
  readonly cursorHelp: string;
  readonly anyToken: Readonly<Record<Unit, string>>;
  readonly summaries: Readonly<Record<'last' | 'mean' | 'each', string>>;
  readonly part: (layer: string | null, way: 'forward' | 'backward' | null) => string;
  readonly embedding: string;
  readonly weights: string;
  readonly end: string;
  readonly ifEnd: string;
  readonly here: string;
  readonly atToken: (token: string) => string;
  /** What is drawn, for who does not see it. */
  readonly drawn: (facts: {
    readonly cell: string;
    readonly layers: string;
    readonly both: boolean;
    readonly folded: boolean;
    readonly steps: string;
    readonly count: string;
  }) => string;
  /** Not all steps have room. */
  readonly inSight: (first: string, last: string) => string;
  readonly later: (size: string) => string;
  readonly sizes: (facts: {
    readonly embedding: string;
    readonly hidden: string;
    /** Null where each step is answered by itself. */
    readonly output: string | null;
    readonly classes: string;
  }) => string;
  readonly answer: (name: string, percent: string) => string;
  readonly answerAt: (token: string, name: string, percent: string) => string;
  readonly answerHere: (name: string, percent: string) => string;
  readonly hasRead: (step: string, token: string, read: string) => string;
  readonly hasReadBack: (step: string, token: string, read: string) => string;
  readonly hasReadBoth: (step: string, token: string, before: string, after: string) => string;
  readonly soFar: (text: string, name: string, percent: string) => string;
  readonly numbers: string;
  readonly columns: {
    readonly value: string;
    readonly size: string;
    readonly norm: string;
    readonly first: string;
    readonly step: string;
    readonly token: string;
    readonly unit: (symbol: string, unit: string) => string;
  };
  readonly bag: string;
  readonly at: (count: string, unit: string) => string;
}

const fr: UnrollWords = {
  reading:
    'le texte va de gauche à droite, le calcul de bas en haut. Les cases de même trame partagent les mêmes poids, nommés une fois à gauche\u202f: déplié, le réseau n’en a pas un de plus. Les petits nombres sont des tailles.',
  readingNarrow:
    'le texte va de haut en bas, le calcul de gauche à droite. Les cases de même trame partagent les mêmes poids, nommés une fois en haut\u202f: déplié, le réseau n’en a pas un de plus. Les petits nombres sont des tailles.',
  fold: 'Replier',
  unfold: 'Déplier',
  unfoldStep: 'Déplier d’un pas',
  view: 'Le réseau',
  walk: 'Pas',
  back: 'Pas précédent',
  ahead: 'Pas suivant',
  nowhere: 'tout le texte',
  step: (step, count) => `${step} sur ${count}`,
  cursor: 'Marcher le long du temps',
  cursorHelp: 'Flèches pour aller d’un pas à l’autre, Échap pour finir.',
  anyToken: { character: 'une lettre', word: 'un mot' },
  summaries: { last: 'résumé s', mean: 'moyenne s', each: 'à chaque pas' },
  part: (layer, way) =>
    [
      layer === null ? '' : `couche\u00a0${layer}`,
      way === null ? '' : way === 'forward' ? 'aller →' : 'retour ←',
    ]
      .filter(Boolean)
      .join(', '),
  embedding: 'plongement',
  weights: 'Les poids, une fois pour tous les pas',
  end: 'à la fin',
  ifEnd: 'si le texte s’arrêtait là',
  here: 'à ce pas',
  atToken: (token) => `à «\u202f${token}\u202f»`,
  drawn: ({ cell, layers, both, folded, steps, count }) =>
    [
      folded
        ? `Le réseau replié\u202f: ${cell}, une boucle`
        : steps === count
          ? `Le réseau déplié sur ${count}\u00a0pas\u202f: ${cell}`
          : `Le réseau déplié sur ${steps} des ${count}\u00a0pas\u202f: ${cell}`,
      layers === '1' ? '' : `, ${layers}\u00a0couches`,
      both ? ', lu dans les deux sens' : '',
      '.',
    ].join(''),
  inSight: (first, last) =>
    `La figure montre les pas ${first} à ${last}\u202f; elle suit la marche.`,
  later: (size) => `${size}, au pas suivant`,
  sizes: ({ embedding, hidden, output, classes }) =>
    `Tailles\u202f: ${embedding} nombres par jeton, ${hidden}\u00a0unités par état${output === null ? '' : `, ${output} nombres dans le résumé`}, ${classes}\u00a0classes.`,
  answer: (name, percent) => `À la fin\u202f: ${name}, ${percent}.`,
  answerAt: (token, name, percent) => `À ${token}\u202f: ${name}, ${percent}.`,
  answerHere: (name, percent) => `La réponse à ce pas\u202f: ${name}, ${percent}.`,
  hasRead: (step, token, read) => `Pas ${step}, ${token}\u202f: la cellule a lu ${read}.`,
  hasReadBack: (step, token, read) =>
    `Pas ${step}, ${token}\u202f: la cellule, qui lit à rebours, a lu ${read}.`,
  hasReadBoth: (step, token, before, after) =>
    `Pas ${step}, ${token}\u202f: à l’aller, la cellule a lu ${before}\u202f; au retour, ${after}.`,
  soFar: (text, name, percent) =>
    `Si le texte n’était que ${text}, la réponse serait\u202f: ${name}, ${percent}.`,
  numbers: 'Les nombres de ce pas',
  columns: {
    value: 'Vecteur',
    size: 'Taille',
    norm: 'Norme',
    first: 'Premiers nombres',
    step: 'Pas',
    token: 'Jeton',
    unit: (symbol, unit) => `${symbol}, unité ${unit}`,
  },
  bag: 'Un sac de mots n’a ni état ni boucle\u202f: il n’y a rien à déplier. Choisissez une cellule RNN, LSTM ou GRU.',
  at: (count, unit) => `après ${count}\u00a0${unit} vus`,
};

const en: UnrollWords = {
  reading:
    'the text runs from left to right, the computation upwards. Boxes with the same hatching share the same weights, named once on the left: unrolled, the network has not one more. The small numbers are sizes.',
  readingNarrow:
    'the text runs downwards, the computation from left to right. Boxes with the same hatching share the same weights, named once at the top: unrolled, the network has not one more. The small numbers are sizes.',
  fold: 'Fold',
  unfold: 'Unfold',
  unfoldStep: 'Unfold one step',
  view: 'The network',
  walk: 'Step',
  back: 'Step before',
  ahead: 'Next step',
  nowhere: 'the whole text',
  step: (step, count) => `${step} of ${count}`,
  cursor: 'Walk along time',
  cursorHelp: 'Arrows lead from one step to the next, Escape ends the walk.',
  anyToken: { character: 'a letter', word: 'a word' },
  summaries: { last: 'summary s', mean: 'mean s', each: 'at each step' },
  part: (layer, way) =>
    [
      layer === null ? '' : `layer\u00a0${layer}`,
      way === null ? '' : way === 'forward' ? 'forward →' : 'backward ←',
    ]
      .filter(Boolean)
      .join(', '),
  embedding: 'embedding',
  weights: 'The weights, once for all steps',
  end: 'at the end',
  ifEnd: 'if the text ended here',
  here: 'at this step',
  atToken: (token) => `at “${token}”`,
  drawn: ({ cell, layers, both, folded, steps, count }) =>
    [
      folded
        ? `The network folded: ${cell}, a loop`
        : steps === count
          ? `The network unrolled over ${count}\u00a0steps: ${cell}`
          : `The network unrolled over ${steps} of ${count}\u00a0steps: ${cell}`,
      layers === '1' ? '' : `, ${layers}\u00a0layers`,
      both ? ', read in both directions' : '',
      '.',
    ].join(''),
  inSight: (first, last) => `The figure shows steps ${first} to ${last}; it follows the walk.`,
  later: (size) => `${size}, at the next step`,
  sizes: ({ embedding, hidden, output, classes }) =>
    `Sizes: ${embedding} numbers a token, ${hidden}\u00a0units a state${output === null ? '' : `, ${output} numbers in the summary`}, ${classes}\u00a0classes.`,
  answer: (name, percent) => `At the end: ${name}, ${percent}.`,
  answerAt: (token, name, percent) => `At ${token}: ${name}, ${percent}.`,
  answerHere: (name, percent) => `The answer at this step: ${name}, ${percent}.`,
  hasRead: (step, token, read) => `Step ${step}, ${token}: the cell has read ${read}.`,
  hasReadBack: (step, token, read) =>
    `Step ${step}, ${token}: the cell, which reads backwards, has read ${read}.`,
  hasReadBoth: (step, token, before, after) =>
    `Step ${step}, ${token}: on its way forward the cell has read ${before}; on its way back, ${after}.`,
  soFar: (text, name, percent) =>
    `If the text were only ${text}, the answer would be: ${name}, ${percent}.`,
  numbers: 'The numbers of this step',
  columns: {
    value: 'Vector',
    size: 'Size',
    norm: 'Norm',
    first: 'First numbers',
    step: 'Step',
    token: 'Token',
    unit: (symbol, unit) => `${symbol}, unit ${unit}`,
  },
  bag: 'A bag of words has no state and no loop: there is nothing to unroll. Choose an RNN, LSTM or GRU cell.',
  at: (count, unit) => `after ${count} ${unit} seen`,
};

export const unrollWords: Readonly<Record<Language, UnrollWords>> = { fr, en };
