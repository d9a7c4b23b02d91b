/**
 * `npm test`: sets up, builds, runs every suite, and closes with one line of counts.
 * `npm test -- --only web,e2e` runs some of them.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { inWords, nothing, sum } from './reports.mjs';
import { inSeconds } from './run-tool.mjs';
import { lanes } from './suites.mjs';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

/** @param {string} text */
const print = (text) => process.stdout.write(`${text}\n`);

const all = lanes.flat();
const shownLines = 150;
const shownWidth = 400;

/** @returns {Set<string>} names of the suites to run */
function chosenSuites() {
  const names = all.map(({ name }) => name);
  try {
    const { values } = parseArgs({ options: { only: { type: 'string' } } });
    if (values.only === undefined) return new Set(names);
    const wanted = values.only.split(',');
    const unknown = wanted.filter((name) => !names.includes(name));
    if (unknown.length > 0) throw new Error(`There is no suite '${unknown.join("', '")}'.`);
    const needsBuild = all.some((suite) => suite.afterBuild && wanted.includes(suite.name));
    return new Set(needsBuild ? ['build', ...wanted] : wanted);
  } catch (error) {
    const suites = names.join(',');
    print(`${/** @type {Error} */ (error).message}\nUsage: npm test -- [--only ${suites}]`);
    process.exit(2);
  }
}

const chosen = chosenSuites();
const setup = spawnSync('bash', ['scripts/setup', '--for', 'test'], { stdio: 'inherit' });
if (setup.status !== 0) {
  print('The set-up failed, so no test was run.');
  process.exit(1);
}

const begun = performance.now();
/** @type {Set<string>} */
const running = new Set();
let lastLine = begun;
const ticker = setInterval(() => {
  if (performance.now() - lastLine < 14_000) return;
  lastLine = performance.now();
  print(`… ${inSeconds((lastLine - begun) / 1000)}, at work: ${[...running].join(', ')}`);
}, 1_000);

/** @type {import('./reports.mjs').Count[]} */
const counts = [];
/** @type {(works: boolean) => void} */
let tellBuilt = () => {};
/** @type {Promise<boolean>} */
const built = new Promise((resolve) => (tellBuilt = resolve));

/** @param {import('./suites.mjs').Suite} suite @returns {Promise<import('./suites.mjs').Result>} */
async function runSuite(suite) {
  if (suite.afterBuild && !(await built)) {
    return { ...nothing(), failed: 1, output: 'Not run: the build failed.\n' };
  }
  running.add(suite.name);
  try {
    return await suite.run();
  } catch (error) {
    return { ...nothing(), failed: 1, output: `${/** @type {Error} */ (error).stack}\n` };
  } finally {
    running.delete(suite.name);
  }
}

/**
 * The whole output goes to a file, its end to the terminal.
 * @param {string} name @param {string} output
 */
function endOf(name, output) {
  const log = `build/tests/${name}.log`;
  mkdirSync('build/tests', { recursive: true });
  writeFileSync(log, output);
  const lines = output.trimEnd().split('\n');
  const clip = (/** @type {string} */ line) =>
    line.length <= shownWidth ? line : `${line.slice(0, shownWidth)}…`;
  if (lines.length <= shownLines) return lines.map(clip).join('\n');
  return `… the whole is in ${log}\n${lines.slice(-shownLines).map(clip).join('\n')}`;
}

/** @param {readonly import('./suites.mjs').Suite[]} lane */
async function runLane(lane) {
  for (const suite of lane) {
    if (!chosen.has(suite.name)) continue;
    const start = performance.now();
    const { output, ...count } = await runSuite(suite);
    if (suite.name === 'build') tellBuilt(count.failed === 0);
    if (!suite.uncounted || count.failed > 0) counts.push(count);
    const seconds = inSeconds((performance.now() - start) / 1000);
    if (count.failed > 0) print(`──── ${suite.name}\n${endOf(suite.name, output)}\n────`);
    const words = suite.uncounted && count.failed === 0 ? 'done' : inWords(count);
    print(`${suite.name.padEnd(14)} ${seconds.padStart(8)}  ${words}`);
    lastLine = performance.now();
  }
}

await Promise.all(lanes.map(runLane));
clearInterval(ticker);
const total = sum(counts);
print(`All suites: ${inSeconds((performance.now() - begun) / 1000)}`);
if (process.env.CI === 'true' && total.skipped > 0) {
  print('CI leaves nothing out: a skipped test fails the run.');
}
print(inWords(total));
const complete = total.skipped === 0 || process.env.CI !== 'true';
process.exit(total.failed === 0 && complete ? 0 : 1);
