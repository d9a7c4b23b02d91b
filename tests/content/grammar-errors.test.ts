import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { buildGrammar } from '../../web/content/data/grammars';
import { ProjectFiles } from '../../web/content/project-files';

const root = join(import.meta.dirname, '../..');

describe('a grammar that cannot be right', () => {
  const folder = mkdtempSync(join(tmpdir(), 'recurrence-grammar-'));
  cpSync(join(root, 'lessons/data'), join(folder, 'lessons/data'), { recursive: true });
  const broken = new ProjectFiles(folder);
  afterAll(() => rmSync(folder, { recursive: true }));

  const order = 'order-fr';
  it.each([
    [order, '{when} {animal} {act', '{when} {animals} {act', '"{animals}" names no slot'],
    [order, '"act": "act"', '"act": "acts"', 'the lexicon has no list "acts"'],
    [order, '{act.present}', '{act.future}', '"{act.future}" has no form "future"'],
    [order, '{act.present}', '{act}', '"{act}" has forms: say which one'],
    [order, '{act.present}', '{act:animal}', 'slot "animal" is nothing to agree with'],
    [order, '"class": "animal"', '"class": "beast"', '"beast" is no class'],
    [order, '{when} {animal} {act', '{when} *{animal} {act', 'has not 0 word marked by *'],
    [order, '"training": 3200', '"training": 6400', 'Make the parts smaller: split, in '],
    [order, '"kind": "sentences"', '"kind": "verses"', '"kind": '],
    [order, '"weight": 4', '"weight": 0', '"patterns.0.weight": '],
    ['recall', '"lengths": [', '"lengths": [3, ', 'has not 4104 different examples, it makes 144'],
  ])('%s: %s → %s', (name, from, to, fact) => {
    const file = `lessons/data/${name}.grammar.json`;
    const path = join(folder, file);
    const before = readFileSync(path, 'utf8');
    const after = before.replace(from, to);
    expect(after).not.toBe(before);
    writeFileSync(path, after);
    try {
      const build = (): unknown => buildGrammar(name, broken);
      expect(build).toThrow(fact);
      expect(build).toThrow(file);
    } finally {
      writeFileSync(path, before);
    }
  });
});
