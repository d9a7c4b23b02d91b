import type { PredictWords } from './predict';

export const fr: PredictWords = {
  reading: {
    number:
      'le triangle est votre prédiction, le point plein la mesure\u202f; entre les deux, l’écart. Un cercle clair\u202f: une autre graine.',
    choice:
      'une ligne par modèle\u202f; le point dit quand il a atteint le but. Un cercle clair\u202f: une autre graine.',
    curve:
      'en tirets votre courbe, en plein la mesure\u202f; entre les deux, l’écart à chaque mesure. Un trait clair\u202f: une autre graine.',
  },
  questions: 'Questions',
  asked: (examples, unit, seed) => `L’entraînement\u202f: ${examples} ${unit}, graine ${seed}.`,
  goal: (percent) => `Le but\u202f: ${percent} de l’ensemble de validation.`,
  guess: { number: 'Votre prédiction', choice: 'Votre choix' },
  slide: 'Votre prédiction, sur l’échelle',
  between: (min, max, unit) => `de ${min} à ${max} ${unit}`,
  verbs: {
    commit: 'Je m’engage',
    run: 'Entraîner',
    pause: 'Pause',
    resume: 'Reprendre',
    stop: 'Arrêter',
    retry: 'Relancer',
    another: (seed) => `Encore, graine ${seed}`,
    anew: 'Nouvelle prédiction',
  },
  missing: {
    number: 'Dites d’abord un nombre, en chiffres.',
    outside: (min, max) => `Le nombre doit être entre ${min} et ${max}.`,
    choice: 'Choisissez d’abord une réponse.',
    curve: 'Tracez d’abord une courbe\u202f: au moins deux points.',
  },
  state: {
    asking: 'Dites d’abord ce que vous attendez\u202f; l’entraînement vient après.',
    committed: 'C’est engagé. Rien n’est encore appris.',
    opening: 'Le moteur et les données arrivent…',
    running: (seen, examples, unit, left) =>
      `${seen} ${unit} sur ${examples}${left === null ? '' : `\u202f; encore ${left} environ`}.`,
    paused: 'En pause.',
    failed: 'L’entraînement n’a pas pu aller au bout\u202f; votre prédiction reste.',
    answered: (seeds, count) => `Mesuré, ${count > 1 ? 'graines' : 'graine'} ${seeds}.`,
    enough: 'Cette prédiction a eu toutes ses graines.',
    diverged: 'Un modèle a divergé\u202f: sa mesure s’arrête là.',
    notKept:
      'Ce navigateur ne garde pas vos prédictions\u202f: elles seront perdues à la fermeture de la page.',
  },
  pen: {
    label: 'Tracer la courbe',
    help: 'Tracez d’un geste, du doigt ou à la souris\u202f; repassez pour corriger. Au clavier\u202f: gauche et droite pour avancer, haut et bas d’un point, Page haut et Page bas de dix, Suppr pour effacer.',
    at: (examples, unit, value) => `à ${examples} ${unit}\u202f: ${value}`,
    none: (examples, unit) => `à ${examples} ${unit}\u202f: rien encore`,
    numbers: 'Écrire la courbe en nombres',
    column: (accuracy) => (accuracy ? 'Exactitude, en %' : 'Perte, en nats'),
    value: (examples, unit) => `Valeur à ${examples} ${unit}`,
  },
  axis: {
    accuracy: 'Exactitude de validation, en %',
    loss: 'Perte de validation, en nats',
  },
  seen: (unit) => `${unit} vus`,
  picture: {
    guess: 'prédit',
    measured: 'mesuré',
    said: (guess) => `prédit\u202f: ${guess}`,
    found: (value) => `mesuré\u202f: ${value}`,
    now: (value) => `jusqu’ici\u202f: ${value}`,
    choice: (run) => `${run} – votre choix`,
    never: 'but non atteint',
    notYet: 'pas encore',
  },
  amount: {
    points: (value) => `${value} ${/^[01](,\d)?$/u.test(value) ? 'point' : 'points'}`,
    nats: (value) => `${value} ${/^[01](,\d+)?$/u.test(value) ? 'nat' : 'nats'}`,
    examples: (value, unit) => `${value} ${unit}`,
  },
  verdicts: {
    close: 'Proche',
    high: 'Trop haut',
    low: 'Trop bas',
    across: 'Une autre forme',
    never: 'Jamais atteint',
    right: 'Juste',
    wrong: 'Un autre',
  },
  distance: (verdict, amount, mean) => {
    const name = mean ? 'écart moyen' : 'écart';
    const of = amount === null ? '' : `${name} de ${amount}`;
    return { close: of, high: of, low: of, across: of, never: '', right: '', wrong: '' }[verdict];
  },
  later: (amount) => `au but ${amount} plus tard que le premier`,
  notReached: 'le modèle choisi n’a pas atteint le but',
  curveSaid: 'une courbe',
  none: 'aucun',
  tries: 'Vos prédictions',
  try: (number, guess) => `${number}. ${guess}`,
  outcome: (seed, measured, distance) =>
    `graine ${seed}\u202f: ${measured}${distance === '' ? '' : ` (${distance})`}`,
  luck: (seeds, from, to, end) => {
    const where = end ? 'à la fin de la courbe, ' : '';
    return from === to
      ? `Sur ${seeds} graines, ${where}toujours ${from}.`
      : `Sur ${seeds} graines, ${where}de ${from} à ${to}\u202f: voilà ce que fait la chance.`;
  },
  unanswered: 'pas encore mesuré',
  summary: {
    asking: 'Rien n’est encore dit.',
    committed: (guess) => `Prédit\u202f: ${guess}. Pas encore mesuré.`,
    now: (guess, measured) => `Prédit\u202f: ${guess}. Jusqu’ici\u202f: ${measured}.`,
    answered: (guess, measured, distance) =>
      `Prédit\u202f: ${guess}. Mesuré\u202f: ${measured}${distance === '' ? '' : `, ${distance}`}.`,
    curveNow: (examples, unit, value) => `${value} à ${examples} ${unit}`,
    firstOf: (runs, examples) => `${runs}, à ${examples}`,
    noneFirst: 'aucun n’a atteint le but',
    end: (value) => `une courbe qui finit à ${value}`,
  },
  cursor: 'Lire les courbes',
  cursorHelp: 'Flèches gauche et droite d’une mesure à l’autre, Échap pour finir.',
  cursorAt: (examples, unit, guess, measured) =>
    `à ${examples} ${unit}, prédit ${guess}, mesuré ${measured}`,
  columns: {
    examples: (unit) => `${unit.charAt(0).toUpperCase()}${unit.slice(1)} vus`,
    guess: 'Prédit',
    measured: (seed) => `Mesuré, graine ${seed}`,
    gap: 'Écart',
    number: 'Prédiction',
    seed: 'Graine',
    found: 'Mesuré',
    run: 'Modèle',
  },
  said: { committed: (number) => `Prédiction ${number} engagée.` },
};
