/** `npm run claims`: builds the engine and the data, then lessons/claims.json from them. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

for (const [program, ...args] of [
  ['bash', 'scripts/setup', '--for', 'test'],
  [process.execPath, 'scripts/build.mjs', '--only', 'engine'],
  [process.execPath, 'scripts/build.mjs', '--only', 'data'],
  [process.execPath, '--import', 'tsx', 'web/content/claims/write.ts', ...process.argv.slice(2)],
]) {
  const { status } = spawnSync(String(program), args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
