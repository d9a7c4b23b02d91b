import type { Language } from '../../shared/lesson';
import type { DatasetWords, Strings } from './strings';

const all: Partial<Record<Language, Strings>> = {};

/** To await where a page loads, before it is drawn: it fetches its own language, and no other. */
export async function loadStrings(language: Language): Promise<void> {
  all[language] ??= language === 'fr' ? (await import('./fr')).fr : (await import('./en')).en;
}

// The build and the tests have both at hand.
if (import.meta.env.SSR) {
  await loadStrings('fr');
  await loadStrings('en');
}

export function strings(language: Language): Strings {
  const found = all[language];
  if (found) return found;
  throw new Error(
    `The strings of '${language}' are not here. Load them with the page: loadStrings.`,
  );
}

/** The words of a data set; the build stops here when a lab names one that nobody described. */
export function datasetWords(language: Language, dataset: string): DatasetWords {
  const words = strings(language).datasets[dataset];
  if (!words) {
    throw new Error(
      `web/app/i18n/datasets-${language}.ts has no words for the data set '${dataset}'. Add them.`,
    );
  }
  return words;
}

/** The languages' own names, as a reader looks for them. */
export const languageNames: Readonly<Record<Language, string>> = { fr: 'Français', en: 'English' };
