import type { StatesWords } from './states';

export const statesFr: StatesWords = {
  title: 'États et portes, pas à pas',
  reading: {
    signed:
      'une ligne par unité, une colonne par pas. Plus la teinte est forte, plus la valeur est loin de 0\u202f; une barre en travers de la case veut dire négatif.',
    share:
      'une ligne par unité, une colonne par pas. Plus la teinte est forte, plus la valeur est proche de 1.',
  },
  readingBars: {
    signed:
      'une ligne par unité, une colonne par pas. La barre va à droite si la valeur est positive, à gauche si elle est négative, et sa longueur est la valeur.',
    share:
      'une ligne par unité, une colonne par pas. La longueur de la barre est la valeur, de 0 à 1.',
  },
  symbol: 'Montrer',
  layer: 'Couche',
  direction: 'Lecture',
  directions: { forward: 'depuis le début', backward: 'depuis la fin' },
  way: { forward: 'lu de gauche à droite', backward: 'lu de droite à gauche' },
  sort: 'Ordre des unités',
  sorts: {
    number: 'par numéro',
    value: 'par valeur à un pas',
    likeness: 'par ressemblance',
    feature: 'par corrélation avec le trait',
  },
  sortStep: 'Pas',
  unitHead: 'unité',
  cursor: 'Lire la carte',
  cursorHelp:
    'Les flèches vont de case en case, Maj avec les flèches gauche et droite choisit un passage, Entrée range les unités d’après ce pas.',
  keyNames: { shiftArrows: 'Maj + gauche, droite', enter: 'Entrée' },
  keyActs: {
    shiftArrows: 'choisir un passage',
    enter: 'ranger les unités d’après leur valeur à ce pas',
  },
  at: ({ letter, unit, token, step, value }) =>
    `Unité\u00a0${unit}, pas\u00a0${step} (${token})\u202f: ${letter}\u00a0=\u00a0${value}`,
  unknownToken: 'inconnu',
  inStretch: 'dans le passage',
  hint: 'Pointez une case pour la lire\u202f; tirez d’un pas à l’autre pour choisir un passage.',
  legend: {
    beyond: (end) => `${end} et au-delà`,
    meaning: {
      i: '0\u202f: rien n’entre en mémoire\u202f; 1\u202f: tout le candidat y entre',
      f: '0\u202f: tout s’oublie\u202f; 1\u202f: tout se garde',
      o: '0\u202f: rien ne se montre\u202f; 1\u202f: tout se montre',
      r: '0\u202f: le passé ne compte pas\u202f; 1\u202f: il compte en entier',
      z: '0\u202f: tout est remplacé\u202f; 1\u202f: tout est gardé',
    },
    negative: 'barre\u202f: négatif',
    cutCorner: 'coin coupé\u202f: hors de l’échelle',
  },
  summary: ({ tensor, units, steps, text, largest, smallest }) =>
    `${tensor}\u202f: ${units}\u00a0unités, ${steps}\u00a0pas de ${text}. La plus grande valeur\u202f: ${largest}\u202f; la plus petite\u202f: ${smallest}.`,
  extreme: (value, unit, token, step) =>
    `${value} (unité\u00a0${unit}, pas\u00a0${step}, ${token})`,
  tensor: (name, letter, layer, way) =>
    [`${name[0]!.toUpperCase()}${name.slice(1)} ${letter}`, layer && `couche\u00a0${layer}`, way]
      .filter((part) => part !== null)
      .join(', '),
  sorted: {
    number: 'Les unités sont rangées par numéro.',
    feature:
      'Les unités sont rangées par corrélation avec le trait, sur la moitié A\u202f: la plus haute en tête.',
  },
  sortedByValue: (step, token) =>
    `Les unités sont rangées par valeur au pas\u00a0${step} (${token}), la plus haute en tête.`,
  groups: (count, units) =>
    count === 1
      ? `Les voisines se ressemblent\u202f: les ${units}\u00a0unités forment un seul groupe, qui bouge ensemble (corrélation d’au moins 0,5 en moyenne sur ces pas).`
      : `Les voisines se ressemblent\u202f: ${count}\u00a0groupes, séparés par des traits, bougent chacun ensemble (corrélation d’au moins 0,5 en moyenne sur ces pas).`,
  sortWaits: 'Par numéro, tant qu’aucun trait n’est mesuré.',
  modelAt: (examples, unit) => `après ${examples}\u00a0${unit}`,
  untrained: 'avant tout entraînement',
  states: {
    bag: 'Un sac de mots n’a ni états ni portes\u202f: il additionne ses jetons, quel que soit leur ordre. Choisissez une cellule récurrente.',
    empty: 'Écrivez un texte\u202f: ses états viendront ici.',
    loading: 'Le modèle arrive…',
    none: 'Il n’y a pas de modèle à regarder.',
    refused: (message) => `Le moteur répond\u202f: ${message}`,
  },
  column: (step, token) => `${step} ${token}`,
  csv: ['tenseur', 'unité', 'pas', 'jeton', 'connu', 'valeur'],
  ask: {
    title: 'Une unité suit-elle un trait\u202f?',
    lead: 'Chaque unité est corrélée avec le trait sur l’ensemble de validation. La meilleure sur la moitié A est ensuite mesurée sur la moitié B, qui n’a pas servi à la choisir.',
    feature: 'Trait',
    choose: 'Choisissez…',
    groups: {
      class: 'La bonne réponse',
      seen: 'Déjà lu',
      token: 'Lu à ce pas',
      other: 'Autres',
    },
    option: {
      class: (of) => `la réponse est «\u202f${of}\u202f»`,
      seen: (of) => `«\u202f${of}\u202f» a été lu`,
      token: (of) => `«\u202f${of}\u202f» est lu à ce pas`,
    },
    vowel: 'une voyelle est lue à ce pas',
    position: 'le nombre de pas déjà lus',
    named: {
      class: (of) => `si la réponse est «\u202f${of}\u202f»`,
      seen: (of) => `si «\u202f${of}\u202f» a été lu`,
      token: (of) => `si «\u202f${of}\u202f» est lu à ce pas`,
      vowel: 'si une voyelle est lue à ce pas',
      position: 'combien de pas ont été lus',
    },
    backwards:
      'Cette direction lit depuis la fin\u202f: «\u202fa été lu\u202f» veut dire que cela se trouve plus loin.',
    go: 'Mesurer',
    cancel: 'Annuler',
    running: 'Lecture de l’ensemble de validation…',
    left: (duration) => `encore ${duration} environ`,
    cancelled: 'Annulé.',
    overtaken: 'Une autre question sur ce modèle est passée devant. Posez-la de nouveau.',
    found: {
      still: () =>
        'Rien à mesurer\u202f: le trait, ou toutes les unités, ne changent jamais sur l’ensemble de validation.',
      none: ({ feature, unit }) =>
        `Aucune unité ne dit ${feature}\u202f: l’unité\u00a0${unit}, la meilleure sur la moitié A, ne donne presque rien sur la moitié B, ou pas plus que des étiquettes mélangées.`,
      faint: ({ feature, unit, rises }) =>
        `L’unité\u00a0${unit} dit un peu ${feature}\u202f: en moyenne, elle est alors plus ${rises ? 'haute' : 'basse'}.`,
      clear: ({ feature, unit, rises }) =>
        `L’unité\u00a0${unit} dit en partie ${feature}\u202f: elle ${rises ? 'monte' : 'descend'} avec ce trait.`,
      close: ({ feature, unit, rises }) =>
        `L’unité\u00a0${unit} dit de près ${feature}\u202f: elle ${rises ? 'monte' : 'descend'} avec ce trait.`,
    },
    numbers: ({ letter, chosen, measured, shuffled }) =>
      `Corrélation de son ${letter}\u202f: ${chosen} sur la moitié A, où elle a été choisie\u202f; ${measured} sur la moitié B. Une fois les étiquettes mélangées, la même procédure donne ${shuffled}.`,
    caveat: ({ units, places, examples }) =>
      `Une unité parmi ${units}, sur ${places}\u00a0pas\u202f; les pas d’une même suite ne sont pas indépendants. Cela montre un lien, à ce moment de l’entraînement. Cela ne montre pas que le modèle se sert de cette unité, ni que les autres n’en savent rien. Mesuré ${examples}.`,
    caveatNone: ({ units, places, examples }) =>
      `La meilleure de ${units}\u00a0unités, sur ${places}\u00a0pas. Cela ne montre pas que le modèle ne sait rien du trait\u202f: plusieurs unités peuvent le dire ensemble. Mesuré ${examples}.`,
    stale: 'Le modèle a changé depuis\u202f: mesurez de nouveau.',
    picture: ({ unit, chosen, measured, shuffled }) =>
      `Corrélations de −1 à 1. Moitié A, toutes les unités, celle qui est choisie entourée\u202f: ${chosen}. Moitié B, unité\u00a0${unit}\u202f: ${measured}. Étiquettes mélangées\u202f: ${shuffled}.`,
    lines: ['moitié A\u202f: choisie', 'moitié B\u202f: mesurée', 'étiquettes mêlées'],
    chosenOf: (units) => `sur ${units}`,
    marked: (unit) => `L’unité\u00a0${unit} est marquée dans la carte.`,
  },
  search: {
    title: 'Où cela se produit-il encore\u202f?',
    lead: 'Choisissez un passage\u202f: tirez sur la carte, ou Maj et les flèches, ou écrivez ici ses bouts.',
    from: 'Du pas',
    to: 'au pas',
    chosen: (from, to, tokens) =>
      from === to
        ? `Choisi\u202f: le pas\u00a0${from}, ${tokens}`
        : `Choisi\u202f: les pas\u00a0${from} à\u00a0${to}, ${tokens}`,
    go: 'Chercher dans la validation',
    clear: 'Ne rien choisir',
    running: 'Recherche dans l’ensemble de validation…',
    found: (count, tokens, tensor) =>
      count === 1
        ? `Le passage le plus proche de ${tokens}. Comparé\u202f: ${tensor}.`
        : `Les ${count}\u00a0passages les plus proches de ${tokens}, un par suite. Comparé\u202f: ${tensor}.`,
    none: 'Aucune suite de l’ensemble de validation n’est assez longue.',
    note: 'Distance euclidienne, sur toutes les unités et tous les pas du passage\u202f; 0 veut dire les mêmes valeurs.',
    distance: (value) => `distance\u00a0${value}`,
    distanceHead: 'distance',
    show: 'Montrer dans la carte',
    shown: (text) => `La carte montre ${text}, de l’ensemble de validation.`,
    back: 'Revenir à votre texte',
    backSaid: 'La carte montre de nouveau votre texte.',
    shownNow: 'dans la carte',
  },
};
