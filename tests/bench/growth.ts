/** How the cost of a step of W2 grows with time steps, rows and layers: as it should, linearly. */
import { Model } from '../../web/worker/model';
import type { Engine } from '../../web/worker/rnn';
import { trainer } from './engine';
import { median } from './rounds';
import { timed } from './slices';
import { configOf, workloadOf, type Workload } from './workloads';

export interface Growth {
  readonly of: string;
  readonly sizes: readonly number[];
  /** Of a step, one for each size. */
  readonly milliseconds: readonly number[];
  /** What one more costs from the second size to the third, beside from the first to the second. */
  readonly growth: number;
}

const vocabulary = 2000;
const sliceMilliseconds = 200;

const series: readonly {
  readonly of: string;
  readonly sizes: readonly [number, number, number];
  readonly at: (size: number) => Partial<Workload>;
}[] = [
  { of: 'T', sizes: [20, 40, 80], at: (length) => ({ length }) },
  { of: 'B', sizes: [8, 16, 32], at: (batch) => ({ batch }) },
  // The first layer reads the embedding, which is wider: it is no part of the growth.
  { of: 'layers', sizes: [1, 2, 4], at: (layers) => ({ layers }) },
];

export function growth(engine: Engine, rounds: number): Growth[] {
  const cases = series.map(({ sizes, at }) =>
    sizes.map((size) => {
      const workload = { ...workloadOf('W2'), ...at(size) };
      const model = new Model(engine, configOf(workload, vocabulary));
      return {
        step: trainer(model, workload, vocabulary),
        batch: workload.batch,
        times: [] as number[],
      };
    }),
  );
  for (let round = 0; round <= rounds; round += 1) {
    for (const { step, batch, times } of cases.flat()) {
      const { units, seconds } = timed(sliceMilliseconds, step);
      if (round > 0) times.push((1000 * seconds * batch) / units);
    }
  }
  return series.map(({ of, sizes }, index) => {
    const milliseconds = (cases[index] ?? []).map(({ times }) => median(times));
    const [a = NaN, b = NaN, c = NaN] = milliseconds;
    const [s, m, l] = sizes;
    return { of, sizes, milliseconds, growth: (c - b) / (l - m) / ((b - a) / (m - s)) };
  });
}
