/** What the counts of a confusion matrix say of each class and of all. Pure. */

export type Counts = readonly (readonly number[])[];

/** Classes that have a row of their own; where there are more, the rest stand together. */
export const mostClasses = 10;
/** The key of those that stand together. */
export const otherClasses = '*';

export interface Matrix {
  /** Of rows and columns, in the order of the model's outputs. */
  readonly keys: readonly string[];
  readonly counts: Counts;
  /** Right answers to the examples of each row: its diagonal, but for classes that stand together. */
  readonly right: readonly number[];
  /** Classes of each row: more than one where they stand together. */
  readonly classes: readonly (readonly number[])[];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
const indices = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

export const rowSum = ({ counts }: Pick<Matrix, 'counts'>, row: number): number =>
  sum(counts[row] ?? []);
export const columnSum = ({ counts }: Pick<Matrix, 'counts'>, column: number): number =>
  sum(counts.map((row) => row[column] ?? 0));

/** The matrix as it is drawn: the largest classes, and the others as one. */
export function matrixOf(counts: Counts, keys: readonly string[]): Matrix {
  const all = indices(keys.length);
  const bySize = [...all].sort((a, b) => sum(counts[b]!) - sum(counts[a]!) || a - b);
  const kept = new Set(bySize.slice(0, mostClasses));
  const others = all.filter((index) => !kept.has(index));
  const classes = all.filter((index) => kept.has(index)).map((index) => [index]);
  if (others.length > 0) classes.push(others);
  const between = (rows: readonly number[], columns: readonly number[]): number =>
    sum(rows.flatMap((row) => columns.map((column) => counts[row]?.[column] ?? 0)));
  return {
    keys: classes.map((each) => (each === others ? otherClasses : (keys[each[0]!] ?? ''))),
    counts: classes.map((rows) => classes.map((columns) => between(rows, columns))),
    right: classes.map((each) => sum(each.map((index) => counts[index]?.[index] ?? 0))),
    classes,
  };
}

/** Of the answers that name this column, the share that is right; null where there is none. */
export function precision(matrix: Pick<Matrix, 'counts' | 'right'>, column: number): number | null {
  const answers = columnSum(matrix, column);
  return answers === 0 ? null : (matrix.right[column] ?? 0) / answers;
}

/** Of the examples of this row, the share that is answered rightly; null where there is none. */
export function recall(matrix: Pick<Matrix, 'counts' | 'right'>, row: number): number | null {
  const examples = rowSum(matrix, row);
  return examples === 0 ? null : (matrix.right[row] ?? 0) / examples;
}

/** The share of a row that got an answer; null where the row has no example. */
export function shareOf(
  matrix: Pick<Matrix, 'counts'>,
  row: number,
  column: number,
): number | null {
  const examples = rowSum(matrix, row);
  return examples === 0 ? null : (matrix.counts[row]?.[column] ?? 0) / examples;
}

export interface Totals {
  readonly examples: number;
  readonly right: number;
  readonly accuracy: number;
  /** The class with most examples, the first where several have as many, and its share of all:
   *  what always giving that answer would reach. */
  readonly largest: { readonly index: number; readonly share: number; readonly tied: boolean };
  /** Means over the classes that have one, each class counting alike; null where none has. */
  readonly macro: { readonly precision: number | null; readonly recall: number | null };
  /** Classes that were never answered, and so have no precision. */
  readonly unanswered: number;
  /** The two classes that are confused most often; null where no answer is wrong. */
  readonly worst: {
    readonly label: number;
    readonly answer: number;
    readonly count: number;
  } | null;
}

const mean = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : sum(known) / known.length;
};

/** Over all classes, also those that stand together in the drawing. */
export function totalsOf(counts: Counts): Totals {
  const all = indices(counts.length);
  const whole = { counts, right: all.map((index) => counts[index]?.[index] ?? 0) };
  const rows = all.map((row) => rowSum(whole, row));
  const examples = sum(rows);
  const right = sum(whole.right);
  const most = Math.max(...rows);
  const index = rows.indexOf(most);
  const precisions = all.map((column) => precision(whole, column));
  const wrong = all
    .flatMap((label) => all.map((answer) => ({ label, answer, count: counts[label]![answer]! })))
    .filter(({ label, answer, count }) => label !== answer && count > 0)
    .sort((one, other) => other.count - one.count);
  return {
    ...{ examples, right, accuracy: examples === 0 ? 0 : right / examples },
    largest: {
      index,
      share: examples === 0 ? 0 : most / examples,
      tied: rows.lastIndexOf(most) !== index,
    },
    macro: { precision: mean(precisions), recall: mean(all.map((row) => recall(whole, row))) },
    unanswered: precisions.filter((each) => each === null).length,
    worst: wrong[0] ?? null,
  };
}

export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** The cell that keys name; null where the matrix has none of that name. */
export function cellNamed({ keys }: Matrix, label: string, answer: string): Cell | null {
  const [row, column] = [keys.indexOf(label), keys.indexOf(answer)];
  return row < 0 || column < 0 ? null : { row, column };
}
