/** A learner's result as a table and a file. Pure. */
import type { CourseQuiz, Reading } from '$shared/course-quiz';
import type { ConceptResult, Outcome } from '$shared/course-result';
import type { FigureTable } from '../figure/table';
import type { CourseQuizWords } from '../i18n/course-quiz';

export const titleOf = (quiz: CourseQuiz, concept: string): string =>
  quiz.concepts.find((each) => each.concept === concept)?.title ?? concept;

export function resultTable(
  quiz: CourseQuiz,
  results: readonly ConceptResult[],
  words: CourseQuizWords,
): FigureTable {
  return {
    columns: words.csvColumns,
    rows: results.map(({ concept, before, after }) => [
      titleOf(quiz, concept),
      before.form,
      words.outcomes[before.outcome],
      after.form,
      words.outcomes[after.outcome],
    ]),
  };
}

const open = (outcome: Outcome): boolean => outcome === 'unanswered';

/** Concepts answered both times, and those of them that were right without a hint. */
export function bothTimes(results: readonly ConceptResult[]) {
  const both = results.filter(({ before, after }) => !open(before.outcome) && !open(after.outcome));
  return {
    both: both.length,
    before: both.filter(({ before }) => before.outcome === 'right').length,
    after: both.filter(({ after }) => after.outcome === 'right').length,
  };
}

export interface ToRead {
  readonly reading: Reading;
  /** The concepts that are told of there. */
  readonly titles: readonly string[];
}

/** Where to read of what was answered last and was not right by itself; each place once. */
export function toReadAgain(
  quiz: CourseQuiz,
  results: readonly ConceptResult[],
): readonly ToRead[] {
  const places = new Map<string, { reading: Reading; titles: string[] }>();
  for (const { concept, before, after } of results) {
    const latest = open(after.outcome) ? before.outcome : after.outcome;
    const about = quiz.concepts.find((each) => each.concept === concept);
    if (about === undefined || latest === 'right' || open(latest)) continue;
    const { reading, title } = about;
    const key = `${reading.slug}#${reading.section}`;
    const place = places.get(key) ?? { reading, titles: [] };
    place.titles.push(title);
    places.set(key, place);
  }
  return [...places.values()];
}

export const anyAnswer = (results: readonly ConceptResult[]): boolean =>
  results.some(({ before, after }) => !open(before.outcome) || !open(after.outcome));
