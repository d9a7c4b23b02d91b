/** Where the lines and marks of the picture of a result stand. Pure. */
import type { Concept } from '$shared/course-quiz';
import type { ConceptResult, Outcome } from '$shared/course-result';

export const drawingWidth = 340;
const top = 30;
const rowHeight = 28;
const beforeAt = 250;
const afterAt = 318;
export const markRadius = 6;
export const labelSize = 12;
/** Room for a concept's name, left of its marks. */
export const labelRoom = beforeAt - 22;

export interface DrawnMark {
  readonly x: number;
  readonly outcome: Outcome;
}

export interface DrawnConcept {
  readonly concept: Concept;
  readonly y: number;
  readonly before: DrawnMark;
  readonly after: DrawnMark;
  /** The line between them: a step up is drawn strong, one down broken; none where one is open. */
  readonly line: 'up' | 'down' | 'level' | null;
}

export interface ResultDrawing {
  readonly height: number;
  readonly heads: { readonly y: number; readonly before: number; readonly after: number };
  readonly rows: readonly DrawnConcept[];
}

const rank: Readonly<Record<Outcome, number>> = {
  unanswered: -1,
  'not-yet': 0,
  helped: 1,
  right: 2,
};

function lineOf(before: Outcome, after: Outcome): DrawnConcept['line'] {
  if (before === 'unanswered' || after === 'unanswered') return null;
  const rise = rank[after] - rank[before];
  if (rise === 0) return 'level';
  return rise > 0 ? 'up' : 'down';
}

export function resultDrawing(results: readonly ConceptResult[]): ResultDrawing {
  return {
    height: top + rowHeight * results.length,
    heads: { y: 14, before: beforeAt, after: afterAt },
    rows: results.map(({ concept, before, after }, index) => ({
      concept,
      y: top + rowHeight * (index + 0.5),
      before: { x: beforeAt, outcome: before.outcome },
      after: { x: afterAt, outcome: after.outcome },
      line: lineOf(before.outcome, after.outcome),
    })),
  };
}
