import type { Paragraph, Root, RootContent } from 'mdast';
import { schemas } from '../app/instruments/schemas';
import type { Block, Language, Lesson } from '../shared/lesson';
import { folderOf, type Chapter } from './course';
import { blockOf, checkDirective, type LessonContext } from './directives';
import { Instruments, type KnownInstruments } from './instruments';
import { parseMarkdown, placeIn, prepare, textOf, toHtml, type Heard } from './markdown';
import { Problems } from './problems';
import type { ProjectFiles } from './project-files';
import { Prose } from './prose';
import { idOfTag, SourceCode } from './source-code';
import { readValues } from './values';

/** Makes a lesson of its Markdown, or says everything that is wrong with it. */
export function readLesson(
  files: ProjectFiles,
  chapter: Chapter,
  language: Language,
  known: KnownInstruments = schemas,
): Lesson {
  const folder = folderOf(chapter);
  const file = `${folder}/${language}.md`;
  const problems = new Problems();
  const instruments = new Instruments(known, problems);
  const context: LessonContext = {
    files,
    folder,
    chapter: chapter.id,
    language,
    instruments,
    prose: new Prose(files, problems),
    source: new SourceCode(files),
    values: readValues(files, `${folder}/example.json`),
  };
  const tree = parseMarkdown(files.read(file));
  const heard = prepare(tree, file, context);
  const { title, lead, rest } = openingOf(tree, file, problems);
  const blocks = blocksOf(rest, file, context);
  checkLinks(blocks, heard, instruments, problems);
  const lesson: Lesson = {
    id: chapter.id,
    language,
    number: chapter.number,
    slug: chapter.slug[language],
    alternates: chapter.slug,
    title,
    lead: lead === null ? '' : toHtml(lead.children, file, context),
    description: lead === null ? '' : textOf(lead).replace(/\s+/gu, ' '),
    minutes: chapter.minutes,
    sections: heard.sections,
    blocks,
  };
  problems.stop();
  return lesson;
}

interface Opening {
  readonly title: string;
  readonly lead: Paragraph | null;
  readonly rest: readonly RootContent[];
}

function openingOf(tree: Root, file: string, problems: Problems): Opening {
  const [first, second, ...rest] = tree.children;
  if (first?.type !== 'heading' || first.depth !== 1) {
    problems.add({ file, line: 1 }, 'the lesson has no title.', 'Begin with "# " and the title.');
    return { title: '', lead: null, rest: tree.children };
  }
  for (const node of rest) {
    if (node.type !== 'heading' || node.depth !== 1) continue;
    problems.add(placeIn(file, node), 'this is a second title.', 'Use "## " for a section.');
  }
  if (second?.type !== 'paragraph') {
    const fact = 'no paragraph stands under the title.';
    problems.add(
      placeIn(file, second ?? first),
      fact,
      'Say there in one or two sentences what one can do here.',
    );
    return { title: textOf(first), lead: null, rest: tree.children.slice(1) };
  }
  return { title: textOf(first), lead: second, rest };
}

function blocksOf(nodes: readonly RootContent[], file: string, context: LessonContext): Block[] {
  const blocks: Block[] = [];
  let run: RootContent[] = [];
  const flush = (): void => {
    if (run.length > 0) blocks.push({ kind: 'html', html: toHtml(run, file, context) });
    run = [];
  };
  for (const node of nodes) {
    if (node.type === 'leafDirective') {
      flush();
      const place = placeIn(file, node);
      const block = checkDirective(node, place, context) ? blockOf(node, place, context) : null;
      if (block !== null) blocks.push(block);
    } else if (node.type === 'containerDirective' && node.name === 'margin') {
      flush();
      blocks.push({ kind: 'margin', html: toHtml(node.children as RootContent[], file, context) });
    } else {
      run.push(node);
    }
  }
  flush();
  return blocks;
}

function checkLinks(
  blocks: readonly Block[],
  heard: Heard,
  instruments: Instruments,
  problems: Problems,
): void {
  const shown = blocks.flatMap((block) => (block.kind === 'code' ? block.anchors : []));
  const codeIds = new Set(shown.map(({ id }) => id));
  for (const [tag, place] of heard.tags) {
    if (codeIds.has(idOfTag('code', tag))) continue;
    problems.add(
      place,
      `the page does not show the code of "${tag}".`,
      `Add ::code{tag="${tag}"}.`,
    );
  }
  instruments.checkIds(heard.ids);
  const ids = new Set([...heard.ids, ...codeIds, ...instruments.ids]);
  for (const { target, place } of heard.links) {
    if (target.startsWith('#')) {
      const section = instruments.checkLink(target, place);
      if (section === null || ids.has(section)) continue;
      const known = [...heard.ids, ...instruments.ids].map((each) => `#${each}`).join(', ');
      const fact = `nothing on the page has the id "${section}".`;
      problems.add(place, fact, `Link to one of: ${known}.`);
    } else if (!/^https:\/\/[a-z]/u.test(target)) {
      problems.add(
        place,
        `the link "${target}" leads nowhere.`,
        'Link to "#id" or to an https address.',
      );
    }
  }
}
