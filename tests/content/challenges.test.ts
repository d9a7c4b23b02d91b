import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { challengeIds, challenges } from '../../web/app/instruments/challenge/challenges';
import { readChallenges } from '../../web/content/challenges';
import { ProjectFiles } from '../../web/content/project-files';
import { languages } from '../../web/shared/lesson';

const root = join(import.meta.dirname, '../..');

it('every challenge has its words in each language, with as many hints, on data with fresh ones', () => {
  const texts = readChallenges(new ProjectFiles(root));
  for (const language of languages) {
    expect(Object.keys(texts[language])).toEqual(challengeIds);
    for (const id of challengeIds) {
      expect(texts[language][id]!.hints.length).toBeGreaterThanOrEqual(2);
      const data = challenges[id].data[language];
      const info = readFileSync(join(root, 'build/data', data, 'info.json'), 'utf8');
      const { fresh = {} } = JSON.parse(info) as { fresh?: Record<string, number> };
      const count = Object.values(fresh).reduce((sum, each) => sum + each, 0);
      expect(count, id).toBeGreaterThanOrEqual(challenges[id].goal.sequences);
    }
  }
  expect(texts.fr['order']!.title).toBe('Qui agit\u202f?');
});

describe('a challenge that must not be published', () => {
  const folder = mkdtempSync(join(tmpdir(), 'recurrence-challenge-'));
  cpSync(join(root, 'lessons'), join(folder, 'lessons'), { recursive: true });
  const broken = new ProjectFiles(folder);
  afterAll(() => rmSync(folder, { recursive: true }));

  const hint = '  "hints": [\n';
  it.each([
    ['order.json', '"lstm", "gru"', '"lstm"', 'order.json:', /reference is a gru/],
    ['order.json', '"learningRate": 0.01', '"dropout": 0.1', 'order.json:', /not the learner's/],
    ['order.json', '"learningRate": 0.01', '"learningRate": -1', 'order.json:', /no run has/],
    ['order.json', '"share": 0.98', '"share": 98', 'order.json:', /goal.share/],
    ['order.json', '"maxExamples": 6144', '"maxExamples": 60000', 'order.json:', /maxExamples/],
    ['order.json', '"fr": "order-fr"', '"fr": "cats"', 'order.json:3', /data.fr/],
    ['order.json', '[1, 2, 3]', '[1]', 'order.json:', /seeds/],
    [
      'order.fr.json',
      hint,
      `${hint}    "Encore un indice.",\n`,
      'order.fr.json:1',
      /4 hints here and 3/,
    ],
    [
      'order.en.json',
      '"cell": "A bag',
      '"parameters": "No.",\n    "cell": "A bag',
      'order.en.json:',
      /does not count/,
    ],
    ['negation.en.json', '"parameters":', '"sizes":', 'negation.en.json:', /sizes/],
    ['order.fr.json', 'Prenez une cellule', 'Prenez un token', 'order.fr.json:6', /jeton/],
    ['order.fr.json', 'Qui agit ?', 'Qui agit?', 'order.fr.json:2', /no space/],
  ])('%s: %s → %s', (name, from, to, place, fact) => {
    const path = join(folder, 'lessons/challenges', name);
    const before = readFileSync(path, 'utf8');
    const after = before.replace(from, to);
    expect(after).not.toBe(before);
    writeFileSync(path, after);
    try {
      expect(() => readChallenges(broken)).toThrow(fact);
      expect(() => readChallenges(broken)).toThrow(place);
    } finally {
      writeFileSync(path, before);
    }
  });

  it('is one that nobody lists', () => {
    const left = challengeIds.filter((id) => id !== 'order');
    expect(() => readChallenges(broken, left)).toThrow(
      /lessons\/challenges\/order\.en\.json:1: "order" is no challenge of/,
    );
  });
});
