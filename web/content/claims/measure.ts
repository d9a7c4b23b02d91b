/** One experiment with one seed, by the run that the page makes of the same settings. */
import type { RunSettings } from '../../shared/run-settings';
import type { Dataset } from '../../worker/dataset';
import type { Engine } from '../../worker/rnn';
import { Run } from '../../worker/run';
import { gradientOf } from '../../worker/run-gradient';
import type { Experiment, Measure } from './experiments';

/** What is measured with one seed; null: it never came to that. */
export type Figures = Readonly<Record<string, number | null>>;

export function measure(
  engine: Engine,
  dataset: Dataset,
  { measure: how, settings }: Experiment,
  seed: number,
): Figures {
  const run = new Run(engine, dataset, { ...settings, seed } as RunSettings);
  try {
    return measures[how.kind](run, how as never);
  } finally {
    run.close();
  }
}

type Kind = Measure['kind'];
const measures: {
  readonly [K in Kind]: (run: Run, how: Extract<Measure, { kind: K }>) => Figures;
} = { learning, decay, norms };

/**
 * examples: seen when the share was first reached, at a mark of the page's curve;
 * best: the largest share of the validation part that was right at any mark.
 */
function learning(run: Run, { share }: { readonly share: number }): Figures {
  let marks = 0;
  let best = 0;
  let reached: number | null = null;
  while (reached === null && run.isDue(Infinity)) {
    run.advance();
    for (; marks < run.validations.length; marks += 1) {
      const { accuracy, examples } = run.validations[marks]!;
      best = Math.max(best, accuracy);
      if (accuracy >= share) reached ??= examples;
    }
  }
  return { examples: reached, best };
}

/**
 * Of the first rows of the validation part, the medians of
 * share: ‖∂L/∂h‖ at the first step over ‖∂L/∂h‖ at the last;
 * cellShare: the same of ∂L/∂c, for an LSTM.
 */
function decay(run: Run, { rows }: { readonly rows: number }): Figures {
  const flows = Array.from({ length: rows }, (_, example) =>
    gradientOf(run, { text: null, example, label: null, position: Infinity, output: null }),
  );
  const share = (norms: readonly number[]): number => norms[0]! / norms.at(-1)!;
  const cells = flows.flatMap(({ c }) => (c === null ? [] : [share(c)]));
  return {
    share: median(flows.map(({ h }) => share(h))),
    ...(cells.length > 0 ? { cellShare: median(cells) } : {}),
  };
}

/**
 * first and most: norm of the first step's gradient, and the largest of all, before clipping;
 * diverged: the step at which the run left the finite numbers; best: as in learning.
 */
function norms(run: Run, { steps }: { readonly steps: number }): Figures {
  const { batch } = run.opened;
  while (run.isDue(steps * batch)) run.advance();
  const { values } = gradientOf(run, {
    ...{ text: null, example: 0, label: null, position: Infinity, output: null },
  }).norms;
  const finite = values.filter(Number.isFinite);
  return {
    first: finite[0] ?? null,
    most: Math.max(...finite),
    diverged: run.status.divergedAt ?? null,
    best: Math.max(...run.validations.map(({ accuracy }) => accuracy)),
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
}
