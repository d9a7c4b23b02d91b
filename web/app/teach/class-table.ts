/** The counts of a class as a file. Pure. */
import type { ConceptCount } from '$shared/class-result';
import type { FigureTable } from '../figure/table';
import type { ClassResultWords } from '../i18n/class-result';

export function classTable(
  counts: readonly ConceptCount[],
  titles: Readonly<Record<string, string>>,
  words: ClassResultWords,
): FigureTable {
  return {
    columns: words.csvColumns,
    rows: counts.map(({ concept, learners, before, after, byFirst: { A, B }, open }) => [
      titles[concept] ?? concept,
      ...[learners, before, after],
      ...[A, B].flatMap((each) => [each.learners, each.before, each.after]),
      open,
    ]),
  };
}
