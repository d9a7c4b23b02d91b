/** A cleaned and split word list as the files of a data set. */
import type { DataInfo } from '../../shared/data-info';
import { ContentError } from '../problems';
import type { Applied, Entry } from './cleaning';
import type { Description } from './documents';
import type { Split } from './splitting';
import { assemble, type BuiltData } from './writing';

/** What a run may need before the rest of the training words has arrived. */
const leastFirstTraining = 4096;

/** Sets the files; writes nothing. @throws ContentError */
export function assembleWords(
  description: Description,
  parts: Split,
  applied: readonly Applied[],
  licence: string,
): BuiltData {
  const { id, split, notice, origin } = description;
  const file = `lessons/data/${id}.json`;
  if (parts.first.length < Math.max(leastFirstTraining, split.firstTraining)) {
    throw new ContentError(
      `${file}: the first slice asks for ${split.firstTraining} training words (at least ${leastFirstTraining}), there are ${parts.first.length}. Make validation or test smaller.`,
    );
  }
  const heading = {
    id,
    classes: description.classes.map(({ key }) => key),
    notice,
    origin,
    cleaning: applied.map(({ name, words }) => ({ ...sentence(description, name), words })),
    licence,
    remedy: `Lower split.firstTraining or the parts in ${file}.`,
  };
  return assemble(heading, parts, { block: byClass, symbolsOf: (word) => [...word] });
}

const byClass = (part: string, entries: readonly Entry[], classes: readonly string[]): string =>
  classes.map((key) => `# ${part} ${key}\n${wordsOf(entries, key)}`).join('');

/** In the order of their last letters: gzip finds common endings, which save more than beginnings. */
function wordsOf(entries: readonly Entry[], key: string): string {
  return entries
    .filter((entry) => entry.class === key)
    .map(({ word }) => backwards(word))
    .sort()
    .map((word) => `${backwards(word)}\n`)
    .join('');
}

const backwards = (word: string): string => [...word].reverse().join('');

function sentence(
  { id, cleaning }: Description,
  name: string,
): Omit<DataInfo['cleaning'][number], 'words'> {
  const found = cleaning[name];
  if (found === undefined) {
    throw new ContentError(
      `lessons/data/${id}.json: "cleaning" says nothing of the rule "${name}". Add its sentence in both languages.`,
    );
  }
  return found;
}
