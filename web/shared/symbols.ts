/**
 * The letters of the course that have a colour of their own, in formulas, text, drawings and
 * heat maps alike. In a formula these letters mean nothing else.
 */
export const symbolLetters = ['x', 'h', 'c', 'i', 'f', 'g', 'o', 'r', 'z', 'n'] as const;
export type SymbolLetter = (typeof symbolLetters)[number];

interface SymbolText {
  readonly name: string;
  readonly definition: string;
}

export const symbols: Readonly<
  Record<SymbolLetter, { readonly fr: SymbolText; readonly en: SymbolText }>
> = {
  x: {
    fr: { name: 'entrée', definition: 'Le vecteur lu à ce pas, ici le plongement d’une lettre.' },
    en: {
      name: 'input',
      definition: 'The vector read at this step, here the embedding of a letter.',
    },
  },
  h: {
    fr: { name: 'état caché', definition: 'Ce que la cellule montre et transmet au pas suivant.' },
    en: { name: 'hidden state', definition: 'What the cell shows and hands to the next step.' },
  },
  c: {
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
    fr: {
      name: 'candidat du LSTM',
      definition: 'Le contenu que l’on propose à la mémoire, entre −1 et 1.',
    },
    en: { name: 'LSTM candidate', definition: 'The content offered to memory, from −1 to 1.' },
  },
  o: {
    fr: {
      name: 'porte de sortie',
      definition: 'La part de la mémoire que l’on montre, entre 0 et 1.',
    },
    en: { name: 'output gate', definition: 'The share of memory that is shown, from 0 to 1.' },
  },
  r: {
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
    fr: {
      name: 'candidat du GRU',
      definition: 'Le nouvel état que le GRU propose, entre −1 et 1.',
    },
    en: { name: 'GRU candidate', definition: 'The new state that a GRU proposes, from −1 to 1.' },
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
