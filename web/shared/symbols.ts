/**
 * The one file of symbols: letter, colour by day and by night, name and definition. Formulas,
 * text, drawings, heat maps and code take them from here, the style sheet too (web/vite/symbols.ts).
 */

/** The letters that have a colour of their own. In a formula they mean nothing else. */
export const symbolLetters = ['x', 'h', 'c', 'i', 'f', 'g', 'o', 'r', 'z', 'n'] as const;
export type SymbolLetter = (typeof symbolLetters)[number];

/**
 * Letters that are seen together: within a family colours keep a ΔE2000 of at least 12, also to
 * who sees no red, no green or no blue (tests/web/symbols.test.ts).
 */
export const symbolFamilies: readonly (readonly SymbolLetter[])[] = [
  ['x', 'h', 'c', 'i', 'f', 'g', 'o'],
  ['x', 'h', 'r', 'z', 'n'],
];

interface SymbolText {
  readonly name: string;
  readonly definition: string;
}

interface Defined {
  readonly fr: SymbolText;
  readonly en: SymbolText;
}

interface CourseSymbol extends Defined {
  /** As text on the paper of each scheme: a contrast of at least 4.5:1. */
  readonly light: string;
  readonly dark: string;
}

export const symbols: Readonly<Record<SymbolLetter, CourseSymbol>> = {
  x: {
    light: '#645b7a',
    dark: '#92a97c',
    fr: { name: 'entrée', definition: 'Le vecteur lu à ce pas\u202f: le plongement du jeton.' },
    en: {
      name: 'input',
      definition: 'The vector read at this step: the embedding of the token.',
    },
  },
  h: {
    light: '#380f9e',
    dark: '#77e1c4',
    fr: { name: 'état caché', definition: 'Ce que la cellule montre et transmet au pas suivant.' },
    en: { name: 'hidden state', definition: 'What the cell shows and hands to the next step.' },
  },
  c: {
    light: '#303a02',
    dark: '#c4da4d',
    fr: {
      name: 'état de la cellule',
      definition: 'La mémoire interne du LSTM, qui ne sort pas telle quelle.',
    },
    en: {
      name: 'cell state',
      definition: 'The inner memory of an LSTM, which does not leave it as it is.',
    },
  },
  i: {
    light: '#0d7c5f',
    dark: '#528d8a',
    fr: {
      name: 'porte d’entrée',
      definition: 'La part du candidat qui entre dans la mémoire, entre 0 et 1.',
    },
    en: {
      name: 'input gate',
      definition: 'The share of the candidate that enters memory, from 0 to 1.',
    },
  },
  f: {
    light: '#aa4e0c',
    dark: '#e46704',
    fr: {
      name: 'porte d’oubli',
      definition: 'La part de l’ancienne mémoire que l’on garde, entre 0 et 1.',
    },
    en: {
      name: 'forget gate',
      definition: 'The share of the old memory that is kept, from 0 to 1.',
    },
  },
  g: {
    light: '#621f44',
    dark: '#f0b5f4',
    fr: {
      name: 'candidat du LSTM',
      definition: 'Le contenu que l’on propose à la mémoire, entre −1 et 1.',
    },
    en: { name: 'LSTM candidate', definition: 'The content offered to memory, from −1 to 1.' },
  },
  o: {
    light: '#964dcc',
    dark: '#ac71ec',
    fr: {
      name: 'porte de sortie',
      definition: 'La part de la mémoire que l’on montre, entre 0 et 1.',
    },
    en: { name: 'output gate', definition: 'The share of memory that is shown, from 0 to 1.' },
  },
  r: {
    light: '#bc4c09',
    dark: '#968404',
    fr: {
      name: 'porte de réinitialisation',
      definition: 'La part du passé dont le candidat du GRU tient compte, entre 0 et 1.',
    },
    en: {
      name: 'reset gate',
      definition: 'The share of the past that the GRU candidate takes into account, from 0 to 1.',
    },
  },
  z: {
    light: '#4c4bd1',
    dark: '#35a9ad',
    fr: {
      name: 'porte de mise à jour',
      definition: 'La part de l’ancien état que le GRU garde, entre 0 et 1.',
    },
    en: {
      name: 'update gate',
      definition: 'The share of the old state that a GRU keeps, from 0 to 1.',
    },
  },
  n: {
    light: '#671a10',
    dark: '#dad406',
    fr: {
      name: 'candidat du GRU',
      definition: 'Le nouvel état que le GRU propose, entre −1 et 1.',
    },
    en: { name: 'GRU candidate', definition: 'The new state that a GRU proposes, from −1 to 1.' },
  },
};

/** Letters of the formulas that have no colour: weights, sums, what comes after the cell. */
export const plainLetters = ['W', 'H', 'U', 'b', 'a', 's', 'V', 'd', 'l', 'p', 'y', 'L'] as const;
export type PlainLetter = (typeof plainLetters)[number];

export const plainSymbols: Readonly<Record<PlainLetter, Defined>> = {
  W: {
    fr: {
      name: 'poids de l’entrée',
      definition: 'La matrice qui pèse x\u202f: une ligne par unité, une colonne par nombre de x.',
    },
    en: {
      name: 'input weights',
      definition: 'The matrix that weighs x: one row a unit, one column a number of x.',
    },
  },
  H: {
    fr: {
      name: 'poids récurrents, réseau d’Elman',
      definition: 'La matrice carrée qui pèse l’état précédent.',
    },
    en: {
      name: 'recurrent weights of Elman’s network',
      definition: 'The square matrix that weighs the previous state.',
    },
  },
  U: {
    fr: {
      name: 'poids récurrents d’une porte',
      definition: 'La matrice carrée qui pèse l’état précédent, dans un LSTM ou un GRU.',
    },
    en: {
      name: 'recurrent weights of a gate',
      definition: 'The square matrix that weighs the previous state, in an LSTM or a GRU.',
    },
  },
  b: {
    fr: { name: 'biais', definition: 'Un nombre par unité, ajouté à la somme pesée.' },
    en: { name: 'bias', definition: 'One number a unit, added to the weighted sum.' },
  },
  a: {
    fr: { name: 'somme pesée', definition: 'Ce qui entre dans la tangente ou dans σ.' },
    en: { name: 'weighted sum', definition: 'What goes into the tanh or into σ.' },
  },
  s: {
    fr: { name: 'résumé', definition: 'Ce que la dernière couche lit d’une suite entière.' },
    en: { name: 'summary', definition: 'What the last layer reads of a whole sequence.' },
  },
  V: {
    fr: {
      name: 'poids de la sortie',
      definition: 'La matrice qui pèse le résumé, classe par classe.',
    },
    en: {
      name: 'output weights',
      definition: 'The matrix that weighs the summary, class by class.',
    },
  },
  d: {
    fr: { name: 'biais de la sortie', definition: 'Un nombre par classe, ajouté à sa note.' },
    en: { name: 'output bias', definition: 'One number a class, added to its score.' },
  },
  l: {
    fr: { name: 'notes', definition: 'Un nombre par classe, sans limite, avant softmax.' },
    en: { name: 'scores', definition: 'One number a class, without bounds, before softmax.' },
  },
  p: {
    fr: { name: 'probabilités', definition: 'Une par classe\u202f; leur somme vaut 1.' },
    en: { name: 'probabilities', definition: 'One a class; they add up to 1.' },
  },
  y: {
    fr: { name: 'classe attendue', definition: 'La bonne réponse, donnée avec l’exemple.' },
    en: { name: 'expected class', definition: 'The right answer, given with the example.' },
  },
  L: {
    fr: {
      name: 'perte',
      definition: 'Ce que coûte la réponse\u202f: −ln de la probabilité attendue.',
    },
    en: { name: 'loss', definition: 'The cost of the answer: −ln of the expected probability.' },
  },
};

export function isSymbolLetter(text: string): text is SymbolLetter {
  return (symbolLetters as readonly string[]).includes(text);
}

/** A symbol as authors write it: a letter, then perhaps "_" and what stands below it ("h_t-1"). */
export function parseSymbol(text: string): { letter: SymbolLetter; below: string } | null {
  const match = /^([a-z])(?:_([A-Za-z0-9+\-−]+))?$/u.exec(text);
  const letter = match?.[1];
  if (letter === undefined || !isSymbolLetter(letter)) return null;
  return { letter, below: (match?.[2] ?? '').replace('-', '−') };
}
