import type { CellWords } from './cell';

export const fr: CellWords = {
  reading:
    'tous les nombres sont ceux d’une seule unité, à un seul pas. Ce qui sort du dessin entre dans le pas suivant. Une barre au-dessus du trait est positive, au-dessous négative. Une lettre touchée s’éclaire partout.',
  text: 'Texte à lire',
  suggestions: 'Par exemple\u202f:',
  layer: 'Couche',
  way: 'Sens de lecture',
  ways: { forward: 'du début à la fin', backward: 'de la fin au début' },
  unit: 'Unité',
  unitOf: (unit, units) => `${unit} sur ${units}`,
  mostActive: 'Celle dont h varie le plus',
  steps: 'Choisir le pas',
  before: 'Pas précédent',
  after: 'Pas suivant',
  backwards: 'Ici la lecture va de la fin au début\u202f: le pas précédent est à droite.',
  token: (token, step, steps) => `${token}, pas ${step} sur ${steps}`,
  unknownToken: 'inconnu du modèle',
  unknown: (tokens) =>
    `Absent des données d’entraînement\u202f: ${tokens}. Le modèle y lit un signe inconnu.`,
  cut: (count, most) => `Le modèle lit ${most} jetons au plus. Laissés de côté\u202f: ${count}.`,
  quoted: (token) => `«\u202f${token}\u202f»`,
  state: (letter, value) => `${letter} = ${value}`,
  vectorX: (token, count) => `entrée x de ${token}\u202f: ${count} nombres`,
  vectorXAbove: (layer, count) => `entrée x\u202f: les ${count} nombres de la couche ${layer}`,
  vectorH: (count, unit) => `état h de la couche\u202f: ${count} nombres, l’unité ${unit} marquée`,
  code: 'Les lignes du moteur qui calculent ces nombres',
  noCell:
    'Un sac de mots n’a pas de cellule\u202f: il fait la moyenne des entrées, sans état et sans ordre. Choisissez un RNN, un LSTM ou un GRU pour voir un pas.',
  noTokens: 'Il n’y a rien à lire dans ce texte\u202f: écrivez au moins un mot.',
  noModel: 'Sans modèle, le dessin reste sans nombres.',
  coming: 'Les nombres arrivent…',
  summary: ({ token, step, steps, unit, gates, moves }) =>
    `Pas ${step} sur ${steps}, ${token}, unité ${unit}\u202f: ${gates === '' ? '' : `${gates}\u202f; `}${moves}.`,
  gate: (letter, value) => `${letter} = ${value}`,
  moves: (letter, before, now) => `${letter} passe de ${before} à ${now}`,
  nothingBefore: (letters) => `Rien n’était lu avant ce pas\u202f: ${letters}.`,
  weightsOf: (step) => `poids du pas d’entraînement ${step}`,
  untrained: 'Ces poids sont tirés au sort\u202f: le modèle n’a encore rien appris.',
  columns: { step: 'Pas', token: 'Lu' },
  frozen:
    'Le modèle a appris depuis\u202f; ces nombres attendent la fin de votre calcul. Choisissez «\u202faucun\u202f» pour le suivre à nouveau.',
  exercise: {
    title: 'Calculer à la main',
    choose: 'Nombre à trouver',
    none: 'aucun\u202f: tout est montré',
    options: (letters, name) => `${letters}\u202f: ${name}`,
    sumOf: (name) => `somme pesée avant ${name}`,
    sum: 'somme pesée',
    hidden: (letters) => `${letters} est caché partout dans la figure. Voici de quoi le trouver.`,
    digits: (count) => `Répondez avec ${count} décimales\u202f; une calculatrice est permise.`,
    functions: {
      sigmoid: 'σ(a) = 1 / (1 + e^−a)',
      tanh: 'tanh(a) = (e^2a − 1) / (e^2a + 1)',
      relu: 'relu(a) = a si a est positif, 0 sinon',
    },
    answer: (letters) => `Votre résultat pour ${letters}`,
    check: 'Vérifier',
    reveal: 'Montrer la réponse',
    again: 'Refaire le calcul',
    right: 'Juste.',
    within: (tolerance) =>
      `Les nombres donnés sont arrondis\u202f: tout résultat à moins de ${tolerance} est accepté.`,
    engine: (value) => `Le moteur a ${value}.`,
    wrong: 'Pas encore.',
    notNumber: (text) =>
      `«\u202f${text}\u202f» n’est pas un nombre. Écrivez par exemple −0,42 ou 0.42.`,
    tooLarge: (by) => `Votre résultat est trop grand de ${by}.`,
    tooSmall: (by) => `Votre résultat est trop petit de ${by}.`,
    advice: {
      sum: 'L’erreur vient le plus souvent d’un signe, quand on additionne un nombre négatif.',
      sigmoid:
        'L’erreur vient le plus souvent de l’exposant\u202f: c’est e puissance −a, et non puissance a.',
      tanh: 'L’erreur vient le plus souvent de l’exposant, qui est 2a\u202f; tanh garde le signe de a.',
      relu: 'relu ne change pas un nombre positif, et remplace un nombre négatif par 0.',
      memory:
        'Deux produits, puis leur somme\u202f; l’erreur vient le plus souvent du signe de g ou de la mémoire d’avant.',
      show: 'D’abord tanh(c), puis fois o\u202f; l’erreur vient le plus souvent d’un tanh oublié.',
      mix: 'Une part 1 − z du candidat, une part z de l’ancien état\u202f; l’erreur vient le plus souvent de parts échangées.',
    },
    slips: {
      sign: 'C’est le bon nombre, avec le signe contraire.',
      lostSign: (letter) => `Le signe de ${letter} s’est perdu\u202f: ce nombre est négatif.`,
      noFunction: (name) => `Il manque ${name} autour du nombre.`,
      otherFunction: (name, instead) =>
        `C’est ce que donne ${instead}\u202f; la formule a ${name}.`,
      mirrored: 'C’est 1 − σ(a)\u202f: l’exposant est −a, et non a.',
      extraTanh: 'Un tanh de trop\u202f: cette formule n’en met pas autour du tout.',
      tanhTooLate: 'Le tanh s’applique à c seul, avant le produit par o.',
      added: 'Un produit est devenu une somme\u202f: ⊙ multiplie.',
      undosed: (by) => `Il manque le facteur ${by}.`,
      noComplement: (letter) => `Il faut 1 − ${letter} devant le candidat, et non ${letter}.`,
      exchanged: (letter) =>
        `Les parts sont échangées\u202f: ${letter} va à l’ancien état, 1 − ${letter} au candidat.`,
      missing: (term) => `Il manque le terme ${term}.`,
      stepBefore: (letter) => `C’est ${letter} d’avant ce pas\u202f: il faut celui d’après.`,
      coarse: (digits) =>
        `Les deux décimales du dessin ne suffisent pas ici\u202f: prenez les ${digits} décimales données.`,
      point: 'La virgule est décalée d’un rang.',
    },
    isBefore: (letter) => `${letter} d’avant`,
  },
};
