import type { Language } from '../../shared/lesson';
import { en } from './en';
import { fr } from './fr';
import type { DatasetWords, Strings } from './strings';

const all: Readonly<Record<Language, Strings>> = { fr, en };

export const strings = (language: Language): Strings => all[language];

/** The words of a data set; the build stops here when a lab names one that nobody described. */
export function datasetWords(language: Language, dataset: string): DatasetWords {
  const words = all[language].datasets[dataset];
  if (!words) {
    throw new Error(
      `web/app/i18n/datasets-${language}.ts has no words for the data set '${dataset}'. Add them.`,
    );
  }
  return words;
}

/** The languages' own names, as a reader looks for them. */
export const languageNames: Readonly<Record<Language, string>> = { fr: 'Français', en: 'English' };
