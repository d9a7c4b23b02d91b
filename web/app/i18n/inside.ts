/** What the instruments "try" and "unroll" are called, apart from the words that come with them. */
import type { Language } from '../../shared/lesson';

type Named = Readonly<Record<'title' | 'lead', Readonly<Record<Language, string>>>>;

export const tryNames: Named = {
  title: { fr: 'Essayer un texte à soi', en: 'Try a text of your own' },
  lead: {
    fr: 'Écrivez, ôtez une lettre ou un mot, et voyez ce que la réponse y gagne ou y perd.',
    en: 'Write, take out a letter or a word, and see what the answer gains or loses by it.',
  },
};

export const unrollNames: Named = {
  title: { fr: 'Déplier le réseau', en: 'Unroll the network' },
  lead: {
    fr: 'Une boucle, ou une cellule par pas\u202f: le même réseau, sur votre propre texte.',
    en: 'A loop, or one cell a step: the same network, on a text of your own.',
  },
};
