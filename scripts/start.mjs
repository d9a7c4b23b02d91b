/**
 * `npm start`: sets up, builds and serves. Only Node's built-ins until the set-up has run;
 * what serves the site is loaded after it.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { portTaken, readServeOptions, serve, ServeError } from './serve.mjs';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

/** @param {string} program @param {string[]} args */
function must(program, args) {
  const { status, error } = spawnSync(program, args, { stdio: 'inherit' });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

/**
 * A taken port is told at once, not after the minutes of a first build.
 * @param {number} port
 */
const isTaken = (port) =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(true));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(false)));
  });

try {
  const options = readServeOptions(process.argv.slice(2));
  if (await isTaken(options.port)) throw portTaken(options.port);
  must('bash', ['scripts/setup', '--for', 'start']);
  must(process.execPath, ['scripts/build.mjs']);
  const { url } = await serve(options);
  const first = JSON.parse(readFileSync('lessons/course.json', 'utf8')).chapters[0].slug;
  process.stdout.write(`
Récurrence is served at ${url}
  en français : ${url}fr/${first.fr}/
  in English:   ${url}en/${first.en}/
Open one of these in a browser. Ctrl+C stops the server.
`);
} catch (error) {
  if (!(error instanceof ServeError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
