/** Content hashes of a step's inputs, so that a step runs only when one of them has changed. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

/**
 * Every file under the given paths, sorted, but for installed packages; a path that does not
 * exist adds nothing.
 * @param {readonly string[]} paths files or folders
 * @returns {string[]}
 */
export function filesUnder(paths) {
  return paths
    .filter((path) => existsSync(path))
    .flatMap((path) =>
      statSync(path).isDirectory()
        ? readdirSync(path, { recursive: true, withFileTypes: true })
            .filter((entry) => entry.isFile())
            .map((entry) => join(entry.parentPath, entry.name))
            .filter((file) => !file.split(sep).includes('node_modules'))
        : [path],
    )
    .sort();
}

/**
 * @param {readonly string[]} paths files or folders
 * @param {readonly string[]} [facts] what else decides the result, as text
 */
export function fingerprint(paths, facts = []) {
  const hash = createHash('sha256');
  for (const fact of facts) hash.update(`fact ${fact}\n`);
  for (const file of filesUnder(paths)) {
    const content = readFileSync(file);
    hash.update(`file ${file} ${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

/** @param {string} path @param {string} value */
export const stampSays = (path, value) => existsSync(path) && readFileSync(path, 'utf8') === value;

/** @param {string} path @param {string} value */
export function writeStamp(path, value) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, value);
}
