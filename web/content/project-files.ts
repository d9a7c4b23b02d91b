import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ContentError } from './problems';

/** Reads the project's text files by their path from its root, as error messages name them. */
export class ProjectFiles {
  constructor(readonly root: string = process.cwd()) {}

  has(path: string): boolean {
    return existsSync(join(this.root, path));
  }

  read(path: string): string {
    if (!this.has(path)) {
      throw new ContentError(
        `${path}:1: this file does not exist. Create it, or run the build from the project's root (now: ${this.root}).`,
      );
    }
    return readFileSync(join(this.root, path), 'utf8');
  }

  /** Names in a folder, sorted; none when the folder does not exist. */
  list(folder: string): string[] {
    return this.has(folder) ? readdirSync(join(this.root, folder)).sort() : [];
  }
}
