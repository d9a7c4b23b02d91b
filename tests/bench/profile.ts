/**
 * Where the time of a training step goes: the engine, built with its functions' names, trains each
 * workload in this process under V8's sampling profiler. Run by scripts/profile.mjs.
 */
import { readFile } from 'node:fs/promises';
import { Session, type Profiler } from 'node:inspector/promises';
import { Model } from '../../web/worker/model';
import { Engine } from '../../web/worker/rnn';
import { trainer } from './engine';
import { timed } from './slices';
import { configOf, workloadOf } from './workloads';

const milliseconds = 3000;
const samplingMicroseconds = 200;
/** Shares below this are summed up as the rest. */
const least = 0.005;

const engineAddress = new URL('../../build/profile/rnn.wasm', import.meta.url);

/** A C++ name without its namespaces, parameters and numbers of template arguments' types. */
function shortened(name: string): string {
  return name
    .replaceAll(/\((?:anonymous namespace)\)::|rnn::|unsigned long|std::__2::/g, '')
    .replace(/^void /, '')
    .replace(/\(.*$/s, '')
    .slice(0, 90);
}

/** Seconds that each function itself was seen at work. */
function selfTimes({
  nodes,
  samples = [],
  timeDeltas = [],
}: Profiler.Profile): Map<string, number> {
  const names = new Map(
    nodes.map(({ id, callFrame: { functionName, url } }) => {
      const isWasm = url.startsWith('wasm:');
      return [id, isWasm ? shortened(functionName) : `JavaScript ${functionName}`] as const;
    }),
  );
  const times = new Map<string, number>();
  samples.forEach((node, index) => {
    const name = names.get(node) ?? '';
    times.set(name, (times.get(name) ?? 0) + (timeDeltas[index] ?? 0) / 1e6);
  });
  return times;
}

async function profileOf(step: () => number): Promise<Map<string, number>> {
  timed(500, step);
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: samplingMicroseconds });
  await session.post('Profiler.start');
  timed(milliseconds, step);
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  return selfTimes(profile);
}

const engine = await Engine.load(await readFile(engineAddress));
for (const name of process.argv.slice(2)) {
  const workload = workloadOf(name);
  const [vocabulary = NaN] = workload.vocabularies;
  const model = new Model(engine, configOf(workload, vocabulary));
  const times = await profileOf(trainer(model, workload, vocabulary));
  model.destroy();
  const total = [...times.values()].reduce((sum, time) => sum + time, 0);
  const shares = [...times].map(([what, time]) => ({ what, share: time / total }));
  const shown = shares.filter(({ share }) => share >= least).sort((a, b) => b.share - a.share);
  const rest = 1 - shown.reduce((sum, { share }) => sum + share, 0);
  process.stdout.write(`\n${name}, V ${vocabulary}: share of a training step, %\n`);
  for (const { what, share } of [...shown, { what: 'the rest', share: rest }]) {
    process.stdout.write(`${(100 * share).toFixed(1).padStart(6)}  ${what}\n`);
  }
}
