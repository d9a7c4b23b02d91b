/** Result files of a class, added up concept by concept. Pure. */
import { concepts, forms, type Concept, type Form } from './course-quiz';
import {
  readResult,
  type ConceptResult,
  type CourseResult,
  type ResultFault,
} from './course-result';

export interface GivenFile {
  readonly name: string;
  readonly text: string;
}

export interface ReadFile {
  readonly file: string;
  readonly result: CourseResult;
}

/** A file that is not counted: it cannot be read, or another of the same device is newer. */
export type LeftOut =
  | { readonly file: string; readonly why: ResultFault }
  | { readonly file: string; readonly why: 'older'; readonly newer: string };

export interface ClassFiles {
  readonly counted: readonly ReadFile[];
  readonly leftOut: readonly LeftOut[];
}

/** Reads any number of files; of those that one device made, the newest counts. */
export function readClass(files: readonly GivenFile[]): ClassFiles {
  const counted: ReadFile[] = [];
  const leftOut: LeftOut[] = [];
  for (const { name, text } of files) {
    const { result, fault } = readResult(text);
    if (result === null) {
      leftOut.push({ file: name, why: fault });
      continue;
    }
    const at = counted.findIndex((each) => each.result.seed === result.seed);
    const earlier = counted[at];
    if (earlier === undefined) {
      counted.push({ file: name, result });
    } else if (Date.parse(earlier.result.made) < Date.parse(result.made)) {
      counted[at] = { file: name, result };
      leftOut.push({ file: earlier.file, why: 'older', newer: name });
    } else {
      leftOut.push({ file: name, why: 'older', newer: earlier.file });
    }
  }
  return { counted, leftOut };
}

/** Learners who were right, alone, before and after; only those who answered both times count. */
export interface Count {
  readonly learners: number;
  readonly before: number;
  readonly after: number;
}

export interface ConceptCount extends Count {
  readonly concept: Concept;
  /** The same, by the form that came first: where A is harder than B, the two differ. */
  readonly byFirst: Readonly<Record<Form, Count>>;
  /** Learners of the files who left the concept open, before or after. */
  readonly open: number;
}

const answered = ({ before, after }: ConceptResult): boolean =>
  before.outcome !== 'unanswered' && after.outcome !== 'unanswered';

function count(rows: readonly ConceptResult[]): Count {
  const both = rows.filter(answered);
  return {
    learners: both.length,
    before: both.filter(({ before }) => before.outcome === 'right').length,
    after: both.filter(({ after }) => after.outcome === 'right').length,
  };
}

export function countClass(results: readonly CourseResult[]): readonly ConceptCount[] {
  return concepts.map((concept) => {
    const rows = results.flatMap((result) =>
      result.concepts.filter((each) => each.concept === concept),
    );
    const first = (form: Form): Count => count(rows.filter(({ before }) => before.form === form));
    const [a, b] = forms;
    return {
      concept,
      ...count(rows),
      byFirst: { A: first(a), B: first(b) },
      open: rows.filter((row) => !answered(row)).length,
    };
  });
}
