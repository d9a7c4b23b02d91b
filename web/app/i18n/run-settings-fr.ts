import type { RunSettingWords } from './run-settings';

const plain = (value: string): string => value;

export const fr: RunSettingWords = {
  settings: {
    cell: {
      label: 'Cellule',
      help: 'Ce qui lit la suite, mot après mot. Le sac n’a pas d’état\u202f: il fait la moyenne des mots.',
      noun: 'la cellule',
      feminine: true,
      brief: plain,
    },
    nonlinearity: {
      label: 'Activation du RNN',
      help: 'La fonction appliquée à chaque pas.',
      noun: 'l’activation',
      feminine: true,
      brief: plain,
    },
    direction: {
      label: 'Sens de lecture',
      help: 'Dans les deux sens, chaque couche a deux fois plus d’unités.',
      noun: 'le sens de lecture',
      brief: plain,
    },
    layers: {
      label: 'Couches',
      help: 'La sortie de l’une est l’entrée de la suivante.',
      noun: 'le nombre de couches',
      brief: (value) => `${value} couche${value === '1' ? '' : 's'}`,
    },
    embedding: {
      label: 'Plongement',
      help: 'Nombres qui représentent un mot.',
      noun: 'la taille du plongement',
      feminine: true,
      brief: (value) => `plong. ${value}`,
    },
    hidden: {
      label: 'Unités',
      help: 'Nombres de l’état, par couche et par sens.',
      noun: 'le nombre d’unités',
      brief: (value) => `${value} unité${value === '1' ? '' : 's'}`,
    },
    summary: {
      label: 'Lu par la sortie',
      help: 'Le dernier état, ou la moyenne de tous.',
      noun: 'ce que lit la sortie',
      brief: plain,
    },
    learningRate: {
      label: 'Taux d’apprentissage',
      help: 'La longueur de chaque pas.',
      noun: 'le taux d’apprentissage',
      brief: (value) => `taux ${value}`,
    },
    optimizer: {
      label: 'Optimiseur',
      help: 'La règle qui fait un pas du gradient.',
      noun: 'l’optimiseur',
      brief: plain,
    },
    batch: {
      label: 'Lot',
      help: 'Exemples vus pour un pas.',
      noun: 'la taille du lot',
      feminine: true,
      brief: (value) => `lot de ${value}`,
    },
    clipNorm: {
      label: 'Plafond du gradient',
      help: 'Sa plus grande norme\u202f; 0\u202f: aucun plafond.',
      noun: 'le plafond du gradient',
      brief: (value) => `plafond ${value}`,
      zero: 'sans',
    },
    forgetBias: {
      label: 'Biais d’oubli du LSTM',
      help: 'Élevé, la mémoire se garde dès le début. Vide\u202f: tiré au sort.',
      noun: 'le biais d’oubli',
      brief: (value) => `oubli ${value}`,
    },
    truncate: {
      label: 'Troncature',
      help: 'Le gradient ne remonte pas au-delà de tant de pas\u202f; 0\u202f: il remonte tout.',
      noun: 'la troncature',
      feminine: true,
      brief: (value) => `tronqué ${value}`,
      zero: 'sans',
    },
    recurrentInit: {
      label: 'Matrice récurrente au départ',
      help: 'Tirée uniformément, ou orthogonale\u202f: alors elle conserve les longueurs.',
      noun: 'le tirage de la matrice récurrente',
      brief: plain,
    },
    recurrentScale: {
      label: 'Échelle de cette matrice',
      help: 'Elle est multipliée par ce nombre au départ.',
      noun: 'l’échelle de la matrice récurrente',
      feminine: true,
      brief: (value) => `échelle ${value}`,
    },
    dropout: {
      label: 'Abandon',
      help: 'Part des valeurs mises à zéro pendant l’entraînement.',
      noun: 'l’abandon',
      brief: (value) => `abandon ${value}`,
      zero: 'sans',
    },
    seed: {
      label: 'Graine',
      help: 'Poids de départ et ordre des exemples en découlent.',
      noun: 'la graine',
      feminine: true,
      brief: (value) => `graine ${value}`,
    },
  },
  choices: {
    cell: { bag: 'sac', rnn: 'RNN', lstm: 'LSTM', gru: 'GRU' },
    nonlinearity: { tanh: 'tanh', relu: 'ReLU' },
    direction: { forward: 'en avant', backward: 'à rebours', both: 'deux sens' },
    summary: { last: 'dernier état', mean: 'moyenne' },
    optimizer: { adam: 'Adam', sgd: 'SGD', rmsprop: 'RMSprop' },
    recurrentInit: { uniform: 'uniforme', orthogonal: 'orthogonale' },
  },
  drawn: 'tiré au sort',
};
