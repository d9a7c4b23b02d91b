import { loadCourse, loadLesson } from '$content/load';
import { loadRecordedRuns } from '$lib/lab/recorded.server';
import { languages, type Language } from '$shared/lesson';
import { onTheServer } from '$shared/server-html';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () =>
  loadCourse().chapters.flatMap(({ slug }) =>
    languages.map((lang) => ({ lang, slug: slug[lang] })),
  );

export const load: PageServerLoad = ({ params }) => {
  const language = params.lang as Language;
  const lesson = loadLesson(language, params.slug);
  return {
    lesson: onTheServer(lesson),
    chapters: loadCourse().chapters.map(({ id, number, slug, title, minutes }) => ({
      id,
      number,
      minutes,
      slug: slug[language],
      title: title[language],
    })),
    runs: loadRecordedRuns(lesson),
  };
};
