/** Files of an installed npm package, after a look at who it is. */
import { join } from 'node:path';
import { ContentError } from '../problems';
import type { ProjectFiles } from '../project-files';
import type { Description } from './documents';

const modules = 'node_modules';

/** Checks that the installed packages are those that the description documents. */
export function checkPackages(files: ProjectFiles, { id, origin }: Description): void {
  for (const documented of origin) {
    const installed = readPackageJson<{ version?: string; license?: string }>(
      files,
      documented.package,
      'package.json',
    );
    const differs =
      installed.version !== documented.version || installed.license !== documented.packageLicence;
    if (differs) {
      throw new ContentError(
        `lessons/data/${id}.json documents ${documented.package} ${documented.version} (${documented.packageLicence}), ` +
          `installed is ${installed.version} (${installed.license}). Install the documented version (npm ci), or review the new one and document it.`,
      );
    }
  }
}

export function readPackageJson<Content>(files: ProjectFiles, name: string, path: string): Content {
  const text = readPackageText(files, `${name}/${path}`);
  try {
    return JSON.parse(text) as Content;
  } catch (error) {
    throw new ContentError(
      `${modules}/${name}/${path}: this is not JSON. Install the packages again: npm ci`,
      { cause: error },
    );
  }
}

/** @param path from node_modules, with the package's name. */
export function readPackageText(files: ProjectFiles, path: string): string {
  const file = join(modules, path);
  if (!files.has(file)) {
    throw new ContentError(`${file} is missing. Install the packages: npm ci`);
  }
  return files.read(file);
}
