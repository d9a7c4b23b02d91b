import type { Nodes, Paragraph } from 'mdast';
import { sittings } from '../shared/course-quiz';
import type { Block, Language } from '../shared/lesson';
import { parseSymbol } from '../shared/symbols';
import type { Instruments } from './instruments';
import { readCourseQuiz } from './course-quiz-file';
import { questionFileOf, readQuestions } from './question-file';
import { chosenFrom, namesIn } from './question-places';
import { readQuiz } from './quiz-file';
import type { Place } from './problems';
import type { ProjectFiles } from './project-files';
import type { Prose } from './prose';
import type { Excerpt, SourceCode } from './source-code';
import { formatNumber, formatPercent, valueAt, type readValues } from './values';

export type TextDirective = Extract<Nodes, { type: 'textDirective' }>;
export type LeafDirective = Extract<Nodes, { type: 'leafDirective' }>;
export type ContainerDirective = Extract<Nodes, { type: 'containerDirective' }>;
type Directive = TextDirective | LeafDirective | ContainerDirective;

/** Directives of each form, with the attributes they take; "?" marks one that may be left out. */
const forms = {
  textDirective: { sym: [], value: ['digits?', 'as?'] },
  leafDirective: {
    instrument: null,
    quiz: ['file'],
    'course-quiz': ['sitting'],
    'course-result': [],
    code: ['tag?', 'file?', 'anchor?'],
  },
  containerDirective: { margin: [], answer: [] },
} as const;

export interface LessonContext {
  readonly files: ProjectFiles;
  readonly folder: string;
  /** The chapter's id. */
  readonly chapter: string;
  readonly language: Language;
  readonly prose: Prose;
  readonly source: SourceCode;
  readonly values: ReturnType<typeof readValues>;
  readonly instruments: Instruments;
}

/** Says what is wrong with a directive's name or attributes; true when nothing is. */
export function checkDirective(node: Directive, place: Place, { prose }: LessonContext): boolean {
  const known: Readonly<Record<string, readonly string[] | null>> = forms[node.type];
  const mark = { textDirective: ':', leafDirective: '::', containerDirective: ':::' }[node.type];
  const taken = known[node.name];
  if (taken === undefined) {
    const names = Object.keys(known).map((name) => mark + name);
    prose.problems.add(
      place,
      `there is no directive "${mark}${node.name}".`,
      `Use ${names.join(' or ')}, or put a space after the colon.`,
    );
    return false;
  }
  if (taken === null) return true;
  const given = Object.keys(node.attributes ?? {});
  const wrong = given.filter((name) => !taken.includes(name) && !taken.includes(`${name}?`));
  const missing = taken.filter((name) => !name.endsWith('?') && !given.includes(name));
  for (const name of wrong) {
    const remedy =
      taken.length === 0 ? 'It takes none.' : `It takes: ${taken.join(', ').replaceAll('?', '')}.`;
    prose.problems.add(place, `"${mark}${node.name}" has no attribute "${name}".`, remedy);
  }
  for (const name of missing) {
    prose.problems.add(place, `"${mark}${node.name}" lacks its attribute "${name}".`, 'Add it.');
  }
  return wrong.length === 0 && missing.length === 0;
}

/** Gives `:sym` and `:value` the HTML they stand for. */
export function setTextDirective(node: TextDirective, place: Place, context: LessonContext): void {
  const first = node.children[0];
  const label = node.children.length === 1 && first?.type === 'text' ? first.value : '';
  if (node.name === 'sym') {
    const symbol = parseSymbol(label);
    if (symbol === null) {
      const remedy = 'Write one of web/shared/symbols.ts, such as :sym[h] or :sym[h_t-1].';
      context.prose.problems.add(place, `"${label}" is not a symbol of the course.`, remedy);
      return;
    }
    const { letter, below } = symbol;
    node.data = { hName: 'span', hProperties: { className: ['symbol'] } };
    node.children = [
      {
        type: 'emphasis',
        data: { hName: 'i', hProperties: { className: [`sym-${letter}`] } },
        children: [{ type: 'text', value: letter }],
      },
    ];
    if (below !== '') {
      node.children.push({
        type: 'emphasis',
        data: { hName: 'sub' },
        children: [{ type: 'text', value: below }],
      });
    }
    return;
  }
  const as = node.attributes?.['as'] ?? 'number';
  const value = valueAt(context.values, label);
  const digits = Number(node.attributes?.['digits'] ?? (as === 'percent' ? 1 : 4));
  if (as !== 'number' && as !== 'percent') {
    const remedy = 'Write as=percent for a share, or leave it out.';
    context.prose.problems.add(place, `no number is written "${as}".`, remedy);
    return;
  }
  if (value === null || !Number.isInteger(digits) || digits < 0 || digits > 15) {
    const fact = value === null ? `no number stands at "${label}".` : 'its digits are not 0 to 15.';
    context.prose.problems.add(
      place,
      fact,
      'Name a number of example.json, lab or claims, and whole digits.',
    );
    return;
  }
  node.data = { hName: 'span', hProperties: { className: ['num'] } };
  const text =
    as === 'percent'
      ? formatPercent(value, digits, context.language)
      : formatNumber(value, digits, context.language);
  node.children = [{ type: 'text', value: text }];
}

/** The block that a leaf directive stands for; null when it is wrong, which is then reported. */
export function blockOf(node: LeafDirective, place: Place, context: LessonContext): Block | null {
  const attributes = Object.fromEntries(
    Object.entries(node.attributes ?? {}).map(([name, value]) => [name, value ?? '']),
  );
  if (node.name === 'instrument') return instrumentBlock(attributes, place, context);
  if (node.name === 'quiz') {
    const file = attributes['file'] ?? '';
    if (!file.endsWith(`.${context.language}.json`)) {
      const remedy = `Name the quiz in the page's language: *.${context.language}.json.`;
      context.prose.problems.add(place, `the quiz "${file}" is of another language.`, remedy);
      return null;
    }
    const path = `${context.folder}/${file}`;
    if (!context.files.has(path)) {
      context.prose.problems.add(
        place,
        `there is no quiz "${path}".`,
        'Write it, or correct its name.',
      );
      return null;
    }
    return { kind: 'quiz', quiz: readQuiz(context.files, path, context.language, context.prose) };
  }
  if (node.name === 'course-quiz' || node.name === 'course-result') {
    return courseQuizBlock(node.name, attributes['sitting'], place, context);
  }
  const excerpt = excerptOf(attributes, place, context);
  return excerpt === null ? null : { kind: 'code', ...excerpt };
}

/** An instrument that asks has its questions beside it. */
function instrumentBlock(
  attributes: Readonly<Record<string, string>>,
  place: Place,
  { files, folder, chapter, language, prose, instruments }: LessonContext,
): Block | null {
  const block = instruments.block(attributes, place);
  const names = block?.props['questions'];
  if (!block || names === undefined) return block;
  const file = questionFileOf(folder, language);
  if (!files.has(file)) {
    prose.problems.add(place, `there are no questions "${file}".`, 'Write them.');
    return null;
  }
  const all = readQuestions(files, folder, chapter, language, prose);
  const where = { place, file, problems: prose.problems };
  return { ...block, questions: chosenFrom(all, namesIn(names), chapter, where) };
}

function courseQuizBlock(
  kind: 'course-quiz' | 'course-result',
  given: string | undefined,
  place: Place,
  { files, language, prose }: LessonContext,
): Block | null {
  const quiz = readCourseQuiz(files, language, prose);
  if (kind === 'course-result') return { kind, quiz };
  const sitting = sittings.find((each) => each === given);
  if (sitting === undefined) {
    const fact = `the course's quiz has no sitting "${given ?? ''}".`;
    prose.problems.add(place, fact, `Use one of: ${sittings.join(', ')}.`);
    return null;
  }
  return { kind, sitting, quiz };
}

function excerptOf(
  attributes: Readonly<Record<string, string>>,
  place: Place,
  { source, prose }: LessonContext,
): Excerpt | null {
  const { tag, file, anchor } = attributes;
  if (tag !== undefined && file === undefined && anchor === undefined) {
    const tags = tag.trim().split(/\s+/u);
    const excerpt = source.byTags(tags);
    if (excerpt === null) {
      const marks = tags.map((each) => `"// (${each})"`).join(', ');
      const fact = `no one function of src/rnn carries ${marks}.`;
      prose.problems.add(
        place,
        fact,
        'Correct the tags, tag the statements, or quote each function by itself.',
      );
    }
    return excerpt;
  }
  const excerpt = file === undefined || anchor === undefined ? null : source.byAnchor(file, anchor);
  if (excerpt === null || tag !== undefined) {
    const fact = `no lines are marked "${anchor ?? ''}" in "${file ?? ''}".`;
    const remedy =
      'Give either tag="…", or file="src/rnn/…" and the anchor of "// excerpt: …" up to "// end: …".';
    prose.problems.add(place, fact, remedy);
    return null;
  }
  return excerpt;
}

/** The label that stands in brackets behind a container directive's name. */
export function labelOf(node: ContainerDirective): Paragraph | null {
  const first = node.children[0];
  return first?.type === 'paragraph' && first.data?.directiveLabel === true ? first : null;
}
