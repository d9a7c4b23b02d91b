/**
 * Every suite of `npm test`: what it runs and how its cases are counted. The two lanes run side
 * by side, C++ in one and the web in the other; within a lane one suite follows another.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findEmscripten } from './emscripten.mjs';
import { countJunit, countVitest, failuresInJunit, nothing, sum } from './reports.mjs';
import { runTool } from './run-tool.mjs';
import { filesUnder } from './stamp.mjs';

/**
 * @typedef {object} Suite
 * @property {string} name
 * @property {boolean} [afterBuild] needs what `npm run build` makes
 * @property {boolean} [uncounted] adds no case to the total unless it fails
 * @property {() => Promise<Result>} run
 *
 * @typedef {import('./reports.mjs').Count & { output: string }} Result output: for a failure
 */

const reports = 'build/tests';
const env = { NO_COLOR: '1', FORCE_COLOR: '0' };

/** @typedef {import('./run-tool.mjs').Command} Command */

/** @param {string} path @param {string[]} args @returns {[string, ...string[]]} */
const node = (path, ...args) => [process.execPath, path, ...args];

/** Runs commands until one fails. @param {Command[]} commands @param {object} [options] */
async function inTurn(commands, options) {
  let output = '';
  for (const command of commands) {
    const result = await runTool(command, { env, ...options });
    output += result.output;
    if (result.code !== 0) return { code: result.code, output };
  }
  return { code: 0, output };
}

/** @param {string} name @param {Command[]} commands @returns {Suite} */
const check = (name, ...commands) => ({
  name,
  async run() {
    const { code, output } = await inTurn(commands);
    return { ...nothing(), [code === 0 ? 'passed' : 'failed']: 1, output };
  },
});

/**
 * The Catch2 binaries of a CMake preset, run by CTest, each of which leaves its report in
 * build/cmake/<preset>/junit-*.xml.
 * @param {string} name @param {string} preset @returns {Suite}
 */
const catch2 = (name, preset) => ({
  name,
  async run() {
    const folder = `build/cmake/${preset}`;
    const found = () =>
      existsSync(folder) ? readdirSync(folder).filter((file) => /^junit-.*\.xml$/.test(file)) : [];
    for (const file of found()) rmSync(join(folder, file));
    const { code, output } = await inTurn(
      [
        ['cmake', '--preset', preset],
        ['cmake', '--build', '--preset', preset],
        ['ctest', '--preset', preset, '--output-on-failure', '--no-tests=error'],
      ],
      {
        yielding: true,
        env: { ...env, ...(preset.startsWith('wasm') ? findEmscripten().env : {}) },
      },
    );
    const texts = found().map((file) => readFileSync(join(folder, file), 'utf8'));
    const failures = texts.map(failuresInJunit).filter(Boolean);
    return settle(code, sum(texts.map(countJunit)), [output, ...failures].join('\n\n'));
  },
});

/** @param {string} project @param {Partial<Suite>} [more] @returns {Suite} */
const vitest = (project, more) => ({
  name: project,
  async run() {
    const report = `${reports}/${project}.json`;
    mkdirSync(reports, { recursive: true });
    rmSync(report, { force: true });
    const { code, output } = await inTurn([
      [
        ...node('node_modules/vitest/vitest.mjs'),
        ...['run', '--project', project, '--reporter=default', '--reporter=json'],
        `--outputFile.json=${report}`,
      ],
    ]);
    const count = existsSync(report) ? countVitest(readFileSync(report, 'utf8')) : nothing();
    return settle(code, count, output);
  },
  ...more,
});

/**
 * A tool of ours whose last line is its counts, as JSON.
 * @param {string} name @param {Command} command @param {Partial<Suite>} [more] @returns {Suite}
 */
const counted = (name, command, more) => ({
  name,
  async run() {
    const { code, output } = await inTurn([command]);
    const last = output.trimEnd().split('\n').at(-1) ?? '';
    return settle(code, /^\{.*\}$/.test(last) ? JSON.parse(last) : nothing(), output);
  },
  ...more,
});

/** Under CI what is not installed fails; elsewhere it is skipped, and counted. */
const ci = process.env.CI === 'true';
const strict = ci ? ['--strict'] : [];

/** @param {readonly string[]} files what the suite cannot do without @param {Suite} suite @returns {Suite} */
const where = (files, suite) => ({
  ...suite,
  async run() {
    const missing = files.filter((file) => !existsSync(file));
    if (missing.length === 0 || ci) return suite.run();
    return { ...nothing(), skipped: 1, output: `${missing.join(', ')} is not installed.\n` };
  },
});

/**
 * A tool that ends badly without naming a failed case, or well without any case, has failed.
 * @param {number} code @param {import('./reports.mjs').Count} count @param {string} output
 */
function settle(code, count, output) {
  const cases = count.passed + count.failed + count.skipped;
  if (count.failed === 0 && (code !== 0 || cases === 0)) {
    const reason = cases === 0 ? 'No case was run.' : `It ended with code ${code}.`;
    return { ...count, failed: 1, output: `${output}\n${reason}\n` };
  }
  return { ...count, output };
}

/** svelte-check for the page, then the other worlds: the worker has no page, scripts no web. */
const typeChecks = [
  /** @type {Command} */ ([
    ...node('node_modules/svelte-check/bin/svelte-check'),
    ...['--tsconfig', 'web/tsconfig.json', '--fail-on-warnings'],
  ]),
  ...filesUnder(['scripts', 'tests', 'web'])
    .filter((file) => file.endsWith('/tsconfig.json') && file !== 'web/tsconfig.json')
    .map(
      (file) => /** @type {Command} */ ([...node('node_modules/typescript/bin/tsc'), '-p', file]),
    ),
];

/** @type {readonly (readonly Suite[])[]} */
export const lanes = [
  [
    { ...check('build', node('scripts/build.mjs')), uncounted: true },
    check('prettier', [...node('node_modules/prettier/bin/prettier.cjs'), '--check', '.']),
    check('eslint', [...node('node_modules/eslint/bin/eslint.js'), '--max-warnings=0', '.']),
    check('types', [...node('node_modules/@sveltejs/kit/svelte-kit.js'), 'sync'], ...typeChecks),
    vitest('web'),
    vitest('content', { afterBuild: true }),
    vitest('wasm', { afterBuild: true }),
    vitest('package', { afterBuild: true }),
    vitest('e2e', { afterBuild: true }),
    where(['/usr/bin/clang++'], check('fuzz', node('scripts/fuzz.mjs', ...['--seconds', '30']))),
    counted('bits', node('tests/bits/main.mjs', ...strict), { afterBuild: true }),
  ],
  [
    check('clang-format', node('scripts/format-cpp.mjs')),
    catch2('engine', 'dev'),
    catch2('engine-asan', 'asan'),
    catch2('engine-wasm', 'wasm-tests'),
    where(
      ['/usr/lib/python3/dist-packages/torch', '/usr/lib/python3/dist-packages/onnx'],
      check(
        'reference',
        ['/usr/bin/python3', 'tests/reference/generate.py', '--check'],
        node('tests/reference/onnx-witness.mjs'),
      ),
    ),
    check('clang-tidy', ['cmake', '--preset', 'dev'], node('scripts/tidy-cpp.mjs')),
  ],
];
