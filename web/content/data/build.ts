/** Writes build/data/<id>/ for every data set. Run: npx tsx web/content/data/build.ts */
import { ContentError } from '../problems';
import { ProjectFiles } from '../project-files';
import { firstNames } from './first-names';
import { frenchNouns } from './french-nouns';
import { grammarNames } from './grammar-file';
import { buildGrammar } from './grammars';
import { buildData } from './sources';
import { summary, write } from './writing';

const files = new ProjectFiles();

try {
  const words = [frenchNouns, firstNames].map((source) => buildData(source, files));
  const grammars = grammarNames(files).flatMap((name) => buildGrammar(name, files));
  for (const built of [...words, ...grammars]) {
    write(built, files.root);
    console.log(summary(built.info));
  }
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
