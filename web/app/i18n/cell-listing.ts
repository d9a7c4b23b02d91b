/** What a page says of the cell instrument before it is loaded: apart, as every lesson carries it. */
import type { Language } from '../../shared/lesson';

interface Listing {
  readonly title: string;
  readonly lead: string;
}

export const cellListing: Readonly<Record<Language, Listing>> = {
  fr: {
    title: 'Un pas de la cellule',
    lead: 'Suivez un pas de la cellule avec les vrais nombres du modèle, puis calculez-en un vous-même.',
  },
  en: {
    title: 'One step of the cell',
    lead: 'Follow one step of the cell with the model’s real numbers, then compute one yourself.',
  },
};
