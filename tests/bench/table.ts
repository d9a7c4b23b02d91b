/** The figures as a person reads them. */
import type { Bound } from './bounds';
import type { Growth } from './growth';
import type { Nouns } from './nouns';
import { ratioOf, type Row } from './rounds';
import type { Task } from './slices';
import {
  inference,
  inferenceTasks,
  trainingOperations,
  trainingTasks,
  workloadOf,
} from './workloads';

type Named = Pick<Row, 'peer' | 'env'>;

const missed = ' !';
const none = '–';

function short(value: number): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
  return value.toFixed(digits);
}

const spread = (row: Row | undefined): string =>
  row === undefined ? none : `${short(row.median)} (${short(row.worst)}–${short(row.best)})`;

/** A ratio with what it must reach, marked where it does not. */
function against(value: number, { least, most }: Pick<Bound, 'least' | 'most'>): string {
  if (Number.isNaN(value)) return none;
  const met = (least === undefined || value >= least) && (most === undefined || value <= most);
  const sides = [
    ...(least === undefined ? [] : [`≥ ${least}`]),
    ...(most === undefined ? [] : [`≤ ${most}`]),
  ];
  const wanted = sides.length > 0 ? ` (${sides.join(', ')})` : '';
  return `${short(value)}${wanted}${met ? '' : missed}`;
}

/** Has anybody been measured? */
const hasFigure = (line: readonly string[]): boolean => line.slice(1).some((cell) => cell !== none);

/** Columns as wide as their widest cell. */
function columns(lines: readonly (readonly string[])[]): string[] {
  const width = (column: number): number =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0));
  return lines.map((line) =>
    line
      .map((cell, column) => cell.padEnd(width(column)))
      .join('   ')
      .trimEnd(),
  );
}

export class Figures {
  constructor(private readonly rows: readonly Row[]) {}

  #find(task: Task, { peer, env }: Named, vocab = task.vocab): Row | undefined {
    return this.rows.find(
      (row) =>
        row.peer === peer &&
        row.env === env &&
        row.workload === task.workload &&
        row.metric === task.metric &&
        row.vocab === vocab &&
        row.optimizer === task.optimizer,
    );
  }

  #limit(env: Row['env']): Row | undefined {
    return this.rows.find((row) => row.peer === 'limit' && row.env === env);
  }

  #trainingLine(task: Task): string[] {
    const workload = workloadOf(task.workload);
    const { least } = workload;
    const node = this.#find(task, { peer: 'ours', env: 'node' });
    const chromium = this.#find(task, { peer: 'ours', env: 'chromium' });
    const pytorch = this.#find(task, { peer: 'pytorch', env: 'native' });
    // What comes embedded has no vocabulary; it stands beside the smallest one.
    const embedded = workload.head === 'next' ? task.vocab : null;
    const first = task.vocab === workload.vocabularies[0];
    const tfjs = first
      ? this.#find(task, { peer: 'tfjs-wasm', env: 'chromium' }, embedded)
      : undefined;
    const share = (ratioOf(node, this.#limit('node')) * trainingOperations(workload)) / 1e9;
    const small = first || task.optimizer === 'sparse_adam';
    const wanted = small && task.optimizer !== null ? least[task.optimizer] : undefined;
    const vocabulary = (task.vocab ?? 0).toLocaleString('en');
    return [
      `${task.workload} ${vocabulary}${task.optimizer === 'sparse_adam' ? ' sparse' : ''}`,
      spread(node),
      spread(chromium),
      spread(pytorch),
      spread(tfjs),
      against(ratioOf(node, pytorch), wanted === undefined ? {} : { least: wanted }),
      against(ratioOf(chromium, tfjs), { least: least.tfjs }),
      against(share, first ? { least: least.limit } : {}),
      against(ratioOf(chromium, node), { least: 0.9 }),
    ];
  }

  training(names: readonly string[]): string[] {
    const head = [
      ...['workload, V', 'Node', 'Chromium', 'PyTorch', 'tfjs wasm *'],
      ...['Node ÷ PyTorch', 'Chromium ÷ tfjs', 'aim: of the limit', 'Chromium ÷ Node'],
    ];
    const lines = names.flatMap(trainingTasks).map((task) => this.#trainingLine(task));
    return [
      'Training, sequences a second, one thread: median (worst–best); ratios: median over the rounds',
      ...columns([head, ...lines.filter(hasFigure)]),
      '* Stock tfjs wasm cannot train an embedding: its inputs come already embedded, those of W4',
      '  one-hot times a dense matrix. “sparse”: torch.optim.SparseAdam, sparse_embedding 1.',
    ];
  }

  inference(names: readonly string[]): string[] {
    const tasks = inferenceTasks.filter(({ workload }) => names.includes(workload));
    if (tasks.length === 0) return [];
    const lines = tasks.map((task) => {
      const of = (peer: Row['peer'], env: Row['env']): Row | undefined =>
        this.#find(task, { peer, env });
      const chromium = of('ours', 'chromium');
      const onnx = of('onnxruntime-web', 'chromium');
      const wanted =
        task.metric === 'latency_us'
          ? { most: inference.mostLatency }
          : { least: inference.leastCharacters };
      return [
        task.metric === 'latency_us' ? 'W2, one sequence, µs' : 'W4, characters a second',
        spread(of('ours', 'node')),
        spread(chromium),
        spread(of('pytorch', 'native')),
        spread(onnx),
        against(ratioOf(chromium, onnx), wanted),
      ];
    });
    const head = ['', 'Node', 'Chromium', 'PyTorch', 'onnxruntime-web', 'Chromium ÷ onnxruntime'];
    return [
      'Inference, one thread: median (worst–best)',
      ...columns([head, ...lines.filter(hasFigure)]),
    ];
  }

  limit(): string[] {
    const rows = this.rows.filter(({ peer }) => peer === 'limit');
    if (rows.length === 0) return [];
    const parts = rows.map((row) => `${row.env} ${spread(row)}`);
    return [`The limit, 128-bit multiply-add in registers, GFLOP/s: ${parts.join(', ')}`];
  }
}

export const boundLines = (bounds: readonly Bound[]): string[] =>
  columns(
    bounds.map(({ what, value, unit, ...sides }) => [what, `${unit}`, against(value, sides)]),
  );

export const growthLines = (growths: readonly Growth[]): string[] => [
  'W2, milliseconds a step as it grows; last, what one more costs among the larger two sizes',
  'over what it costs among the smaller two: 1 where the cost is linear',
  ...columns(
    growths.map(({ of, sizes, milliseconds, growth }) => [
      of,
      ...sizes.map((size, index) => `${size}: ${short(milliseconds[index] ?? NaN)}`),
      `${short(growth)} ×`,
    ]),
  ),
];

export const nounLines = (found: readonly Nouns[]): string[] => [
  'French nouns, default settings, until 90 % of the validation words are right, seconds',
  ...columns(
    found.map(({ env, median, best, worst, examples }) => [
      env,
      `${short(median)} (${short(worst)}–${short(best)})`,
      `${examples.join(' or ')} words`,
    ]),
  ),
];
