import { loadCourseQuiz } from '$lib/lesson/course-quiz-part';
import { loadPage } from '$lib/lesson/instruments';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data }) => ({
  ...data,
  ...(await loadPage(data.lesson.blocks, data.lesson.language)),
  courseQuiz: await loadCourseQuiz(data.lesson.blocks),
});
