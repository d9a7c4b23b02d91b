/** The statements of the engine that compute one step of each cell, to stand beside its formulas. */
import type { CellKind } from '../shared/equations';
import { ContentError } from './problems';
import { ProjectFiles } from './project-files';

export interface CellCode {
  readonly file: string;
  readonly firstLine: number;
  readonly lines: readonly string[];
  /** Which line computes an equation; lines count from 1. */
  readonly tagged: readonly { readonly line: number; readonly tag: string }[];
}

const functions: Readonly<Record<CellKind, readonly [file: string, name: string]>> = {
  elman: ['src/rnn/elman.cpp', 'forward_tanh'],
  'elman-relu': ['src/rnn/elman.cpp', 'forward_relu'],
  lstm: ['src/rnn/lstm.cpp', 'forward'],
  gru: ['src/rnn/gru.cpp', 'forward'],
};

const tagIn = /\/\/ \(([a-z]+\.\d+)\)/u;

/** From the first statement that carries an equation's tag, or leads to one, to the last. */
export function cellCode(kind: CellKind, files: ProjectFiles = new ProjectFiles()): CellCode {
  const [file, name] = functions[kind];
  const lines = files.read(file).split('\n');
  const head = lines.findIndex((line) => line.startsWith(`void ${name}(`));
  const end = lines.indexOf('}', head);
  const tagged = lines.flatMap((text, index) => {
    const tag = index > head && index < end ? tagIn.exec(text)?.[1] : undefined;
    return tag === undefined ? [] : [{ line: index + 1, tag }];
  });
  const [named, last] = [tagged[0]?.line, tagged.at(-1)?.line];
  if (head === -1 || named === undefined || last === undefined) {
    throw new ContentError(
      `${file}:${head + 1}: no function "${name}" computes an equation with a tag. Name the one that does in web/content/cell-code.ts.`,
    );
  }
  const first = leading(lines, named);
  const block = lines.slice(first - 1, closing(lines, first - 1, last));
  const indent = Math.min(...block.flatMap((line) => (line === '' ? [] : line.search(/\S/u))));
  return { file, firstLine: first, lines: block.map((line) => line.slice(indent)), tagged };
}

/** The first of the statements just above a line that stand in the same block as it. */
function leading(lines: readonly string[], line: number): number {
  const indent = lines[line - 1]!.search(/\S/u);
  let first = line;
  for (;;) {
    const above = lines[first - 2] ?? '';
    if (above.search(/\S/u) !== indent || !/^\s*(?!const\b).*;$/u.test(above)) return first;
    first -= 1;
  }
}

/** The line at which every brace that opens from `from` to before `to` is closed again. */
function closing(lines: readonly string[], from: number, to: number): number {
  const open = (text: string): number => text.split('{').length - text.split('}').length;
  let depth = lines.slice(from, to).reduce((sum, line) => sum + open(line), 0);
  let last = to;
  while (depth > 0 && last < lines.length) {
    depth += open(lines[last]!);
    last += 1;
  }
  return last;
}
