/** A learner's result as a table and a file. Pure. */
import type { CourseQuiz } from '$shared/course-quiz';
import type { ConceptResult, Outcome } from '$shared/course-result';
import type { FigureTable } from '../figure/table';
import type { CourseQuizWords } from '../i18n/course-quiz';

export function resultTable(
  quiz: CourseQuiz,
  results: readonly ConceptResult[],
  words: CourseQuizWords,
): FigureTable {
  return {
    columns: words.csvColumns,
    rows: results.map(({ concept, before, after }) => [
      quiz.concepts.find((each) => each.concept === concept)?.title ?? concept,
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

/** What was answered last and is not right by itself. */
export const toReadAgain = (results: readonly ConceptResult[]): readonly ConceptResult[] =>
  results.filter(({ before, after }) => {
    const latest = open(after.outcome) ? before.outcome : after.outcome;
    return latest === 'not-yet' || latest === 'helped';
  });

export const anyAnswer = (results: readonly ConceptResult[]): boolean =>
  results.some(({ before, after }) => !open(before.outcome) || !open(after.outcome));
