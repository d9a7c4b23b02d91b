/** `npm run build`: engine, data, recorded runs and site; each only when its inputs changed. */
import { existsSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { phases } from './phases.mjs';
import { inSeconds, runTool } from './run-tool.mjs';
import { fingerprint, stampSays, writeStamp } from './stamp.mjs';
import { fileURLToPath } from 'node:url';

const usage = `Usage: npm run build -- [--only ${phases.map(({ name }) => name).join('|')}] [--force]`;

/** @param {string} text */
const print = (text) => process.stdout.write(`${text}\n`);

/**
 * @param {import('./phases.mjs').Phase} phase
 * @param {boolean} force
 * @returns {Promise<boolean>} whether what the phase makes is there now
 */
async function build(phase, force) {
  const label = `Build: ${phase.name.padEnd(8)}`;
  const stamp = `build/stamps/${phase.name}`;
  let plan;
  try {
    plan = phase.plan();
  } catch (error) {
    print(`${label} failed: ${/** @type {Error} */ (error).message}`);
    return false;
  }
  const value = fingerprint(phase.inputs, plan.facts);
  if (!force && stampSays(stamp, value) && phase.outputs.every((path) => existsSync(path))) {
    print(`${label} nothing to do`);
    return true;
  }
  rmSync(stamp, { force: true });
  let total = 0;
  for (const command of plan.commands) {
    const { code, output, seconds } = await runTool(command, {
      env: plan.env,
      onSlow: (passed) => print(`${label} … ${(total + passed).toFixed(0)} s`),
    });
    total += seconds;
    if (code !== 0) {
      print(`${output.trimEnd()}\n${label} failed after ${inSeconds(total)}: ${command.join(' ')}`);
      return false;
    }
  }
  const lacking = phase.outputs.filter((path) => !existsSync(path));
  if (lacking.length > 0) {
    print(`${label} failed: it ended well but did not write ${lacking.join(', ')}`);
    return false;
  }
  writeStamp(stamp, value);
  print(`${label} ${inSeconds(total).padStart(7)}  ${phase.makes}`);
  return true;
}

/** @returns {{ only?: string, force: boolean }} */
function readOptions() {
  try {
    const { values } = parseArgs({
      options: { only: { type: 'string' }, force: { type: 'boolean', default: false } },
    });
    if (values.only !== undefined && !phases.some(({ name }) => name === values.only)) {
      throw new Error(`There is no phase '${values.only}'.`);
    }
    return values;
  } catch (error) {
    print(`${/** @type {Error} */ (error).message}\n${usage}`);
    process.exit(2);
  }
}

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const { only, force } = readOptions();
for (const phase of phases) {
  if (only !== undefined && phase.name !== only) continue;
  if (!(await build(phase, force))) process.exit(1);
}
