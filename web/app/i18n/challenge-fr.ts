import type { ChallengeWords } from './challenge';

const plural = (count: number): string => (count > 1 ? 's' : '');

export const fr: ChallengeWords = {
  reading:
    'chaque ligne est une condition\u202f; la barre dit où en est l’essai, le trait où est la limite. La part juste n’est comptée que par la vérification, sur des suites que l’essai n’a jamais vues.',
  challenge: 'Défi',
  settings: 'Réglages au choix',
  verbs: {
    train: 'Entraîner',
    pause: 'Pause',
    step: 'Un pas',
    reset: 'Recommencer',
    again: 'Relancer',
    check: 'Vérifier',
    stop: 'Arrêter la vérification',
  },
  spent: (examples, unit) =>
    `Les ${examples} ${unit} permis sont vus\u202f: vérifiez, ou recommencez.`,
  checking: (measured, all, unit) => `Vérification\u202f: ${measured} ${unit} sur ${all}.`,
  cancelled: 'Vérification arrêtée\u202f: elle ne compte pas.',
  goal: {
    title: 'Le but',
    share: (percent, sequences, unit) =>
      `au moins ${percent} de réponses justes sur ${sequences} ${unit} inédits`,
    examples: (most, unit) => `au plus ${most} ${unit} pour apprendre`,
    parameters: (most) => `au plus ${most} paramètres`,
    cell: (cells) =>
      `une cellule parmi\u202f: ${new Intl.ListFormat('fr', { type: 'disjunction' }).format(cells)}`,
    fixed: 'les autres réglages, tels quels',
  },
  now: {
    validation: (percent) => `${percent} en validation, à vérifier`,
    unmeasured: 'rien n’est encore mesuré',
    share: (percent) => `${percent} à la vérification`,
    examples: (count, unit) => `${count} ${unit}`,
    parameters: (count) => `${count} paramètres`,
    uncounted: 'pas encore comptés',
    fixed: 'rien n’est changé',
    changed: (names) => `changés\u202f: ${names}`,
  },
  met: 'tenu',
  unmet: 'non tenu',
  open: 'à vérifier',
  short: {
    share: (points, least) => `il manque ${points} points pour ${least}`,
    examples: (count, unit) => `${count} ${unit} de trop`,
    parameters: (count) => `${count} paramètres de trop`,
  },
  verdict: {
    title: 'La vérification',
    solved: (seed, examples, unit) =>
      `Réussi\u202f: toutes les conditions sont tenues, avec la graine ${seed}, après ${examples} ${unit}.`,
    unsolved: (count) =>
      `Pas encore\u202f: ${count} condition${plural(count)} ${count > 1 ? 'ne sont pas tenues' : 'n’est pas tenue'}.`,
    earned: 'Ce défi est réussi, par un essai de cette visite.',
    kept: (date, recipe) => `Ce navigateur garde une recette du ${date}\u202f: ${recipe}.`,
    unproven: 'Une recette n’est pas une preuve\u202f: refaites-la, et la vérification dira.',
    elsewhere:
      'Elle vient d’un autre état du moteur ou des données\u202f: ses nombres peuvent différer.',
    replay: 'Refaire cette recette',
    replaying: 'La recette se refait\u2026',
    refuted: 'Refaite, cette recette ne tient pas le but\u202f: elle n’est plus gardée.',
    forget: 'Oublier cette recette',
    notKept: 'Le navigateur ne garde rien ici\u202f: notez les réglages, ou copiez le lien.',
  },
  hints: {
    title: 'Indices',
    none: 'Aucun indice n’est ouvert.',
    opened: (count, all) => `${count} indice${plural(count)} sur ${all}.`,
    open: (place) => `Ouvrir l’indice ${place}`,
    hint: (place) => `Indice ${place}`,
    all: 'Tous les indices sont ouverts.',
  },
  attempts: {
    title: 'Vos essais vérifiés',
    none: 'Aucun essai n’a encore été vérifié.',
    count: (count) => `${count} essai${plural(count)} vérifié${plural(count)} dans cette visite.`,
    columns: {
      attempt: 'Essai',
      settings: 'Réglages',
      parameters: 'Paramètres',
      examples: (unit) => `${unit.charAt(0).toUpperCase()}${unit.slice(1)} vus`,
      share: (unit) => `Justes, ${unit} inédits`,
      verdict: 'Verdict',
    },
    solved: 'réussi',
    unsolved: 'pas encore',
    at: 'dans cette visite',
  },
  summary: (title, clauses) => `Défi «\u202f${title}\u202f»\u202f: ${clauses.join('\u202f; ')}.`,
  clause: (goal, now, met) => `${goal}, ${now}\u202f: ${met}`,
};
