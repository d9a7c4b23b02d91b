/**
 * Tells the page what its numbers come from: a short hash of the engine, and one of the data.
 * web/app/scene/versions.ts reads them; a link carries them.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Plugin } from 'vite';

const missing = (path: string): Error => new Error(`${path} is missing. Run npm run build.`);

/** Every file of a folder with its path, so that a name that changes counts too. */
function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesOf(path) : [path];
    })
    .sort();
}

/** Eight hexadecimal digits that follow from the content of a file or a folder. */
export function contentId(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw missing(path);
  const hash = createHash('sha256');
  for (const file of found.isDirectory() ? filesOf(path) : [path]) {
    const bytes = readFileSync(file);
    hash.update(`${relative(path, file).split(sep).join('/')}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex').slice(0, 8);
}

export function versions(): Plugin {
  return {
    name: 'recurrence:versions',
    config: () => ({
      define: {
        'import.meta.env.RECURRENCE_ENGINE': JSON.stringify(contentId('build/engine/rnn.wasm')),
        'import.meta.env.RECURRENCE_DATA': JSON.stringify(contentId('build/data')),
      },
    }),
  };
}
