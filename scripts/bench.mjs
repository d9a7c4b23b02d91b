/**
 * `npm run bench`: every figure that counts seconds, beside those of the engine's peers; builds
 * what it measures, then runs tests/bench/main.ts.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { prepare } from './prepare.mjs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** @typedef {import('../tests/bench/rounds').PeerName} PeerName */

/** @type {readonly PeerName[]} */
const peers = ['ours', 'pytorch', 'tfjs-wasm', 'onnxruntime-web', 'limit'];

/** @returns {string[]} */
const workloadNames = () =>
  Object.keys(JSON.parse(readFileSync(`${root}/tests/bench/workloads.json`, 'utf8')).workloads);

const usage =
  () => `Usage: npm run bench -- [--rounds 7] [--only PART,…] [--peers PEER,…] [--json FILE]

  --rounds  how often each figure is measured; the table has the median, the worst and the best
  --only    ${workloadNames().join(' ')}: a workload beside its peers; bounds: sizes, growth,
            and shares of the work; nouns: seconds until the default lesson is learned; calm:
            the longest task of the page while four models race and a heat map moves
  --peers   ${peers.join(' ')}
  --json    writes all figures to a file as well`;

/** @param {string | undefined} list @param {readonly string[]} known @param {string} what */
function chosen(list, known, what) {
  const names = list === undefined ? known : list.split(',');
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(`There is no ${what} '${unknown}'.`);
  return names;
}

/**
 * Ends the process where the options make no sense.
 * @param {string[]} args
 */
export function readBenchOptions(args) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        rounds: { type: 'string', default: '7' },
        only: { type: 'string' },
        peers: { type: 'string' },
        json: { type: 'string' },
      },
    });
    const rounds = Number(values.rounds);
    if (!Number.isInteger(rounds) || rounds < 1) {
      throw new Error(`'${values.rounds}' is no number of rounds.`);
    }
    const parts = chosen(values.only, [...workloadNames(), 'bounds', 'nouns', 'calm'], 'part');
    return {
      rounds,
      workloads: workloadNames().filter((name) => parts.includes(name)),
      bounds: parts.includes('bounds'),
      nouns: parts.includes('nouns'),
      calm: parts.includes('calm'),
      peers: new Set(/** @type {PeerName[]} */ (chosen(values.peers, peers, 'peer'))),
      json: values.json,
    };
  } catch (error) {
    process.stderr.write(`${/** @type {Error} */ (error).message}\n${usage()}\n`);
    return process.exit(2);
  }
}

if (import.meta.filename === process.argv[1]) {
  const args = process.argv.slice(2);
  readBenchOptions(args);
  process.chdir(root);
  prepare();
  const main = ['--import', 'tsx', 'tests/bench/main.ts', ...args];
  const { status } = spawnSync(process.execPath, main, { stdio: 'inherit' });
  process.exit(status ?? 1);
}
