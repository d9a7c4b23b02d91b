import { resolve } from '$app/paths';
import { resultsSlug, teachSlug, type Language } from '$shared/lesson';

/** Where a teacher adds up the result files of a class; beside paths.ts, which every page has. */
export const resultsPath = (lang: Language): string => {
  const [teach, results] = [teachSlug[lang], resultsSlug[lang]];
  return `${resolve('/[lang=language]/[teach=teach]/[results=results]', { lang, teach, results })}/`;
};
