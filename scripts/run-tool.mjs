/** Runs a command to its end; its output is kept, not shown, and a long wait says so. */
import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';

const longest = 20 * 60_000;

/** @typedef {readonly [program: string, ...args: string[]]} Command */

/**
 * @param {Command} command
 * @param {{ env?: Record<string, string> | undefined, onSlow?: (seconds: number) => void,
 *   yielding?: boolean }} [options] onSlow is told every ten seconds that the command still runs;
 *   a yielding command leaves the cores to others that want them
 * @returns {Promise<{ code: number, output: string, seconds: number }>}
 */
export function runTool([program, ...args], { env = {}, onSlow, yielding } = {}) {
  const start = performance.now();
  const seconds = () => (performance.now() - start) / 1000;
  return new Promise((resolve) => {
    /** @type {Buffer[]} */
    const chunks = [];
    const child = spawn(program, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: longest,
    });
    if (yielding && child.pid !== undefined) setPriority(child.pid, 10);
    const slow = onSlow && setInterval(() => onSlow(seconds()), 10_000);
    /** @param {number} code @param {string} [extra] */
    const end = (code, extra = '') => {
      clearInterval(slow);
      resolve({ code, output: Buffer.concat(chunks).toString() + extra, seconds: seconds() });
    };
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    child.on('error', (error) => end(127, `${program}: ${error.message}\nRun scripts/setup.\n`));
    child.on('close', (code, signal) => end(code ?? 1, signal ? `ended by ${signal}\n` : ''));
  });
}

/** @param {number} seconds */
export const inSeconds = (seconds) => `${seconds.toFixed(1)} s`;
