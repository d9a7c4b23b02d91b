import { datasets } from './datasets-fr';
import type { Strings } from './strings';

export const fr: Strings = {
  code: 'fr',
  site: {
    name: 'Récurrence',
    home: 'Récurrence, accueil',
    tagline:
      'Un cours sur les réseaux récurrents où l’on entraîne un vrai modèle dans la page, sur sa propre machine.',
    description:
      'Apprendre les réseaux récurrents en les entraînant dans la page\u202f: de vrais mots, un vrai calcul, aucune installation, aucun compte.',
    languageNav: 'Langue',
    skip: 'Aller au texte',
    footer:
      'Tout se calcule sur votre machine\u202f: rien de ce que vous faites ici n’est envoyé. Code sous licence MIT, textes sous CC BY 4.0.',
  },
  lesson: {
    chapter: (number) => `Chapitre ${number}`,
    chapters: 'Chapitres',
    minutes: (minutes) => `${minutes}\u00a0min`,
    begin: 'Commencer',
    code: (file, first, last) =>
      first === last ? `${file}, ligne ${first}` : `${file}, lignes ${first} à ${last}`,
  },
  lab: {
    title: 'Atelier',
    noScript:
      'Cette figure montre un essai enregistré. Pour entraîner le modèle et lui soumettre vos propres exemples, il faut JavaScript.',
    train: 'Entraîner',
    pause: 'Pause',
    step: 'Un pas',
    reset: 'Recommencer',
    again: 'Relancer',
    stopRule: (max, patience, examples) =>
      `L’entraînement s’arrête de lui-même après ${max} ${examples}, ou dès que l’exactitude de validation n’a plus progressé pendant ${patience} ${examples}.`,
    changed: 'Réglage changé\u202f: l’essai repart de zéro.',
  },
  state: {
    recorded: (examples, unit) =>
      `Un essai enregistré avec ce même moteur\u202f: ${examples} ${unit} vus.`,
    opening: 'Le moteur et les données arrivent…',
    loadingRest: 'L’entraînement avance, pendant que le reste des données arrive.',
    training: 'L’entraînement avance.',
    retracing: 'Le même essai se refait en ce moment sur votre machine.',
    same: (points) =>
      `Refait sur votre machine\u202f: ${points} points sur ${points} retrouvés, au bit près. À vous.`,
    different:
      'Refait sur votre machine, l’essai ne donne pas les nombres de l’enregistrement. C’est une erreur de notre part\u202f: ils devraient être les mêmes partout.',
    ready: (seed) =>
      `Prêt\u202f: poids tirés au sort avec la graine ${seed}, rien n’est encore appris.`,
    paused: 'En pause.',
    finished: {
      'max-examples': (n, unit) => `Terminé\u202f: ${n} ${unit} vus, le plafond de l’essai.`,
      'no-progress': (n, unit) =>
        `Terminé\u202f: l’exactitude n’a plus progressé pendant ${n} ${unit}.`,
    },
    diverged: (at, kept) =>
      `L’essai a divergé au pas ${at}\u202f: la perte a dépassé 1\u202f000 nats, ou le gradient n’est plus un nombre fini. Les derniers poids valables, ceux d’après le pas ${kept}, sont gardés. Baissez le taux d’apprentissage, ou recommencez.`,
    failed: {
      argument: 'Le moteur refuse ce réglage. Changez-le, puis relancez.',
      state: 'Le moteur n’était pas prêt pour cette demande. Relancez.',
      memory: 'La mémoire manque pour ce modèle. Prenez moins d’unités, puis relancez.',
      network:
        'Le moteur ou les données n’ont pas pu être chargés. Vérifiez la connexion, puis relancez.',
      unsupported: 'Ce navigateur refuse de démarrer le moteur.',
      internal:
        'Le moteur a rencontré une erreur de notre fait. Relancez\u202f; vos réglages sont gardés.',
    },
    detail: 'Message du moteur\u202f:',
    lost: 'Le moteur s’est arrêté et l’essai en cours est perdu. Vos réglages sont gardés\u202f: relancez.',
    unsupported: (missing) =>
      `L’atelier ne peut pas calculer dans ce navigateur\u202f: il lui manque ${missing}. Le texte, la figure enregistrée et les questions restent là\u202f; un navigateur à jour fera le reste.`,
    features: {
      Worker: 'les «\u202fworkers\u202f», qui calculent à côté de la page',
      WebAssembly: 'WebAssembly',
      'WebAssembly SIMD': 'les instructions SIMD de WebAssembly',
      'WebAssembly exceptions': 'les exceptions de WebAssembly',
    },
  },
  settings: {
    title: 'Réglages',
    dataset: 'Données',
    more: 'Les autres réglages',
    cell: 'Cellule',
    cells: { bag: 'Sac', rnn: 'RNN', lstm: 'LSTM', gru: 'GRU' },
    direction: 'Sens de lecture',
    directions: { forward: 'du début à la fin', backward: 'de la fin au début', both: 'les deux' },
    hidden: 'Unités',
    learningRate: 'Taux d’apprentissage',
    seed: 'Graine',
    units: (count) => `${count} unités`,
    parameters: (count) => `${count} paramètres`,
    notNumber: (text) => `«\u202f${text}\u202f» n’est pas un nombre.`,
    notInteger: 'Il faut un nombre entier.',
    outside: (min, max) => `Il faut un nombre de ${min} à ${max}.`,
    brief: (cell, direction, hidden) =>
      ({
        forward: `${cell}, ${hidden} unités`,
        backward: `${cell} à rebours, ${hidden} unités`,
        both: `${cell} dans les deux sens, ${hidden} unités`,
      })[direction],
  },
  readouts: {
    accuracy: 'Exactitude',
    largestClass: (percent) => `classe majoritaire\u202f: ${percent}`,
    loss: 'Perte',
    lossUnit: 'entropie croisée, en nats',
    seen: (unit) => `${unit.charAt(0).toUpperCase()}${unit.slice(1)} vus`,
    atMost: (max) => `sur ${max} au plus`,
    speed: 'Vitesse',
    perSecond: (unit) => `${unit} par seconde`,
    timeLeft: (duration) => `encore ${duration} au plus`,
    none: '–',
  },
  chart: {
    accuracy: 'Exactitude de validation, en %',
    loss: 'Perte d’entraînement',
    axis: (unit) => `${unit} vus`,
    largestClass: (percent) => `classe majoritaire ${percent}`,
    reading: 'Lecture\u202f:',
    summary: ({ examples, unit, accuracy, validation, largestClass, loss }) =>
      `après ${examples} ${unit}, le modèle classe bien ${accuracy} des ${validation} ${unit} qu’il n’a jamais vus. Répondre toujours la classe majoritaire donnerait ${largestClass}.${loss === null ? '' : ` La perte est à ${loss}.`}`,
    empty: 'rien n’est encore tracé pour cet essai.',
    ghostRecorded: 'Trait clair\u202f: l’essai enregistré.',
    ghostBefore: (brief) => `Trait clair\u202f: l’essai d’avant (${brief}).`,
    ghostLabelRecorded: 'enregistré',
    cursor: 'Lire la courbe',
    cursorHelp: 'Flèches gauche et droite pour lire un point, Échap pour finir.',
    cursorAt: (examples, unit, accuracy, loss) =>
      `à ${examples} ${unit}\u202f: exactitude ${accuracy}, perte ${loss}`,
    table: 'Les nombres de la courbe',
    columns: (unit) => [
      `${unit.charAt(0).toUpperCase()}${unit.slice(1)} vus`,
      'Exactitude',
      'Perte',
    ],
  },
  word: {
    suggestions: 'Par exemple\u202f:',
    model: (examples, unit) => `Réponse du modèle tel qu’il est, après ${examples} ${unit}.`,
    untrained:
      'Ce modèle n’a encore rien appris\u202f: ses poids, donc ses réponses, viennent du hasard.',
    quoted: (token) => `«\u202f${token}\u202f»`,
    after: (read, classes) => `après «\u202f${read}\u202f»\u202f: ${classes}`,
    at: (token, classes) => `à «\u202f${token}\u202f»\u202f: ${classes}`,
    columnRead: 'Lu',
    noPlace:
      'Aucun de ces mots n’est connu pour être l’un ou l’autre\u202f: mettez un astérisque devant celui qui compte.',
    otherAnswer: 'autre réponse',
    figureAt: (text, token, answer) =>
      `Réponse à chaque mot de «\u202f${text}\u202f», une fois tout lu. À «\u202f${token}\u202f»\u202f: ${answer}.`,
    of: {
      letter: {
        unknown: (tokens, count) =>
          count > 1
            ? `Le modèle n’a jamais vu ${tokens}\u202f: il les lit toutes comme un même signe inconnu.`
            : `Le modèle n’a jamais vu ${tokens}\u202f: il le lit comme un signe inconnu.`,
        cut: (count, max) =>
          `Le modèle lit ${max} lettres au plus. Lettres laissées de côté\u202f: ${count}.`,
        figure: (text, answer) =>
          `Réponse après chaque lettre de «\u202f${text}\u202f». À la fin\u202f: ${answer}.`,
        cursor: 'Lire lettre par lettre',
        table: 'Les nombres, lettre par lettre',
      },
      sign: {
        unknown: (tokens, count) =>
          count > 1
            ? `Le modèle n’a jamais vu ${tokens}\u202f: il les lit tous comme un même signe inconnu.`
            : `Le modèle n’a jamais vu ${tokens}\u202f: il le lit comme un signe inconnu.`,
        cut: (count, max) =>
          `Le modèle lit ${max} signes au plus. Signes laissés de côté\u202f: ${count}.`,
        figure: (text, answer) =>
          `Réponse après chaque signe de «\u202f${text}\u202f». À la fin\u202f: ${answer}.`,
        cursor: 'Lire signe par signe',
        table: 'Les nombres, signe par signe',
      },
      word: {
        unknown: (tokens, count) =>
          count > 1
            ? `Le modèle n’a jamais vu ${tokens}\u202f: il les lit tous comme un même mot inconnu.`
            : `Le modèle n’a jamais vu ${tokens}\u202f: il le lit comme un mot inconnu.`,
        cut: (count, max) =>
          `Le modèle lit ${max} mots au plus. Mots laissés de côté\u202f: ${count}.`,
        figure: (text, answer) =>
          `Réponse après chaque mot de «\u202f${text}\u202f». À la fin\u202f: ${answer}.`,
        cursor: 'Lire mot par mot',
        table: 'Les nombres, mot par mot',
      },
    },
  },
  notFound: {
    title: 'Cette page n’existe pas',
    text: 'L’adresse contient peut-être une faute, ou la page a changé de nom.',
    link: 'Revenir au début du cours',
  },
  datasets,
};
