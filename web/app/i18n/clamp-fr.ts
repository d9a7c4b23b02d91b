import type { ClampWords } from './clamp';

export const clampFr: ClampWords = {
  title: 'Tenir une porte',
  reading:
    'le même texte, lu deux fois par le même modèle\u202f: librement, puis avec des portes tenues. Un cadre en tirets entoure ce qui est tenu. En bas, chaque trait va de la réponse libre à celle du modèle tenu.',
  gate: 'Porte',
  value: 'Tenue à',
  units: 'Unités',
  steps: 'Pas',
  all: 'tout',
  first: { units: 'De l’unité', steps: 'Du pas' },
  last: { units: 'à l’unité', steps: 'au pas' },
  stops: ['fermée 0', 'à demi 0,5', 'ouverte 1'],
  candidateStops: ['−1', '0', '1'],
  hold: 'Tenir',
  another: 'En tenir une autre',
  full: (count) =>
    `${count}\u00a0portes sont tenues\u202f: le moteur n’en tient pas plus. Lâchez-en une.`,
  making: 'Choisissez une porte, puis tenez-la. Tirez sur une carte pour choisir unités et pas.',
  changing: (number) => `Vous réglez la porte tenue n°\u00a0${number}\u202f: tout suit à mesure.`,
  holds: 'Portes tenues',
  nothingHeld: 'Aucune\u202f: le modèle lit librement.',
  change: 'Régler',
  letGo: 'Lâcher',
  letAllGo: 'Tout lâcher',
  undo: 'Annuler',
  redo: 'Rétablir',
  aside: 'mise de côté',
  misfits: {
    cell: 'cette cellule n’a pas cette porte',
    layer: 'le modèle n’a pas cette couche',
    way: 'le modèle ne lit pas dans ce sens',
    units: 'le modèle a moins d’unités',
    steps: 'le texte est plus court',
  },
  holdName: ({ name, letter, value, units, steps, layer, way }) =>
    [
      `${name} ${letter}\u00a0=\u00a0${value}`,
      units,
      steps,
      ...(layer === null ? [] : [`couche\u00a0${layer}`]),
      ...(way === null ? [] : [way]),
    ].join(', '),
  span: {
    units: {
      all: 'toutes les unités',
      one: (number) => `unité\u00a0${number}`,
      between: (from, to) => `unités\u00a0${from} à\u00a0${to}`,
      onwards: (from) => `à partir de l’unité\u00a0${from}`,
    },
    steps: {
      all: 'à tous les pas',
      one: (number) => `au pas\u00a0${number}`,
      between: (from, to) => `du pas\u00a0${from} au pas\u00a0${to}`,
      onwards: (from) => `à partir du pas\u00a0${from}`,
    },
  },
  presets: 'Pour commencer',
  preset: {
    forget: (gate) => `tout oublier à un pas (${gate})`,
    'nothing-in': (gate) => `ne rien laisser entrer après le premier jeton (${gate})`,
  },
  maps: {
    free: (tensor) => `Libre\u202f: ${tensor}`,
    held: (tensor) => `Tenu\u202f: ${tensor}`,
    difference: () => 'Différence\u202f: tenu moins libre',
  },
  cursors: {
    free: 'Lire la carte libre',
    held: 'Lire la carte tenue',
    difference: 'Lire la différence',
    answers: 'Lire les réponses',
  },
  cursorHelp:
    'Les flèches vont de case en case, Maj avec les flèches choisit unités et pas, Entrée choisit ce pas pour toutes les unités.',
  answersHelp:
    'Flèches haut et bas d’un jeton au suivant, gauche et droite d’une classe à l’autre, Échap pour finir.',
  answers: (text) => `Réponses au fil de ${text}`,
  hint: 'Pointez une case pour la lire\u202f; tirez pour choisir des unités et des pas, pressez un jeton pour toutes les unités à ce pas.',
  keyNames: {
    shiftArrows: 'Maj + flèches',
    enter: 'Entrée',
    undo: 'Ctrl + Z',
    redo: 'Ctrl + Maj + Z',
  },
  keyActs: {
    shiftArrows: 'choisir unités et pas',
    enter: 'choisir ce pas, pour toutes les unités',
    undo: 'annuler la dernière prise',
    redo: 'la rétablir',
  },
  at: ({ unit, step, token, letter, free, held, difference }) =>
    `Unité\u00a0${unit}, pas\u00a0${step} (${token})\u202f: ${letter}\u00a0=\u00a0${free}` +
    (held === null ? '' : ` libre, ${held} tenu, différence ${difference}`),
  held: (moved) => `Tenu, à la fin\u202f: ${moved}.`,
  heldAt: (token, moved) => `Tenu, à ${token}\u202f: ${moved}.`,
  free: (answer) => `Rien n’est tenu. ${answer}`,
  stateMoved: ({ letter, unit, step, token, free, held }) =>
    `${letter} change le plus à l’unité\u00a0${unit}, pas\u00a0${step} (${token})\u202f: de ${free} à ${held}.`,
  stateStill: (letter) => `Aucune valeur de ${letter} ne change.`,
  setAside: (count) =>
    count === 1
      ? 'Une porte tenue est mise de côté\u202f: la liste dit pourquoi.'
      : `${count}\u00a0portes tenues sont mises de côté\u202f: la liste dit pourquoi.`,
  noGates: {
    bag: 'Un sac de mots n’a ni états ni portes\u202f: il n’y a rien à tenir. Choisissez un LSTM ou un GRU.',
    rnn: 'Le RNN n’a pas de porte\u202f: il n’y a rien à tenir. Choisissez un LSTM ou un GRU.',
  },
  columns: {
    of: 'ligne',
    free: (what) => `${what}, libre`,
    held: (what) => `${what}, tenu`,
  },
  csv: ['grandeur', 'laquelle', 'pas', 'jeton', 'connu', 'libre', 'tenu'],
  csvAnswer: 'probabilité',
};
