import type { Element, ElementContent, Root as HastRoot } from 'hast';
import type { Heading, Nodes, Root, RootContent } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import remarkDirective from 'remark-directive';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { checkDirective, labelOf, setTextDirective, type LessonContext } from './directives';
import { FormulaError, setFormula } from './formula';
import type { Place } from './problems';
import { idOfTag } from './source-code';

type MathNode = Extract<Nodes, { type: 'math' | 'inlineMath' }>;

export interface Heard {
  /** Ids that links on the page may lead to. */
  readonly ids: Set<string>;
  readonly sections: { readonly id: string; readonly title: string }[];
  /** Tags of the page's equations, each with its place. */
  readonly tags: Map<string, Place>;
  readonly links: { readonly target: string; readonly place: Place }[];
}

export function parseMarkdown(text: string): Root {
  return unified().use(remarkParse).use(remarkDirective).use(remarkMath).parse(text);
}

/** Checks a lesson's tree and prepares it for HTML, in place; returns what it heard on the way. */
export function prepare(tree: Root, file: string, context: LessonContext): Heard {
  const { prose, language } = context;
  const heard: Heard = { ids: new Set(), sections: [], tags: new Map(), links: [] };
  const placeOf = (node: Nodes): Place => placeIn(file, node);
  const headings: Heading[] = [];
  let level = 0;

  visit(tree, (node, _index, parent) => {
    const place = placeOf(node);
    switch (node.type) {
      case 'html':
        prose.problems.add(place, 'lessons hold no HTML.', 'Write Markdown or a directive.');
        break;
      case 'code':
        prose.problems.add(
          place,
          'lessons hold no code.',
          'Quote the engine with ::code{tag="…"}.',
        );
        break;
      case 'image':
      case 'imageReference':
        prose.problems.add(
          place,
          'lessons hold no pictures.',
          'Figures are instruments: ::instrument{…}.',
        );
        break;
      case 'text':
        node.value = prose.set(node.value, language, place);
        break;
      case 'link':
        heard.links.push({ target: node.url, place });
        break;
      case 'heading':
        if (node.depth > level + 1) {
          const fact = `a heading of level ${node.depth} follows one of level ${level}.`;
          prose.problems.add(place, fact, `Use level ${level + 1}: "${'#'.repeat(level + 1)}".`);
        }
        level = node.depth;
        headings.push(node);
        hearHeading(node, place, heard, context);
        break;
      case 'math':
        hearTag(node.value, place, heard, context);
        break;
      case 'textDirective':
        if (checkDirective(node, place, context)) setTextDirective(node, place, context);
        return 'skip';
      case 'leafDirective':
      case 'containerDirective':
        if (parent !== tree) {
          const fact = `"${node.name}" stands inside another block.`;
          prose.problems.add(
            place,
            fact,
            'Move it to the margin of the file, between blank lines.',
          );
        }
        if (!checkDirective(node, place, context)) return 'skip';
        if (node.type === 'leafDirective') return 'skip';
        if (node.name === 'answer') setAnswer(node, place, context);
        break;
    }
    return undefined;
  });
  for (const node of headings) {
    const id = node.data?.hProperties?.['id'];
    if (node.depth === 2 && typeof id === 'string')
      heard.sections.push({ id, title: textOf(node) });
  }
  return heard;
}

function hearHeading(node: Heading, place: Place, heard: Heard, { prose }: LessonContext): void {
  if (node.depth === 1) return;
  const last = node.children.at(-1);
  const match = last?.type === 'text' ? /\s*\{#([a-z0-9-]+)\}$/u.exec(last.value) : null;
  const id = match?.[1];
  if (last?.type !== 'text' || match === null || id === undefined) {
    prose.problems.add(
      place,
      'this heading has no id.',
      'End it with one, the same in every language: {#short-name}.',
    );
    return;
  }
  last.value = last.value.slice(0, match.index);
  if (heard.ids.has(id)) {
    prose.problems.add(place, `the id "${id}" stands twice.`, 'Give each heading its own.');
  }
  heard.ids.add(id);
  node.data = { ...node.data, hProperties: { id } };
}

function hearTag(tex: string, place: Place, heard: Heard, { prose, source }: LessonContext): void {
  const tag = /\\tag\{([^}]*)\}/u.exec(tex)?.[1];
  if (tag === undefined) return;
  if (heard.tags.has(tag)) {
    prose.problems.add(
      place,
      `the tag "${tag}" stands twice.`,
      'Tag an equation once a page, then link to it.',
    );
  }
  heard.tags.set(tag, place);
  heard.ids.add(idOfTag('eq', tag));
  if (!source.has(tag)) {
    const remedy = `End the statement that computes it with "// (${tag})", or correct the tag.`;
    prose.problems.add(
      place,
      `no line of src/rnn carries the tag of this formula, "${tag}".`,
      remedy,
    );
  }
}

function setAnswer(
  node: Extract<Nodes, { type: 'containerDirective' }>,
  place: Place,
  { prose }: LessonContext,
): void {
  const label = labelOf(node);
  if (label === null) {
    prose.problems.add(
      place,
      '":::answer" has no label.',
      'Say in brackets what opens it: :::answer[…].',
    );
    return;
  }
  label.data = { ...label.data, hName: 'summary' };
  node.data = { hName: 'details', hProperties: { className: ['answer'] } };
}

/** HTML of these nodes, formulas set; neighbouring equations share a box. */
export function toHtml(
  nodes: readonly RootContent[],
  file: string,
  context: LessonContext,
): string {
  const set = (_: unknown, node: MathNode): ElementContent => {
    try {
      return setFormula(node.value, node.type === 'math', context.language, context.values).element;
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error;
      const [fact = '', ...remedy] = error.message.split(/(?<=\.) (?=[A-Z])/u);
      context.prose.problems.add(placeIn(file, node), fact, remedy.join(' '));
      return { type: 'text', value: '' };
    }
  };
  const processor = unified()
    .use(remarkRehype, { handlers: { math: set, inlineMath: set } })
    .use(rehypeStringify);
  const hast = processor.runSync({ type: 'root', children: [...nodes] } as Root);
  boxEquations(hast);
  return processor.stringify(hast).trim();
}

function boxEquations(parent: HastRoot | Element): void {
  const children: ElementContent[] = [];
  let box: Element | null = null;
  for (const child of parent.children as ElementContent[]) {
    const blank = child.type === 'text' && child.value.trim() === '';
    if (isEquation(child)) {
      if (box === null) {
        box = {
          type: 'element',
          tagName: 'div',
          properties: { className: ['equations'] },
          children: [],
        };
        children.push(box);
      }
      box.children.push(child);
      continue;
    }
    if (!blank) box = null;
    if (child.type === 'element') boxEquations(child);
    children.push(child);
  }
  parent.children = children;
}

function isEquation(node: ElementContent): boolean {
  const classes = node.type === 'element' ? node.properties['className'] : undefined;
  return Array.isArray(classes) && classes.includes('eq');
}

export function placeIn(file: string, node: Nodes): Place {
  const start = node.position?.start;
  return { file, line: start?.line ?? 1, column: start?.column ?? 1 };
}

/** The text a reader hears, without marks. */
export function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
