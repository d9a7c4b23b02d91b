import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { firstNames } from '../../web/content/data/first-names';
import { frenchNouns } from '../../web/content/data/french-nouns';
import { buildData, excludedWords } from '../../web/content/data/sources';
import { write } from '../../web/content/data/writing';
import { ProjectFiles } from '../../web/content/project-files';
import type { DataInfo } from '../../web/shared/data-info';
import { normalise } from '../../web/worker/tokenizer';

const root = join(import.meta.dirname, '../..');
const files = new ProjectFiles(root);

interface Word {
  readonly word: string;
  readonly class: string;
  /** training, validation or test; both slices of the training part are `training`. */
  readonly part: string;
  readonly file: string;
}

const fileNames = ['first', 'rest', 'test'] as const;

function readBuilt(id: string): { info: DataInfo; words: Word[]; texts: Record<string, string> } {
  const read = (name: string): string => readFileSync(join(root, 'build/data', id, name), 'utf8');
  const texts = Object.fromEntries(fileNames.map((name) => [name, read(`${name}.txt`)]));
  const words = fileNames.flatMap((file) => {
    let part = '';
    let key = '';
    return (texts[file] ?? '').split('\n').flatMap((line): Word[] => {
      if (line.startsWith('# ')) [, part = '', key = ''] = line.split(' ');
      const isWord = line !== '' && !line.startsWith('#');
      return isWord ? [{ word: line, class: key, part, file }] : [];
    });
  });
  return { info: JSON.parse(read('info.json')) as DataInfo, words, texts };
}

const cases = [
  {
    source: frenchNouns,
    words: [40_000, 41_500],
    held: 2000,
    length: [3, 16],
    /** Endings of forms of one word: both in the data → both in one part. */
    forms: [
      ['ien', 'ienne'],
      ['eur', 'euse'],
      ['teur', 'trice'],
      ['er', 'ère'],
      ['if', 'ive'],
      ['eux', 'euse'],
      ['on', 'onne'],
      ['ais', 'aise'],
      ['ois', 'oise'],
      ['ain', 'aine'],
      ['in', 'ine'],
      ['ant', 'ante'],
      ['ent', 'ente'],
      ['é', 'ée'],
      ['el', 'elle'],
      ['et', 'ette'],
      ['e', 'esse'],
      ['ard', 'arde'],
      ['eau', 'elle'],
      ['', 's'],
    ],
    fewestPairs: 2500,
    licences: ['Apache-2.0', 'LGPL-LR'],
    absent: ['nègre', 'youpine', 'putain', 'connasses', 'salopes', 'pédé', 'mongolienne', 'mort'],
    present: [
      ['souris', 'feminine'],
      ['voix', 'feminine'],
      ['chiot', 'masculine'],
      ['salopette', 'feminine'],
      ['pissenlit', 'masculine'],
      ['coeur', 'masculine'],
      ['boulangère', 'feminine'],
    ],
  },
  {
    source: firstNames,
    words: [7500, 8200],
    held: 1200,
    length: [2, 40],
    forms: [
      ['ie', 'y'],
      ['i', 'ie'],
      ['ey', 'ie'],
      ['e', 'ee'],
      ['o', 'a'],
      ['us', 'a'],
      ['', 'e'],
      ['n', 'nn'],
    ],
    fewestPairs: 900,
    licences: ['Apache-2.0', 'PDDL-1.0', 'CC0-1.0'],
    absent: ['gypsy', 'dick', 'fanny', 'leslie', 'tamqrah'],
    present: [
      ['mary', 'female'],
      ['anne-marie', 'female'],
      ['john', 'male'],
    ],
  },
] as const;

beforeAll(() => {
  for (const { source } of cases) {
    if (!existsSync(join(root, 'build/data', source.id, 'info.json'))) {
      write(buildData(source, files), root);
    }
  }
});

describe.each(cases)('the data set $source.id', (expected) => {
  const { source } = expected;
  let built: ReturnType<typeof readBuilt>;
  beforeAll(() => {
    built = readBuilt(source.id);
  });
  const parts = ['training', 'validation', 'test'] as const;
  const partOf = (): Map<string, string> =>
    new Map(built.words.map(({ word, part }) => [word, part]));

  it('is what its sources make, to the byte', () => {
    const again = buildData(source, files);
    expect([...buildData(source, files).files]).toEqual([...again.files]);
    for (const [name, text] of again.files) {
      const path = join(root, 'build/data', source.id, name);
      expect(readFileSync(path, 'utf8') === text, `${path} is old: npm run build`).toBe(true);
    }
  });

  it('holds the words that it says, as the model reads them', () => {
    const { words, info } = built;
    const [fewest, most] = expected.words;
    const [shortest, longest] = expected.length;
    expect(words.length).toBeGreaterThan(fewest);
    expect(words.length).toBeLessThan(most);
    for (const part of parts) {
      for (const key of info.classes) {
        const count = words.filter((w) => w.part === part && w.class === key).length;
        expect(count, `${part} ${key}`).toBe(info.counts[part][key]);
      }
    }
    const badly = words.filter(
      ({ word }) =>
        word !== normalise(word) ||
        !/^[\p{Ll}'-]+$/u.test(word) ||
        [...word].length < shortest ||
        [...word].length > longest,
    );
    expect(badly).toEqual([]);
  });

  it('has no word twice, in one part or in two', () => {
    expect(partOf().size).toBe(built.words.length);
  });

  it('keeps the forms of a word in one part', () => {
    const places = partOf();
    let pairs = 0;
    const straddling: string[] = [];
    for (const [word, part] of places) {
      for (const [one, other] of expected.forms) {
        if (!word.endsWith(one) || word.length === one.length) continue;
        const form = word.slice(0, word.length - one.length) + other;
        const formPart = places.get(form);
        if (formPart === undefined) continue;
        pairs += 1;
        if (formPart !== part) straddling.push(`${word} ${part} / ${form} ${formPart}`);
      }
    }
    expect(straddling).toEqual([]);
    expect(pairs).toBeGreaterThan(expected.fewestPairs);
  });

  it('shows no excluded word', () => {
    const excluded = excludedWords(source, files);
    const places = partOf();
    expect(built.words.filter(({ word }) => excluded.entryFor(word) !== undefined)).toEqual([]);
    expect(expected.absent.filter((word) => places.has(word))).toEqual([]);
  });

  it('keeps harmless words, with their class', () => {
    const classes = new Map(built.words.map((w) => [w.word, w.class]));
    expect(expected.present.map(([word]) => [word, classes.get(word)])).toEqual(expected.present);
  });

  it('has an alphabet of exactly the training characters', () => {
    const training = built.words.filter(({ part }) => part === 'training');
    const characters = new Set(training.flatMap(({ word }) => [...word]));
    expect([...built.info.alphabet]).toEqual([...characters].sort());
  });

  it('has parts of the sizes and class balance that it says', () => {
    const { info, words } = built;
    const share = (chosen: readonly Word[]): number =>
      chosen.filter((w) => w.class === info.classes[0]).length / chosen.length;
    for (const part of parts) {
      const chosen = words.filter((w) => w.part === part);
      expect(Math.abs(share(chosen) - share(words)), part).toBeLessThan(0.05);
      if (part === 'training') continue;
      expect(chosen.length).toBeGreaterThanOrEqual(expected.held);
      expect(chosen.length).toBeLessThan(expected.held + 30);
    }
    const first = words.filter((w) => w.file === 'first' && w.part === 'training');
    expect(Math.abs(share(first) - share(words))).toBeLessThan(0.05);
    expect(first.length).toBe(info.firstTraining);
    expect(first.length).toBeGreaterThanOrEqual(4096);
    const validation = words.filter((w) => w.part === 'validation');
    const largest = Math.max(share(validation), 1 - share(validation));
    expect(info.largestClass).toBeCloseTo(largest, 12);
    expect(words.every((w) => (w.part === 'test') === (w.file === 'test'))).toBe(true);
  });

  it('keeps within 30 kB for the first slice and 150 kB for the rest', () => {
    const { bytes } = built.info;
    expect(bytes.first.gzip).toBeLessThanOrEqual(30_000);
    expect(bytes.rest.gzip).toBeLessThanOrEqual(150_000);
    for (const name of fileNames) {
      expect(Buffer.byteLength(built.texts[name] ?? '')).toBe(bytes[name].plain);
    }
  });

  it('names licences and origin, in the files too', () => {
    const { origin, cleaning } = built.info;
    const named = origin
      .map((o) => `${'package' in o ? o.packageLicence : ''} ${o.dataLicence}`)
      .join(' ');
    for (const licence of expected.licences) expect(named).toContain(licence);
    for (const { about } of origin) {
      for (const licence of expected.licences) {
        const words = licence.replace('-1.0', '');
        expect(origin.map((o) => o.about.fr).join(' ')).toContain(words);
        expect(about.en.length).toBeGreaterThan(0);
      }
    }
    expect(cleaning.length).toBeGreaterThanOrEqual(5);
    for (const name of fileNames) {
      expect(built.texts[name]).toMatch(/^## .*\n## .*licence\.txt/);
    }
    const licence = readFileSync(join(root, 'build/data', source.id, 'licence.txt'), 'utf8');
    expect(licence.length).toBeGreaterThan(10_000);
  });
});
