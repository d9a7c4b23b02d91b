/**
 * `node tests/reference/onnx-witness.mjs`: onnxruntime computes the forward pass of every fixture
 * once more, with the ONNX operators RNN, LSTM and GRU. Ends with 1 where a number differs.
 *
 * It installs its one package beside itself where that is missing, and makes the models with
 * onnx_models.py (Debian's python3-onnx) in build/reference.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const models = join(here, '../../build/reference');
const tolerance = 1e-5; // both sides end in float32

/** @param {string} path @returns {any} */
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** @param {string} text */
const print = (text) => process.stdout.write(`${text}\n`);

/** Runs a program to its end, or ends this one. @param {string} program @param {string[]} args */
function run(program, ...args) {
  const { error, status } = spawnSync(program, args, { stdio: 'inherit' });
  if (status === 0) return;
  print(`${program} ${args[0]} failed${error ? `: ${error.message}` : ''}`);
  process.exit(1);
}

async function loadRuntime() {
  const name = 'onnxruntime-web';
  const installed = join(here, 'node_modules', name, 'package.json');
  const wanted = readJson(join(here, 'package.json')).dependencies[name];
  if (!existsSync(installed) || readJson(installed).version !== wanted) {
    print(`Installing ${name} ${wanted} (about 150 MB) …`);
    run('npm', 'ci', '--prefix', here, '--ignore-scripts', '--loglevel=error');
  }
  const runtime = await import(name);
  runtime.env.wasm.numThreads = 1;
  return runtime;
}

/** max |a − b| / max |b|, infinite for a NaN. @param {ArrayLike<number>} a @param {number[]} b */
function distance(a, b) {
  if (a.length !== b.length) return Infinity;
  let error = 0;
  let norm = 0;
  for (let k = 0; k < b.length; ++k) {
    if (!(Math.abs(a[k] - b[k]) < Infinity)) return Infinity;
    error = Math.max(error, Math.abs(a[k] - b[k]));
    norm = Math.max(norm, Math.abs(b[k]));
  }
  return norm === 0 ? error : error / norm;
}

/** What the model of a fixture is fed. @param {any} runtime @param {any} fixture */
function inputs(runtime, { config, batch }) {
  const { rows, steps } = batch;
  const { Tensor } = runtime;
  const ways = config.direction === 'both' ? 2 : 1;
  const feeds = {
    tokens: new Tensor('int64', BigInt64Array.from(batch.tokens, BigInt), [steps, rows]),
    lengths: new Tensor('int32', Int32Array.from(batch.lengths), [rows]),
  };
  for (const name of ['h0', 'c0'].filter((state) => state in batch)) {
    const shape = [config.layers * ways, rows, config.hidden];
    feeds[name] = new Tensor('float32', Float32Array.from(batch[name]), shape);
  }
  return feeds;
}

/** Distance of every output; throws where the model does not run. @param {any} runtime @param {string} model @param {any} fixture */
async function compare(runtime, model, fixture) {
  const { config, outputs, batches } = fixture;
  const session = await runtime.InferenceSession.create(readFileSync(model), {
    executionProviders: ['wasm'],
    logSeverityLevel: 3, // errors alone
  });
  const found = await session.run(inputs(runtime, { config, batch: batches[0] }));
  await session.release();
  const missing = ['output', 'logits', 'probabilities'].filter((name) => !(name in found));
  if (missing.length > 0) throw new Error(`${model} does not give ${missing}`);
  return Object.entries(found).map(([name, { data }]) => ({
    name,
    distance: distance(data, outputs[name]),
  }));
}

/**
 * Compares the cases of one file, prints what it found, and adds it to the total.
 * @param {any} runtime @param {string} group @param {Record<string, number>} total
 */
async function compareFile(runtime, group, total) {
  let worst = { distance: -1, where: 'nothing' };
  const { cases } = readJson(join(here, 'fixtures', `${group}.json`));
  for (const [name, fixture] of Object.entries(cases)) {
    const results = await compare(runtime, join(models, `${group}.${name}.onnx`), fixture);
    for (const result of results) {
      const where = `${result.name} of ${name}`;
      if (!(result.distance <= worst.distance)) worst = { distance: result.distance, where };
      if (result.distance <= tolerance) continue;
      total.differing += 1;
      print(`  ${group}: ${where} is ${result.distance.toExponential(1)} off`);
    }
    total.cases += 1;
    total.tensors += results.length;
  }
  total.farthest = Math.max(total.farthest, worst.distance);
  const count = `${Object.keys(cases).length} cases`.padStart(8);
  print(
    `${group.padEnd(14)} ${count}  at most ${worst.distance.toExponential(1)} (${worst.where})`,
  );
}

const runtime = await loadRuntime();
run('/usr/bin/python3', join(here, 'onnx_models.py'), models);

const total = { cases: 0, tensors: 0, differing: 0, farthest: 0 };
for (const file of readdirSync(join(here, 'fixtures')).sort()) {
  const group = file.replace('.json', '');
  try {
    await compareFile(runtime, group, total);
  } catch (error) {
    // Without its stack, which quotes the runtime's one line of 30,000 characters.
    print(`${group}: ${error instanceof Error ? error.message : error}`);
    process.exit(1);
  }
}
print(
  `onnxruntime ${runtime.env.versions.web}: ${total.cases} cases, ${total.tensors} tensors, ` +
    `at most ${total.farthest.toExponential(1)} off; ${total.differing} differ`,
);
process.exit(total.cases > 0 && total.differing === 0 ? 0 : 1);
