/** The installed package: its files, its module, and the examples of its README. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inject } from 'vitest';

export const project = inject('project');
export const folder = join(project, 'node_modules/recurrence-engine');

export const load = async (): Promise<typeof import('../../web/package/types')> =>
  import(/* @vite-ignore */ pathToFileURL(join(folder, 'index.js')).href);

/** The README's blocks of code in a language, in their order. */
export function examples(language: 'js' | 'html'): string[] {
  const readme = readFileSync(join(folder, 'README.md'), 'utf8');
  const blocks = readme.matchAll(/^```(\w+)\n(.*?)^```$/gms);
  return [...blocks].flatMap(([, name, code = '']) => (name === language ? [code] : []));
}
