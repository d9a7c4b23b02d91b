/** Who takes part, and the rounds in which each takes a short slice in turn. */
import { figureOf, type Metric, type Optimizer, type TakeSlice, type Task } from './slices';

export type PeerName = 'ours' | 'pytorch' | 'tfjs-wasm' | 'onnxruntime-web' | 'limit';

export interface Lane {
  readonly task: Task;
  readonly peer: PeerName;
  readonly env: 'node' | 'chromium' | 'native';
  readonly take: TakeSlice;
}

/** A line of the JSON file. */
export interface Row {
  readonly workload: string;
  readonly metric: Metric;
  readonly peer: PeerName;
  readonly env: Lane['env'];
  readonly vocab: number | null;
  readonly optimizer: Optimizer | null;
  readonly median: number;
  readonly best: number;
  readonly worst: number;
  readonly repeats: number;
  /** One a round. */
  readonly figures: readonly number[];
}

const sliceMilliseconds = 400;

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? NaN)) / 2;
}

/** Six digits say all that such a figure knows. */
const rounded = (value: number): number => Number(value.toPrecision(6));

function rowOf({ task, peer, env }: Lane, figures: readonly number[]): Row {
  const most = Math.max(...figures);
  const least = Math.min(...figures);
  const [best, worst] = task.metric === 'latency_us' ? [least, most] : [most, least];
  return {
    workload: task.workload,
    metric: task.metric,
    peer,
    env,
    vocab: task.vocab,
    optimizer: task.optimizer,
    median: rounded(median(figures)),
    best: rounded(best),
    worst: rounded(worst),
    repeats: figures.length,
    figures: figures.map(rounded),
  };
}

/**
 * The median of the ratios of each round: what slows the machine for a while slows both sides.
 * NaN where one was not measured.
 */
export const ratioOf = (a: Row | undefined, b: Row | undefined): number =>
  median((a?.figures ?? []).map((figure, round) => figure / (b?.figures[round] ?? NaN)));

/**
 * A whole round passes over all lanes, so that a busy moment of the machine costs a few of them
 * one figure and none its median. A round before the first opens and warms up, and is forgotten.
 */
export async function measureInRounds(
  lanes: readonly Lane[],
  rounds: number,
  onRound: (round: number) => void,
): Promise<Row[]> {
  const figures: number[][] = lanes.map(() => []);
  for (let round = 0; round <= rounds; round += 1) {
    onRound(round);
    for (const [index, { task, take }] of lanes.entries()) {
      const figure = figureOf[task.metric](await take(task, sliceMilliseconds));
      if (!(figure > 0)) throw new Error(`${JSON.stringify(task)} gave ${figure}`);
      if (round > 0) figures[index]?.push(figure);
    }
  }
  return lanes.map((lane, index) => rowOf(lane, figures[index] ?? []));
}
