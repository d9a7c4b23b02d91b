/**
 * `npm run profile`: builds the engine as it ships, but with its functions' names, and says where
 * the time of a training step of each workload goes.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findEmscripten } from './emscripten.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const known = Object.keys(
  JSON.parse(readFileSync(`${root}/tests/bench/workloads.json`, 'utf8')).workloads,
);

const names = process.argv.slice(2);
const unknown = names.find((name) => !known.includes(name));
if (unknown !== undefined) {
  process.stderr.write(
    `There is no workload '${unknown}'.\nUsage: npm run profile -- [${known.join('] [')}]\n`,
  );
  process.exit(2);
}

process.chdir(root);
for (const [program, ...args] of [
  ['bash', 'scripts/setup', '--for', 'test'],
  ['cmake', '--preset', 'wasm-profile'],
  ['cmake', '--build', '--preset', 'wasm-profile'],
  [process.execPath, '--import', 'tsx', 'tests/bench/profile.ts', ...(names[0] ? names : known)],
]) {
  const env = { ...process.env, ...(program === 'cmake' ? findEmscripten().env : {}) };
  const output = program === process.execPath ? 'inherit' : 2;
  const { status } = spawnSync(String(program), args, { stdio: ['inherit', output, 2], env });
  if (status !== 0) process.exit(status ?? 1);
}
