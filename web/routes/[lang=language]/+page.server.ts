import { loadCourse } from '$content/load';
import { languages, type Language } from '$shared/lesson';
import type { EntryGenerator, PageServerLoad } from './$types';

/** Nothing here needs a script. */
export const csr = false;

export const entries: EntryGenerator = () => languages.map((lang) => ({ lang }));

export const load: PageServerLoad = ({ params }) => ({
  language: params.lang as Language,
  chapters: loadCourse().chapters,
});
