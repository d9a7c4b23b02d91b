/**
 * `npm run mutants`: are the tests of the engine worth their name? Each mutant of the list is one
 * small fault in a copy of the sources; the copy is built, the tests run, and one of them must
 * fail. `-- --list` shows the list, `--only 3,7` and `--file scan.cpp` run a part of it,
 * `--jobs 2` takes two copies at once.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { faultOf, mutated, readMutants } from './mutant-list.mjs';
import { failuresInJunit } from './reports.mjs';
import { inSeconds, runTool } from './run-tool.mjs';
import { filesUnder } from './stamp.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

/** @typedef {import('./mutant-list.mjs').Mutant} Mutant */

const copied = ['CMakeLists.txt', 'CMakePresets.json', 'src', 'lessons'];
copied.push('tests/engine', 'tests/reference/fixtures');
/** @param {string} text */
const print = (text) => process.stdout.write(`${text}\n`);

/** Empty where there is no such file. @param {string} file */
const textOf = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

/** A number above 0. @param {string} text */
function whole(text) {
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  throw new Error(`'${text}' is not a number of that kind.`);
}

/** @param {readonly Mutant[]} all */
function chosenOf(all) {
  try {
    const { values } = parseArgs({
      options: {
        list: { type: 'boolean', default: false },
        only: { type: 'string' },
        file: { type: 'string' },
        jobs: { type: 'string', default: '1' },
      },
    });
    const numbers = values.only?.split(',').map(whole);
    const mutants = all.filter(
      ({ number, file }) =>
        (numbers?.includes(number) ?? true) &&
        (values.file === undefined || `/${file}`.endsWith(`/${values.file}`)),
    );
    if (mutants.length === 0) throw new Error('The list has no such mutant.');
    return { mutants, list: values.list, jobs: whole(values.jobs) };
  } catch (error) {
    print(/** @type {Error} */ (error).message);
    print('Usage: npm run mutants -- [--list] [--only 3,7] [--file scan.cpp] [--jobs 1]');
    process.exit(2);
  }
}

/** Makes `folder` hold the sources as they are, touching no file that is the same. */
function copySources(/** @type {string} */ folder) {
  const sources = new Set(filesUnder(copied));
  for (const file of filesUnder(copied.map((path) => join(folder, path)))) {
    if (!sources.has(relative(folder, file))) rmSync(file);
  }
  for (const file of sources) {
    const content = readFileSync(file);
    const copy = join(folder, file);
    if (existsSync(copy) && readFileSync(copy).equals(content)) continue;
    mkdirSync(dirname(copy), { recursive: true });
    writeFileSync(copy, content);
  }
}

/**
 * The names of the tests, as Catch2 reads them from a file: those that take a tenth of the time
 * together, then each of the others, which take longer.
 * @param {string} report
 */
function stagesOf(report) {
  const cases = [...report.matchAll(/<testcase [^>]*name="([^"]*)" time="([^"]*)"/g)]
    // To Catch2 a comma separates, even within a name.
    .map(([, name = '', time]) => ({ name: name.replace(/[\\,"[]/g, '\\$&'), time: Number(time) }))
    .sort((a, b) => a.time - b.time);
  let left = cases.reduce((sum, { time }) => sum + time, 0) / 10;
  const slow = cases.findIndex(({ time }) => (left -= time) < 0);
  const names = cases.map(({ name }) => name);
  return [names.slice(0, slow), ...names.slice(slow).map((name) => [name])];
}

/** One copy of the sources, and what is built of it. */
class Copy {
  /** @param {string} folder @param {number} cores */
  constructor(folder, cores) {
    this.folder = folder;
    this.build = join(folder, 'build/cmake/dev');
    this.cores = String(cores);
    /** @type {string[][]} arguments that choose tests: first all quick ones, then one by one */
    this.stages = [];
    /** Seconds that the tests may take. */
    this.limit = 1200;
  }

  /** Builds the sound sources, whose tests must pass, and learns how long each takes. */
  async prepare() {
    copySources(this.folder);
    // The warnings, which are errors, are not what is asked for here.
    const flags = '-DCMAKE_CXX_FLAGS=-O1 -w';
    const made = await runTool(['cmake', '--preset', 'dev', flags, '-S', this.folder]);
    if (made.code !== 0) throw new Error(made.output);
    const fault = await this.compile('double');
    if (fault) throw new Error(fault);
    const { killer, seconds, report } = await this.test('double');
    if (killer) throw new Error(`No mutant is there yet, but a test fails: ${killer}`);
    this.stages = stagesOf(report).map((names, stage) => {
      const file = join(this.build, `stage-${stage}.txt`);
      writeFileSync(file, names.join('\n'));
      return ['-f', file];
    });
    this.limit = Math.ceil(20 + 10 * seconds);
  }

  /** What the compiler says against it. @param {string} real */
  async compile(real) {
    const { code, output } = await runTool(
      ['cmake', '--build', this.build, '--target', `engine_tests_${real}`, '-j', this.cores],
      { yielding: true },
    );
    return code === 0 ? '' : output;
  }

  /** The first test that fails, if one does. @param {string} real @param {string[]} chosen */
  async test(real, ...chosen) {
    const file = join(this.build, 'junit-mutant.xml');
    const program = join(this.build, 'tests/engine', `engine_tests_${real}`);
    rmSync(file, { force: true });
    const { code, seconds } = await runTool(
      ['timeout', String(this.limit), program, '--abort', '-r', 'junit', '-o', file, ...chosen],
      { yielding: true },
    );
    const report = textOf(file);
    const [name] = failuresInJunit(report).split('\n');
    const killer = code === 124 ? `the limit of ${this.limit} s` : name || `exit code ${code}`;
    return { killer: code === 0 ? '' : killer, seconds, report };
  }

  /**
   * Who kills the mutant: the double build, where derivatives are checked, or the float one.
   * @param {Mutant} mutant
   */
  async judge(mutant) {
    const path = join(this.folder, mutant.file);
    const sound = readFileSync(path, 'utf8');
    writeFileSync(path, mutated(mutant, sound));
    try {
      for (const real of ['double', 'float']) {
        const fault = await this.compile(real);
        if (fault) return { killer: '', fault };
        for (const chosen of real === 'double' ? this.stages : [[]]) {
          const { killer } = await this.test(real, ...chosen);
          if (killer) return { killer, fault: '' };
        }
      }
      return { killer: '', fault: '' };
    } finally {
      writeFileSync(path, sound);
    }
  }
}

const all = readMutants();
const faults = all
  .map((mutant) => faultOf(mutant, textOf(mutant.file)))
  .filter((fault) => fault !== '');
if (faults.length > 0) {
  print(`${faults.join('\n')}\nThe list does not fit the sources; no mutant was run.`);
  process.exit(1);
}
const { mutants, list, jobs } = chosenOf(all);
/** @param {Mutant} mutant */
const nameOf = ({ number, file, what }) => `${String(number).padStart(3)} ${file}: ${what}`;
if (list) {
  print(mutants.map(nameOf).join('\n'));
  process.exit(0);
}

const begun = performance.now();
const since = (/** @type {number} */ start) => inSeconds((performance.now() - start) / 1000);
// A file's mutants follow one another in one copy, so that each costs one compilation.
const queue = [...new Set(mutants.map(({ file }) => file))];
/** @type {Mutant[]} */
const survivors = [];
/** @type {Mutant[]} */
const stillborn = [];

/** @param {number} job */
async function work(job) {
  const cores = Math.max(1, Math.floor(availableParallelism() / jobs));
  const copy = new Copy(`build/mutants/copy-${job}`, cores);
  await copy.prepare();
  print(`Copy ${job} is built, its tests pass (${since(begun)}).`);
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
    for (const mutant of mutants.filter((one) => one.file === file)) {
      const start = performance.now();
      const { killer, fault } = await copy.judge(mutant);
      if (fault) stillborn.push(mutant);
      else if (!killer) survivors.push(mutant);
      const end = fault
        ? `DOES NOT COMPILE\n${fault}`
        : killer
          ? `killed by: ${killer}`
          : 'SURVIVED';
      print(`${nameOf(mutant)} — ${end} (${since(start)})`);
    }
  }
}

try {
  await Promise.all(Array.from({ length: jobs }, (_, index) => work(index + 1)));
} catch (error) {
  print(/** @type {Error} */ (error).message);
  process.exit(1);
}
const killed = mutants.length - survivors.length - stillborn.length;
for (const [title, names] of /** @type {const} */ ([
  ['Survived: no test notices the fault.', survivors],
  ['Does not compile: an error of the list.', stillborn],
])) {
  if (names.length > 0) print(`\n${title}\n${names.map(nameOf).join('\n')}`);
}
print(
  `\n${mutants.length} mutants in ${since(begun)}: ${killed} killed, ` +
    `${survivors.length} survived, ${stillborn.length} do not compile`,
);
process.exit(killed === mutants.length ? 0 : 1);
