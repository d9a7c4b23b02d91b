/** What the frame around every instrument says: the figure, the page's link, the workshop. */
import type { Language } from '../../shared/lesson';

type Keys = Readonly<Record<'arrows' | 'ends' | 'pages' | 'space' | 'escape', string>>;

export interface FigureWords {
  readonly reading: string;
  readonly menu: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyByHand: string;
  readonly linkTooLong: string;
  readonly table: string;
  readonly tableAt: (at: string) => string;
  readonly tableFrozen: string;
  readonly renew: string;
  readonly leftOut: (rows: string) => string;
  readonly save: string;
  readonly saveAs: (format: string) => string;
  readonly saved: (file: string) => string;
  readonly saveFailed: string;
  readonly large: string;
  readonly leaveLarge: string;
  readonly keys: string;
  readonly keyNames: Keys;
  readonly keyActs: Keys;
  readonly noScript: string;
  readonly coming: string;
  readonly loadFailed: string;
  readonly again: string;
  readonly started: string;
  readonly paused: string;
  readonly ended: string;
  readonly share: (percent: string) => string;
  readonly link: {
    readonly title: string;
    readonly more: (count: string) => string;
    readonly foreign: Readonly<Record<'data' | 'engine' | 'both', string>>;
    readonly set: string;
    readonly setSpoken: (title: string) => string;
    readonly undo: string;
    readonly undone: string;
    readonly alone: string;
    readonly all: string;
  };
  readonly workshop: {
    readonly siteNav: string;
    readonly nav: string;
    readonly title: string;
    readonly lead: string;
    readonly list: string;
  };
  readonly instruments: Readonly<Record<'lab', { readonly title: string; readonly lead: string }>>;
}

const fr: FigureWords = {
  reading: 'Lecture\u202f:',
  menu: 'Cette figure',
  copy: 'Copier le lien',
  copied: 'Lien copié\u202f: il rouvre la page telle qu’elle est réglée.',
  copyByHand: 'Le navigateur ne laisse pas copier d’ici. Voici le lien\u202f:',
  linkTooLong: 'Ces réglages ne tiennent pas dans un lien\u202f: raccourcissez les textes.',
  table: 'Tableau',
  tableAt: (at) => `Les nombres de la figure, ${at}.`,
  tableFrozen: 'Ce tableau ne suit plus la figure.',
  renew: 'Mettre à jour',
  leftOut: (rows) => `Lignes plus anciennes laissées de côté\u202f: ${rows}. Le fichier CSV les a.`,
  save: 'Enregistrer\u202f:',
  saveAs: (format) => `Enregistrer en ${format}`,
  saved: (file) => `Enregistré\u202f: ${file}.`,
  saveFailed: 'L’image n’a pas pu être faite\u202f: essayez l’autre format.',
  large: 'Projeter',
  leaveLarge: 'Revenir à la page',
  keys: 'Touches',
  keyNames: {
    arrows: 'Flèches',
    ends: 'Début, Fin',
    pages: 'Page haut, Page bas',
    space: 'Espace',
    escape: 'Échap',
  },
  keyActs: {
    arrows: 'd’une valeur à la suivante',
    ends: 'à la première, à la dernière',
    pages: 'huit valeurs plus loin',
    space: 'lancer, mettre en pause',
    escape: 'finir la lecture, quitter la projection',
  },
  noScript: 'Cet instrument calcule dans la page\u202f: il lui faut JavaScript.',
  coming: 'L’instrument arrive…',
  loadFailed: 'L’instrument n’a pas pu être chargé. Vérifiez la connexion.',
  again: 'Réessayer',
  started: 'C’est lancé.',
  paused: 'En pause.',
  ended: 'Terminé.',
  share: (percent) => `${percent}.`,
  link: {
    title: 'Ce lien n’a pas été compris en entier.',
    more: (count) => `Autres erreurs dans ce lien\u202f: ${count}.`,
    foreign: {
      data: 'Ce lien a été fait avec d’autres données\u202f: les nombres peuvent différer.',
      engine:
        'Ce lien a été fait avec une autre version du moteur\u202f: les nombres peuvent différer, au bit près.',
      both: 'Ce lien a été fait avec d’autres données et un autre moteur\u202f: les nombres peuvent différer.',
    },
    set: 'Réglé par le lien du texte.',
    setSpoken: (title) => `${title}\u202f: réglé par le lien du texte.`,
    undo: 'Annuler',
    undone: 'Réglages d’avant rétablis.',
    alone: 'Un instrument, seul.',
    all: 'Voir toute la page',
  },
  workshop: {
    siteNav: 'Le site',
    nav: 'Atelier',
    title: 'L’atelier',
    lead: 'Tous les instruments du cours sur une page, prêts à servir, sans le texte autour.',
    list: 'Les instruments',
  },
  instruments: {
    lab: {
      title: 'Entraîner un modèle',
      lead: 'Choisissez une cellule, entraînez-la, puis soumettez-lui vos mots.',
    },
  },
};

const en: FigureWords = {
  reading: 'How to read this:',
  menu: 'This figure',
  copy: 'Copy link',
  copied: 'Link copied: it opens the page again with these settings.',
  copyByHand: 'The browser does not let the page copy. Here is the link:',
  linkTooLong: 'These settings do not fit into a link: make the texts shorter.',
  table: 'Table',
  tableAt: (at) => `The numbers of the figure, ${at}.`,
  tableFrozen: 'This table no longer follows the figure.',
  renew: 'Bring up to date',
  leftOut: (rows) => `Earlier rows left out: ${rows}. The CSV file has them.`,
  save: 'Save:',
  saveAs: (format) => `Save as ${format}`,
  saved: (file) => `Saved: ${file}.`,
  saveFailed: 'The picture could not be made: try the other format.',
  large: 'Large view',
  leaveLarge: 'Back to the page',
  keys: 'Keys',
  keyNames: {
    arrows: 'Arrows',
    ends: 'Home, End',
    pages: 'Page up, Page down',
    space: 'Space',
    escape: 'Escape',
  },
  keyActs: {
    arrows: 'from one value to the next',
    ends: 'to the first, to the last',
    pages: 'eight values further',
    space: 'run, pause',
    escape: 'end the reading, leave the large view',
  },
  noScript: 'This instrument computes in the page: it needs JavaScript.',
  coming: 'The instrument is on its way…',
  loadFailed: 'The instrument could not be loaded. Check the connection.',
  again: 'Try again',
  started: 'Running.',
  paused: 'Paused.',
  ended: 'Finished.',
  share: (percent) => `${percent}.`,
  link: {
    title: 'Parts of this link were not understood.',
    more: (count) => `Other mistakes in this link: ${count}.`,
    foreign: {
      data: 'This link was made with other data: the numbers may differ.',
      engine:
        'This link was made with another version of the engine: the numbers may differ, to the bit.',
      both: 'This link was made with other data and another engine: the numbers may differ.',
    },
    set: 'Set by the link in the text.',
    setSpoken: (title) => `${title}: set by the link in the text.`,
    undo: 'Undo',
    undone: 'The settings before are back.',
    alone: 'One instrument, alone.',
    all: 'Show the whole page',
  },
  workshop: {
    siteNav: 'Site',
    nav: 'Workshop',
    title: 'The workshop',
    lead: 'Every instrument of the course on one page, ready for use, without the text around it.',
    list: 'The instruments',
  },
  instruments: {
    lab: {
      title: 'Train a model',
      lead: 'Choose a cell, train it, then give it your own words.',
    },
  },
};

export const figureWords: Readonly<Record<Language, FigureWords>> = { fr, en };
