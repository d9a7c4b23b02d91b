import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { frenchNouns } from '../../web/content/data/french-nouns';
import { buildData } from '../../web/content/data/sources';
import { ProjectFiles } from '../../web/content/project-files';

const root = join(import.meta.dirname, '../..');

describe('a build that cannot be right', () => {
  const folder = mkdtempSync(join(tmpdir(), 'recurrence-data-'));
  cpSync(join(root, 'lessons/data'), join(folder, 'lessons/data'), { recursive: true });
  const broken = new ProjectFiles(folder);
  afterAll(() => rmSync(folder, { recursive: true }));

  const change = (file: string, from: string | RegExp, to: string): (() => void) => {
    const path = join(folder, 'lessons/data', file);
    const before = readFileSync(path, 'utf8');
    const after = before.replace(from, to);
    expect(after).not.toBe(before);
    writeFileSync(path, after);
    return () => writeFileSync(path, before);
  };

  it('says which package is missing', () => {
    expect(() => buildData(frenchNouns, broken)).toThrow(
      /french-words-gender-lefff\/package\.json is missing.*npm ci/,
    );
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  });

  it.each([
    ['french-nouns.json', '"3.4.0"', '"3.3.0"', /documents .* 3\.3\.0 .*installed is 3\.4\.0/],
    [
      'french-nouns.json',
      /"firstTraining": \d+/,
      '"firstTraining": 9000',
      /first\.txt has .* budget is 30,000/,
    ],
    ['french-nouns.json', /"validation": \d+/, '"validation": 40000', /there are 0\. Make/],
    ['french-nouns.json', '"excluded": {', '"forgotten": {', /says nothing of the rule "excluded"/],
    [
      'french-nouns.review.json',
      '"agriote"',
      '"agriotte"',
      /no such word among the data.*agriotte/,
    ],
    ['french-nouns.review.json', '"souris"', '"table"', /already among the data: table/],
    ['excluded-words.json', '"caca"', '"cacacaca"', /exclude no word: cacacaca/],
    ['excluded-words.json', '"reason": "vulgar",', '', /excluded-words\.json:\d+:\d+: .*reason/],
  ])('%s: %s → %s', (file, from, to, message) => {
    const restore = change(file, from, to);
    try {
      expect(() => buildData(frenchNouns, broken)).toThrow(message);
    } finally {
      restore();
    }
  });
});
