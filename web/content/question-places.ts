import type { Block, Language } from '../shared/lesson';
import type { Question } from '../shared/prediction';
import { Problems, type Place } from './problems';
import { ProjectFiles } from './project-files';
import { Prose } from './prose';
import { questionFileOf, readQuestions } from './question-file';

type InstrumentBlock = Extract<Block, { kind: 'instrument' }>;

const workshopFolder = 'lessons/workshop';

/** The names in an attribute `questions`, in its order. */
export const namesIn = (attribute: string): readonly string[] =>
  attribute.split(/[\s,]+/u).filter((name) => name !== '');

/** Those of the questions that an instrument names; what it names in vain is reported. */
export function chosenFrom(
  questions: readonly Question[],
  names: readonly string[],
  scope: string,
  where: { readonly place: Place; readonly file: string; readonly problems: Problems },
): readonly Question[] {
  return names.flatMap((name) => {
    const found = questions.find(({ id }) => id === `${scope}.${name}`);
    if (found) return [found];
    const known = questions.map(({ id }) => id.slice(scope.length + 1)).join(', ');
    const fact = `${where.file} has no question "${name}".`;
    where.problems.add(where.place, fact, `Name some of: ${known}.`);
    return [];
  });
}

/** The workshop's blocks, with its own questions where one asks. */
export function withWorkshopQuestions(
  blocks: readonly InstrumentBlock[],
  language: Language,
  root?: string,
): readonly InstrumentBlock[] {
  const files = new ProjectFiles(root);
  const problems = new Problems();
  const prose = new Prose(files, problems);
  const file = questionFileOf(workshopFolder, language);
  const placed = blocks.map((block) => {
    const names = block.props['questions'];
    if (names === undefined) return block;
    const all = readQuestions(files, workshopFolder, 'workshop', language, prose);
    const where = { place: { file, line: 1 }, file, problems };
    return { ...block, questions: chosenFrom(all, namesIn(names), 'workshop', where) };
  });
  problems.stop();
  return placed;
}
