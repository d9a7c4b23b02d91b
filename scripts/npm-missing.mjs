/**
 * Says what package-lock.json asks for and node_modules lacks, in a few words; prints nothing
 * when all is there. Only Node's built-ins: it runs before there is a node_modules folder.
 */
import { existsSync, readFileSync } from 'node:fs';

/** @param {string} path */
const packagesOf = (path) => JSON.parse(readFileSync(path, 'utf8')).packages;

/** @param {string} root */
export function missingFromNodeModules(root) {
  const wanted = packagesOf(`${root}/package-lock.json`);
  const record = `${root}/node_modules/.package-lock.json`;
  if (!existsSync(record)) return 'none are installed yet';
  const installed = packagesOf(record);
  const stale = Object.keys(wanted).filter((path) => {
    if (path === '') return false;
    const found = installed[path];
    // npm leaves out what is for another platform, and what nothing asks for any more.
    if (!found) return !wanted[path].optional && !wanted[path].extraneous;
    return found.version !== wanted[path].version || !existsSync(`${root}/${path}/package.json`);
  });
  return stale.length === 0 ? '' : `${stale.length} missing or of another version`;
}

if (import.meta.filename === process.argv[1]) {
  process.stdout.write(missingFromNodeModules(process.cwd()));
}
