/** Packs dist/engine and installs the tarball in a fresh project, as a stranger would. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder whose node_modules holds the package. */
    readonly project: string;
  }
}

const built = join(import.meta.dirname, '../../dist/engine');

function npm(args: readonly string[], cwd: string): string {
  const env = { ...process.env, npm_config_update_notifier: 'false' };
  return execFileSync('npm', args, { cwd, env, encoding: 'utf8' });
}

export default function install(test: TestProject): () => void {
  if (!existsSync(join(built, 'package.json'))) {
    throw new Error('dist/engine is missing. Run: npm run build -- --only package');
  }
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'recurrence-package-')));
  const [tarball] = npm(['pack', '--silent', '--pack-destination', folder], built).split('\n');
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  npm(['install', '--offline', '--no-audit', '--no-fund', `./${tarball}`], folder);
  test.provide('project', folder);
  return () => rmSync(folder, { recursive: true });
}
