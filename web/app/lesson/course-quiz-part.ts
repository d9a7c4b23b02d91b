import type { Component } from 'svelte';
import type { Block, Language } from '../../shared/lesson';

type CourseBlock = Extract<Block, { kind: 'course-quiz' | 'course-result' }>;
export type CourseQuizPart = Component<{ block: CourseBlock; language: Language }>;

/** What draws the quiz of the course and its result: only a page that has one fetches it. */
export async function loadCourseQuiz(
  blocks: readonly Block<unknown>[],
): Promise<CourseQuizPart | null> {
  if (!blocks.some(({ kind }) => kind === 'course-quiz' || kind === 'course-result')) return null;
  return (await import('../course-quiz/CourseQuizPlace.svelte')).default;
}
