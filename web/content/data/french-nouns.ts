/** Gender of French nouns, from the Lefff as the package french-words-gender-lefff cuts it. */
import { ContentError } from '../problems';
import type { ProjectFiles } from '../project-files';
import type { Entry } from './cleaning';
import { frenchRelatives, frenchSpelling } from './families';
import { readPackageJson } from './package-source';
import type { DataSource } from './sources';

const name = 'french-words-gender-lefff';
const file = 'dist/words.json';
const classOf: Readonly<Record<string, string>> = { F: 'feminine', M: 'masculine' };

export const frenchNouns: DataSource = {
  id: 'french-nouns',
  language: 'fr',
  relatives: frenchRelatives,
  spelling: frenchSpelling,
  inflects: true,
  read: (files: ProjectFiles): Entry[] =>
    Object.entries(readPackageJson<Record<string, string>>(files, name, file)).map(
      ([word, gender]) => {
        const key = classOf[gender];
        if (key === undefined) {
          throw new ContentError(
            `${name}/${file}: "${word}" has the gender "${gender}", expected F or M. Install the documented version: npm ci`,
          );
        }
        return { word, class: key };
      },
    ),
};
