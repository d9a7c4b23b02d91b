/** Starts whoever takes part, and says which slices each of them takes. */
import { mkdir, readFile, rm } from 'node:fs/promises';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { missingFromNodeModules } from '../../scripts/npm-missing.mjs';
import { runTool } from '../../scripts/run-tool.mjs';
import { Engine } from '../../web/worker/rnn';
import type { PagePeer } from './browser/page-calls';
import { openChromium, type Chromium } from './chromium';
import { engineSlices, limitSlices } from './engine';
import { buildLimit } from './limit';
import { python, startPyTorch } from './pytorch';
import type { Lane, PeerName } from './rounds';
import type { TakeSlice, Task } from './slices';
import { inferenceTasks, limitTask, trainingTasks, workloadOf } from './workloads';

const here = fileURLToPath(new URL('.', import.meta.url));
/** What the pages fetch. */
const files = fileURLToPath(new URL('../../build/bench/files', import.meta.url));
export const engineAddress = new URL('../../build/engine/rnn.wasm', import.meta.url);

type Runner = readonly [peer: PeerName, env: Lane['env'], take: TakeSlice];

export interface Participants {
  /** Of Node, on which the bounds are measured. */
  readonly engine: Engine;
  readonly chromium: Chromium;
  readonly runners: readonly Runner[];
  readonly versions: Readonly<Record<string, string>>;
  /** Who is not here, and why. */
  readonly absent: readonly string[];
  close(): Promise<void>;
}

/** Installs what Chromium is given besides the engine, where it is missing. */
async function installPeers(): Promise<Readonly<Record<string, string>>> {
  if (missingFromNodeModules(here) !== '') {
    process.stderr.write('Installing tfjs and onnxruntime-web (about 250 MB) …\n');
    const quiet = ['--ignore-scripts', '--loglevel=error'];
    const { code, output } = await runTool(['npm', 'ci', '--prefix', here, ...quiet]);
    if (code !== 0) {
      throw new Error(`${output}\nWithout them: npm run bench -- --peers ours,pytorch,limit`);
    }
  }
  const text = await readFile(new URL('package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { dependencies: Record<string, string> }).dependencies;
}

async function emscriptenVersion(): Promise<string> {
  const { output } = await runTool(['emcc', '-dumpversion']);
  return output.trim();
}

export async function start(wanted: ReadonlySet<PeerName>): Promise<Participants> {
  const absent: string[] = [];
  const present = new Set(wanted);
  const leaveOut = (peer: PeerName, reason: string): void => {
    present.delete(peer);
    absent.push(`${peer} is left out: ${reason.trim()}`);
  };
  await rm(files, { recursive: true, force: true });
  await mkdir(files, { recursive: true });
  await buildLimit(`${files}/limit.wasm`);
  if (present.has('onnxruntime-web')) {
    const { code, output } = await runTool([python, `${here}onnx_models.py`, files]);
    if (code !== 0) leaveOut('onnxruntime-web', output);
  }
  const inPage = present.has('tfjs-wasm') || present.has('onnxruntime-web');
  const packages = inPage ? await installPeers() : {};
  const chromium = await openChromium(files, inPage);
  const pytorch = present.has('pytorch') ? await startPyTorch() : undefined;
  if (typeof pytorch === 'string') leaveOut('pytorch', pytorch);

  const engine = await Engine.load(await readFile(engineAddress));
  const page = (peer: PagePeer): Runner => [peer, 'chromium', chromium.slicesOf(peer)];
  const all: readonly Runner[] = [
    ['ours', 'node', engineSlices(engine)],
    page('ours'),
    ...(typeof pytorch === 'object' ? [['pytorch', 'native', pytorch.take] as const] : []),
    ...(present.has('tfjs-wasm') ? [page('tfjs-wasm')] : []),
    ...(present.has('onnxruntime-web') ? [page('onnxruntime-web')] : []),
    ['limit', 'node', await limitSlices(await readFile(`${files}/limit.wasm`))],
    page('limit'),
  ];
  return {
    engine,
    chromium,
    runners: all.filter(([peer]) => present.has(peer)),
    versions: {
      processor: cpus()[0]?.model ?? '',
      node: process.versions.node,
      chromium: chromium.version,
      emscripten: await emscriptenVersion(),
      ...(typeof pytorch === 'object' ? pytorch.versions : {}),
      ...packages,
    },
    absent,
    async close() {
      if (typeof pytorch === 'object') pytorch.close();
      await chromium.close();
    },
  };
}

/** What a peer is given in place of a task: the same, or nothing. */
const given: Readonly<Record<PeerName, (task: Task) => Task | undefined>> = {
  ours: (task) => (task.metric === 'gflops' ? undefined : task),
  pytorch: (task) => (task.metric === 'gflops' ? undefined : task),
  limit: (task) => (task.metric === 'gflops' ? task : undefined),
  'onnxruntime-web': (task) =>
    task.metric === 'latency_us' || task.metric === 'chars_s' ? task : undefined,
  // Once a workload: what comes embedded has no vocabulary.
  'tfjs-wasm': (task) => {
    if (task.metric !== 'train_seq_s') return undefined;
    const { head, vocabularies } = workloadOf(task.workload);
    if (task.vocab !== vocabularies[0]) return undefined;
    return head === 'next' ? task : { ...task, vocab: null };
  },
};

/** Those that are compared stand side by side. */
export function lanesOf(runners: readonly Runner[], workloads: readonly string[]): Lane[] {
  const tasks = [
    limitTask,
    ...workloads.flatMap(trainingTasks),
    ...inferenceTasks.filter(({ workload }) => workloads.includes(workload)),
  ];
  return tasks.flatMap((task) =>
    runners.flatMap(([peer, env, take]) => {
      const own = given[peer](task);
      return own === undefined ? [] : [{ task: own, peer, env, take }];
    }),
  );
}
