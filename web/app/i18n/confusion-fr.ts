import type { ConfusionWords } from './confusion';

const forms = (count: number, one: string, many: string): string => (count < 2 ? one : many);

export const confusionFr: ConfusionWords = {
  quoted: (name) => `«\u202f${name}\u202f»`,
  reading:
    'une ligne par classe, une colonne par réponse du modèle. Chaque case compte les exemples de l’ensemble de validation et dit leur part de la ligne\u202f; plus cette part est grande, plus la teinte est forte. Les cases encadrées, à la marque de leur classe, sont les bonnes réponses.',
  classes: 'Classe',
  answers: 'Réponse du modèle',
  others: 'autres',
  othersNote: (count) =>
    `Les dix plus grandes classes ont leur ligne\u202f; les ${count}\u00a0autres sont réunies.`,
  rates: { precision: 'précision', recall: 'rappel' },
  total: 'total',
  grid: 'Matrice de confusion',
  gridHelp:
    'Flèches d’une case à l’autre, Début et Fin aux bouts de la ligne, Entrée pour lire les exemples de la case, Échap pour les fermer.',
  keyEnter: { key: 'Entrée', act: 'montrer les exemples de la case' },
  keyEscape: { key: 'Échap', act: 'fermer les exemples' },
  cell: ({ label, answer, kind, count, all, share }) => {
    if (kind === 'wrong')
      return `${label} pris pour ${answer}\u202f: ${count} sur ${all}, ${share}.`;
    if (kind === 'right') return `${label} reconnu\u202f: ${count} sur ${all}, ${share}.`;
    return `Des autres classes, réponse parmi elles\u202f: ${count} sur ${all}, ${share}.`;
  },
  othersRight: (count) => `Dont bonnes réponses\u202f: ${count}.`,
  emptyRow: (label) => `${label}\u202f: aucun exemple dans l’ensemble de validation.`,
  precision: ({ name, all, count, right, rights, share }) =>
    `Sur ${all} ${forms(count, 'réponse', 'réponses')} ${name}, ${right} ${forms(rights, 'est juste', 'sont justes')}\u202f: précision ${share}.`,
  noPrecision: (name) =>
    `La réponse ${name} n’a jamais été donnée\u202f: elle n’a pas de précision.`,
  recall: ({ name, unit, all, count, right, rights, share }) =>
    `Sur ${all} ${forms(count, 'exemple', unit)} de classe ${name}, ${right} ${forms(rights, 'est reconnu', 'sont reconnus')}\u202f: rappel ${share}.`,
  noRecall: (name) =>
    `Aucun exemple de classe ${name} dans l’ensemble de validation\u202f: elle n’a pas de rappel.`,
  accuracy: ({ share, right, all, unit, largest, prior }) =>
    `Exactitude ${share}\u202f: ${right} ${unit} sur ${all}. ${largest === null ? 'Donner toujours la même réponse' : `Répondre toujours ${largest}, la classe la plus fréquente,`} donnerait ${largest === null ? 'au mieux ' : ''}${prior}.`,
  summary: (right, all, unit) => `Bonnes réponses\u202f: ${right} sur ${all}\u00a0${unit}.`,
  macro: (precision, recall, accuracy) =>
    `Moyenne des classes, chacune comptant autant (macro)\u202f: précision ${precision}, rappel ${recall}. Tous exemples réunis (micro), les deux valent l’exactitude, ${accuracy}.`,
  unanswered: (count, plural) =>
    plural
      ? `Les ${count}\u00a0classes jamais données en réponse n’entrent pas dans la moyenne des précisions.`
      : 'La classe jamais donnée en réponse n’entre pas dans la moyenne des précisions.',
  worst: (label, answer, count, all) =>
    `Confusion la plus fréquente\u202f: ${label} pris pour ${answer}, ${count}\u00a0fois sur ${all}.`,
  allRight: 'Toutes les réponses sont justes.',
  counted: (seen, unit, step) =>
    `Compté par le modèle tel qu’il était après ${seen}\u00a0${unit}, au pas\u00a0${step}.`,
  when: (seen, unit, step) => `après ${seen}\u00a0${unit} vus, au pas\u00a0${step}`,
  untrained:
    'Compté par un modèle qui n’a encore rien appris\u202f: ses poids sont tirés au sort, et ses réponses ne valent pas mieux.',
  kept: (step) =>
    `L’essai a divergé\u202f: compté avec les derniers poids valables, ceux d’après le pas\u00a0${step}.`,
  going: 'L’entraînement continue\u202f; le compte se refait aux points de validation.',
  moved: (step) => `Le modèle a changé depuis\u202f: il en est au pas\u00a0${step}.`,
  counting: 'Compte en cours…',
  again: 'Compter de nouveau',
  states: {
    waiting: 'Le modèle arrive, puis répond à tout l’ensemble de validation…',
    noModel: 'Il n’y a pas de modèle à interroger\u202f: relancez-le ci-dessus.',
    refused: 'Le moteur n’a pas pu compter\u202f:',
  },
  table: { class: 'Classe', answer: (name) => `réponse ${name}` },
  examples: {
    hint: 'Choisissez une case pour lire ses exemples.',
    title: (label, answer, count, unit) =>
      `Classe ${label}, réponse ${answer}\u202f: ${count}\u00a0${unit}`,
    none: (label, answer) => `Aucun exemple de classe ${label} n’a reçu la réponse ${answer}.`,
    order: 'Dans l’ordre\u202f:',
    orders: {
      wrong: { sure: 'les pires erreurs d’abord', near: 'les erreurs de peu d’abord' },
      right: { sure: 'les plus sûrs d’abord', near: 'les moins sûrs d’abord' },
    },
    first: (shown) => `Les ${shown}\u00a0premiers de cet ordre sont ici.`,
    more: (count) => `${count} de plus`,
    answered: (name, share) => `réponse ${name} ${share}`,
    truth: (name, share) => `classe ${name} ${share}`,
    rival: (name, share) => `puis ${name} ${share}`,
    margin: (points, plural) => `écart ${points}\u00a0${plural ? 'points' : 'point'}`,
    close: 'Fermer les exemples',
    closed: 'Exemples fermés.',
    send: { cell: 'dans la cellule', try: 'essayer' },
    sendNamed: {
      cell: (text) => `Lire ${text} dans la cellule`,
      try: (text) => `Essayer ${text} sans une lettre ou un mot`,
    },
    elsewhere:
      'Les liens ouvrent l’atelier dans un nouvel onglet, avec un modèle aux mêmes réglages qui n’a encore rien appris.',
  },
};
