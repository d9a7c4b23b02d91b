import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { contentId } from '../../web/vite/versions';

const root = mkdtempSync(join(tmpdir(), 'versions-'));
afterAll(() => rmSync(root, { recursive: true }));

/** A folder with these files; its id. */
function idOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(root, 'data-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return contentId(folder);
}

describe('the id of what the numbers come from', () => {
  const one = { 'a/info.json': '{}', 'a/first.txt': 'x', 'b.txt': '' };

  it('is eight digits that follow from names and bytes, wherever the folder stands', () => {
    expect(idOf(one)).toMatch(/^[0-9a-f]{8}$/u);
    expect(idOf(one)).toBe(idOf({ ...one }));
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['a byte', { ...one, 'b.txt': 'y' }],
    ['a name', { 'a/info.json': '{}', 'a/first.txt': 'x', 'c.txt': '' }],
    ['the place of a byte', { ...one, 'a/first.txt': '', 'b.txt': 'x' }],
    ['a file more', { ...one, 'd.txt': '' }],
  ])('changes with %s', (_, other) => {
    expect(idOf(other)).not.toBe(idOf(one));
  });

  it('cannot be had of what is not there, and says what to do', () => {
    expect(() => contentId(join(root, 'lost'))).toThrow(/lost is missing. Run npm run build/);
  });
});
