import { withWorkshopQuestions } from '$content/question-places';
import { loadAllRecordedRuns } from '$lib/lab/recorded.server';
import { workshopBlocks } from '$lib/lesson/workshop.server';
import { languages, workshopSlug, type Language } from '$shared/lesson';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () =>
  languages.map((lang) => ({ lang, workshop: workshopSlug[lang] }));

export const load: PageServerLoad = ({ params }) => {
  const language = params.lang as Language;
  const blocks = withWorkshopQuestions(workshopBlocks(language), language);
  return { language, blocks, runs: loadAllRecordedRuns() };
};
