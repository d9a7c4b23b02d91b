import { describe, expect, it } from 'vitest';
import { cellCode } from '../../web/content/cell-code';
import { ProjectFiles } from '../../web/content/project-files';
import { cellKinds, equations, symbolOf } from '../../web/shared/equations';
import { codePieces } from '../../web/app/lesson/code-symbols';

const files = new ProjectFiles();

describe.each(cellKinds)('the lines of %s', (kind) => {
  const { file, firstLine, lines, tagged } = cellCode(kind);

  it('are those of the source, where it says so', () => {
    const source = files.read(file).split('\n');
    lines.forEach((line, index) => {
      expect(source[firstLine - 1 + index]!.trim()).toBe(line.trim());
    });
  });

  it('compute the equations, each on the line that carries its tag', () => {
    for (const { line, tag } of tagged) {
      const { result } = equations[kind].find((one) => one.tag === tag)!;
      const text = lines[line - firstLine]!;
      expect(text).toContain(`(${tag})`);
      const symbol = symbolOf(result);
      if (symbol !== null) expect(codePieces(text).map((piece) => piece.symbol)).toContain(symbol);
    }
    const tags = new Set(tagged.map(({ tag }) => tag));
    const all = equations[kind].map(({ tag }) => tag);
    // relu stands in a line of its own; its sum is that of the other cell.
    expect([...tags]).toEqual(kind === 'elman-relu' ? ['elman.2'] : all);
  });

  it('close what they open, and are as few as a page can show', () => {
    const braces = lines.join('').replaceAll(/[^{}]/gu, '');
    expect(braces.replaceAll('{', '')).toHaveLength(braces.length / 2);
    expect(lines.length).toBeLessThanOrEqual(12);
  });
});

it('says which file has lost its function', () => {
  const empty = { read: () => 'int a;\n' } as unknown as ProjectFiles;
  expect(() => cellCode('lstm', empty)).toThrow(/^src\/rnn\/lstm\.cpp:.*"forward"/u);
});
