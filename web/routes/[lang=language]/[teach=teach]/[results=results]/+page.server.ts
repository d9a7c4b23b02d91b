import { loadConcepts } from '$content/load';
import { languages, resultsSlug, teachSlug, type Language } from '$shared/lesson';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () =>
  languages.map((lang) => ({ lang, teach: teachSlug[lang], results: resultsSlug[lang] }));

export const load: PageServerLoad = ({ params }) => {
  const language = params.lang as Language;
  return { language, titles: loadConcepts(language) };
};
