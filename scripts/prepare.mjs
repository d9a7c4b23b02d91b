import { spawnSync } from 'node:child_process';

/** Sets up and builds what a tool of the developer looks at; ends the process if that fails. */
export function prepare() {
  for (const [program, ...args] of [
    ['bash', 'scripts/setup', '--for', 'test'],
    [process.execPath, 'scripts/build.mjs'],
  ]) {
    const { status } = spawnSync(String(program), args, { stdio: ['inherit', 2, 'inherit'] });
    if (status !== 0) process.exit(status ?? 1);
  }
}
