/** Whether two sides do the same, and the tables that say so. Pure. */
import type { Outcome } from './training';

/** How far the losses of two runs may lie apart at any step. */
export const lossLimit = 1e-3;
/** How many standard errors two mean accuracies may lie apart. */
export const standardErrors = 3;

export interface Sides {
  readonly ours: Outcome;
  readonly pytorch: Outcome;
}

/** One recipe; one pair of runs a seed. */
export interface Comparison {
  readonly name: string;
  readonly losses: readonly Sides[];
  readonly accuracies: readonly Sides[];
}

export const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/** Of a sample: divided by n − 1. NaN for one number. */
export function deviation(numbers: readonly number[]): number {
  const middle = mean(numbers);
  const squares = numbers.reduce((sum, number) => sum + (number - middle) ** 2, 0);
  return Math.sqrt(squares / (numbers.length - 1));
}

/** The largest |ours − PyTorch's| over all steps. NaN, which passes nothing, if one is missing. */
export function largestDifference({ ours, pytorch }: Sides): number {
  if (ours.losses.length !== pytorch.losses.length) return NaN;
  return Math.max(
    ...ours.losses.map((loss, step) => Math.abs(loss - (pytorch.losses[step] ?? NaN))),
  );
}

export interface LossVerdict {
  readonly steps: number;
  /** One a seed. */
  readonly differences: readonly number[];
  readonly passes: boolean;
}

export function judgeLosses(pairs: readonly Sides[]): LossVerdict {
  const differences = pairs.map(largestDifference);
  const steps = Math.min(...pairs.map(({ ours }) => ours.losses.length));
  return { steps, differences, passes: differences.every((one) => one < lossLimit) };
}

export interface AccuracyVerdict {
  readonly ours: readonly number[];
  readonly pytorch: readonly number[];
  readonly difference: number;
  /** What the difference must stay below. */
  readonly limit: number;
  readonly passes: boolean;
}

/** Of the accuracies after the last epoch. Two seeds at least: one has no deviation. */
export function judgeAccuracies(pairs: readonly Sides[]): AccuracyVerdict {
  const last = (side: keyof Sides): number[] =>
    pairs.map((pair) => pair[side].accuracies.at(-1) ?? NaN);
  const [ours, pytorch] = [last('ours'), last('pytorch')];
  const difference = mean(ours) - mean(pytorch);
  const variance = (deviation(ours) ** 2 + deviation(pytorch) ** 2) / pairs.length;
  const limit = standardErrors * Math.sqrt(variance);
  // Sides that agree to the row have nothing to be measured in standard errors.
  const passes = difference === 0 || Math.abs(difference) < limit;
  return { ours, pytorch, difference, limit, passes };
}

export interface Verdict {
  readonly name: string;
  readonly losses: LossVerdict;
  /** Not of one seed, nor where no accuracy was compared. */
  readonly accuracies: AccuracyVerdict | undefined;
  readonly passes: boolean;
}

export const judge = (comparisons: readonly Comparison[]): Verdict[] =>
  comparisons.map(({ name, ...pairs }) => {
    const losses = judgeLosses(pairs.losses);
    const accuracies = pairs.accuracies.length > 1 ? judgeAccuracies(pairs.accuracies) : undefined;
    return { name, losses, accuracies, passes: losses.passes && (accuracies?.passes ?? true) };
  });

/** Columns as wide as their widest cell; the first to the left, the others to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return rows.map(line).join('\n');
}

export const percent = (share: number, digits = 1): string => (100 * share).toFixed(digits);
const withSpread = (shares: readonly number[]): string =>
  shares.length > 1
    ? `${percent(mean(shares), 2)} ± ${percent(deviation(shares), 2)}`
    : percent(mean(shares), 2);
const verdictOf = (passes: boolean): string => (passes ? 'holds' : 'FAILS');

export function lossTable(comparisons: readonly Comparison[]): string {
  const rows = comparisons.map(({ name, losses }) => {
    const { steps, differences, passes } = judgeLosses(losses);
    const largest = Math.max(...differences).toExponential(1);
    return [name, String(steps), largest, lossLimit.toExponential(0), verdictOf(passes)];
  });
  return table([['model', 'steps', 'largest |ours − PyTorch|', 'allowed', ''], ...rows]);
}

export function accuracyTable(comparisons: readonly Comparison[]): string {
  const rows = comparisons.map(({ name, accuracies }) => {
    const { ours, pytorch, difference, limit, passes } = judgeAccuracies(accuracies);
    const judged = accuracies.length > 1 ? verdictOf(passes) : 'one seed: no verdict';
    const allowed = accuracies.length > 1 ? percent(limit, 2) : '–';
    return [name, withSpread(ours), withSpread(pytorch), percent(difference, 2), allowed, judged];
  });
  const head = ['model', 'ours', 'PyTorch', 'difference', `${standardErrors} standard errors`, ''];
  return table([head, ...rows]);
}

/** Mean held-out accuracy after each epoch. */
export function epochTable(comparisons: readonly Comparison[]): string {
  const rows = comparisons.flatMap(({ name, accuracies }) =>
    (['ours', 'pytorch'] as const).map((side) => {
      const epochs = accuracies[0]?.[side].accuracies ?? [];
      const means = epochs.map((_, epoch) =>
        percent(mean(accuracies.map((pair) => pair[side].accuracies[epoch] ?? NaN))),
      );
      return [side === 'ours' ? name : '', side === 'ours' ? 'ours' : 'PyTorch', ...means];
    }),
  );
  const epochs = Math.max(...rows.map((row) => row.length)) - 2;
  const numbers = Array.from({ length: epochs }, (_, epoch) => String(epoch + 1));
  return table([['model', 'epoch', ...numbers], ...rows]);
}

export function confusionTable(
  classes: readonly string[],
  confusion: readonly (readonly number[])[],
): string {
  return table([
    ['true class, said →', ...classes],
    ...confusion.map((row, label) => [classes[label] ?? '', ...row.map(String)]),
  ]);
}
