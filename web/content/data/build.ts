/** Writes build/data/<id>/ for every data set. Run: npx tsx web/content/data/build.ts */
import { datasets } from '../../shared/datasets';
import { ContentError } from '../problems';
import { ProjectFiles } from '../project-files';
import { firstNames } from './first-names';
import { frenchNouns } from './french-nouns';
import { grammarNames } from './grammar-file';
import { buildGrammar } from './grammars';
import { buildData } from './sources';
import { summary, write } from './writing';

/** Pages, lessons and links choose from one list; it names these data, and no others. */
function checkList(built: readonly string[]): void {
  const listed: readonly string[] = datasets;
  for (const id of built) {
    if (listed.includes(id)) continue;
    throw new ContentError(`${list}: '${id}' is built but not listed. Add it.`);
  }
  for (const id of listed) {
    if (built.includes(id)) continue;
    throw new ContentError(`${list}: '${id}' is listed but nothing builds it. Remove it.`);
  }
}

const list = 'web/shared/datasets.ts';
const files = new ProjectFiles();

try {
  const words = [frenchNouns, firstNames].map((source) => buildData(source, files));
  const grammars = grammarNames(files).flatMap((name) => buildGrammar(name, files));
  const all = [...words, ...grammars];
  checkList(all.map(({ info }) => info.id));
  for (const built of all) {
    write(built, files.root);
    console.log(summary(built.info));
  }
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
