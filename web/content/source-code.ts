import type { ProjectFiles } from './project-files';

/** A line of the engine that carries an equation's tag; lines count from 1. */
export interface TaggedLine {
  readonly tag: string;
  readonly file: string;
  readonly line: number;
}

export interface Excerpt {
  readonly file: string;
  readonly firstLine: number;
  readonly lines: readonly string[];
  /** Ids that equations link to, by line of the file. */
  readonly anchors: readonly { readonly line: number; readonly id: string }[];
}

/** "// (lstm.5)" behind a statement, perhaps with more tags, a colon and a remark. */
const tagsBehind = /\/\/ ((?:\([a-z]+\.\d+'?\) ?)+)(?=\s*$|:)/u;

/** "eq-" or "code-" and the tag, as an id that needs no escaping: a prime becomes a word. */
export function idOfTag(prefix: 'eq' | 'code', tag: string): string {
  return `${prefix}-${tag.replace("'", '-adjoint')}`;
}

/** The engine's sources as lessons quote them: by equation tag, or between two marks. */
export class SourceCode {
  readonly tagged: readonly TaggedLine[];
  readonly #lines = new Map<string, readonly string[]>();

  constructor(files: ProjectFiles, folder = 'src/rnn') {
    for (const name of files.list(folder)) {
      if (!/\.[ch]pp$/u.test(name)) continue;
      const file = `${folder}/${name}`;
      this.#lines.set(file, files.read(file).split('\n'));
    }
    this.tagged = [...this.#lines].flatMap(([file, lines]) =>
      lines.flatMap((text, index) => {
        const tags = tagsBehind.exec(text)?.[1]?.match(/[a-z]+\.\d+'?/gu) ?? [];
        return tags.map((tag) => ({ tag, file, line: index + 1 }));
      }),
    );
  }

  has(tag: string): boolean {
    return this.tagged.some((line) => line.tag === tag);
  }

  /** The smallest block that holds the statements with these tags; null if no function does. */
  byTags(tags: readonly string[]): Excerpt | null {
    const found = this.tagged.filter((line) => tags.includes(line.tag));
    const file = found[0]?.file;
    const lines = file === undefined ? undefined : this.#lines.get(file);
    if (file === undefined || lines === undefined) return null;
    if (found.some((line) => line.file !== file)) return null;
    if (!tags.every((tag) => found.some((line) => line.tag === tag))) return null;
    const block = enclosingBlock(
      lines,
      Math.min(...found.map(({ line }) => line)),
      Math.max(...found.map(({ line }) => line)),
    );
    return block === null ? null : this.#excerpt(file, lines, block.first, block.last);
  }

  /** What stands between "// excerpt: name" and "// end: name"; null without such marks. */
  byAnchor(file: string, anchor: string): Excerpt | null {
    const lines = this.#lines.get(file);
    if (lines === undefined) return null;
    const opens = lines.findIndex((text) => text.trim() === `// excerpt: ${anchor}`);
    const closes = lines.findIndex((text) => text.trim() === `// end: ${anchor}`);
    if (opens < 0 || closes <= opens + 1) return null;
    return this.#excerpt(file, lines, opens + 2, closes);
  }

  #excerpt(file: string, lines: readonly string[], first: number, last: number): Excerpt {
    const shown = lines.slice(first - 1, last);
    const indents = shown.filter((text) => text.trim() !== '').map((text) => text.search(/\S/u));
    const common = Math.min(...indents);
    const anchors = this.tagged
      .filter((line) => line.file === file && line.line >= first && line.line <= last)
      .map(({ tag, line }) => ({ line, id: idOfTag('code', tag) }));
    return { file, firstLine: first, lines: shown.map((text) => text.slice(common)), anchors };
  }
}

/** Does the statement of the next line begin on this one or before it? */
function continuesStatement(text: string | undefined): boolean {
  const code = text?.replace(/\/\/.*$/u, '').trim();
  return code !== undefined && code !== '' && !/[;{}:]$/u.test(code) && !code.startsWith('*');
}

/** The smallest braced block around lines `from` to `to`, with its head; null for a namespace. */
function enclosingBlock(
  lines: readonly string[],
  from: number,
  to: number,
): { readonly first: number; readonly last: number } | null {
  const before = [0];
  for (const text of lines) before.push(before.at(-1)! + bracesIn(text));
  const level = Math.min(...before.slice(from - 1, to + 1));
  let first = from;
  while (first > 1 && before[first - 1]! >= level) first -= 1;
  let last = to;
  while (last < lines.length && before[last]! >= level) last += 1;
  if (level === 0 || /^namespace\b/u.test(lines[first - 1] ?? '')) return null;
  while (continuesStatement(lines[first - 2])) first -= 1;
  return { first, last };
}

/** Braces that a line opens less those it closes. */
function bracesIn(text: string): number {
  const code = text.replace(/\/\/.*$/u, '');
  return code.split('{').length - code.split('}').length;
}
