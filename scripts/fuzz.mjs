/**
 * `npm run fuzz -- --seconds 600`: builds the fuzzers and lets each run for half the time, from
 * the committed corpus. What they find goes to build/fuzz: new inputs to <target>/, an input
 * that breaks something to <target>-crash-…, which the program then takes as its argument.
 */
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { inSeconds, runTool } from './run-tool.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const targets = [
  { name: 'api', longest: 512 },
  { name: 'load', longest: 4096 },
];
const folder = 'build/fuzz';
const usage = 'Usage: npm run fuzz -- [--seconds 60] [--only api|load] [--seed 1] [--merge]';

/** @param {string} text */
const print = (text) => process.stdout.write(`${text}\n`);

/** @param {import('./run-tool.mjs').Command} command */
async function must(command, seconds = 0) {
  const { code, output } = await runTool(command, {
    yielding: true,
    onSlow: (after) => print(`… ${inSeconds(after)}${seconds > 0 ? ` of ${seconds} s` : ''}`),
  });
  if (code === 0) return output;
  print(`${command.join(' ')}\n${output.slice(-20_000)}`);
  process.exit(1);
}

/** @param {string} name */
const program = (name) => `build/cmake/fuzz/tests/fuzz/fuzz_${name}`;
/** @param {string} name */
const committed = (name) => `tests/fuzz/corpus/${name}`;

/** @param {string} path */
function sizeOf(path) {
  const files = readdirSync(path);
  const bytes = files.reduce((sum, file) => sum + statSync(join(path, file)).size, 0);
  return `${files.length} inputs, ${(bytes / 1000).toFixed(0)} kB`;
}

/** @param {(typeof targets)[number]} target @param {number} seconds @param {string} seed */
async function run({ name, longest }, seconds, seed) {
  const found = `${folder}/${name}`;
  rmSync(found, { recursive: true, force: true });
  mkdirSync(found, { recursive: true });
  const output = await must(
    [
      program(name),
      ...[`-max_total_time=${seconds}`, `-max_len=${longest}`, `-seed=${seed}`],
      ...['-timeout=60', '-rss_limit_mb=2048', '-print_final_stats=1'],
      `-artifact_prefix=${folder}/${name}-`,
      ...[found, committed(name)],
    ],
    seconds,
  );
  const last = output.match(/#\d+\s+DONE\s+cov: (\d+) ft: (\d+)/);
  const runs = output.match(/number_of_executed_units: (\d+)/)?.[1];
  const memory = output.match(/peak_rss_mb:\s+(\d+)/)?.[1];
  if (!last || !runs) throw new Error(`libFuzzer did not say how far it came:\n${output}`);
  print(
    `${name.padEnd(5)} ${runs} inputs in ${seconds} s, ${last[1]} edges, ${last[2]} features, ` +
      `${memory} MB; from ${sizeOf(committed(name))}; new: ${sizeOf(found)}`,
  );
}

/**
 * Replaces the committed corpus by a least one that reaches every edge which it or the last run
 * reaches. (How often an edge is passed would ask for ten times as many inputs.)
 */
async function merge(/** @type {(typeof targets)[number]} */ { name, longest }) {
  const least = `${folder}/${name}-least`;
  rmSync(least, { recursive: true, force: true });
  mkdirSync(least, { recursive: true });
  mkdirSync(committed(name), { recursive: true });
  mkdirSync(`${folder}/${name}`, { recursive: true });
  const sources = [committed(name), `${folder}/${name}`];
  const how = ['-set_cover_merge=1', '-use_counters=0', `-max_len=${longest}`];
  await must([program(name), ...how, least, ...sources]);
  rmSync(committed(name), { recursive: true });
  await must(['cp', '-r', least, committed(name)]);
  print(`${name.padEnd(5)} ${sizeOf(committed(name))}`);
}

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    only: { type: 'string' },
    seed: { type: 'string', default: '0' },
    merge: { type: 'boolean', default: false },
  },
});
const chosen = targets.filter(({ name }) => values.only === undefined || values.only === name);
const share = Math.floor(Number(values.seconds) / Math.max(1, chosen.length));
if (chosen.length === 0 || !(share >= 1) || !/^\d+$/.test(values.seed)) {
  print(usage);
  process.exit(2);
}
await must(['cmake', '--preset', 'fuzz']);
await must(['cmake', '--build', '--preset', 'fuzz']);
for (const target of chosen) await (values.merge ? merge(target) : run(target, share, values.seed));
