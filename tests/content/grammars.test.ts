import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { datasetWords } from '../../web/app/i18n';
import { grammarNames, readGrammar } from '../../web/content/data/grammar-file';
import { buildGrammar } from '../../web/content/data/grammars';
import { write } from '../../web/content/data/writing';
import { ProjectFiles } from '../../web/content/project-files';
import { languages } from '../../web/shared/lesson';
import { Alphabet, normalise, tokenize, unknownToken } from '../../web/worker/tokenizer';
import { grouped, readBuilt, type BuiltExample } from './built-data';

const root = join(import.meta.dirname, '../..');
const files = new ProjectFiles(root);
const names = grammarNames(files);
const all = names.flatMap((name) => buildGrammar(name, files).map((built) => ({ name, built })));
const ids = all.map(({ built }) => built.info.id);

for (const { built } of all) {
  if (!existsSync(join(root, 'build/data', built.info.id, 'info.json'))) write(built, root);
}

it('there is a data set for every chapter that needs one, in each of its languages', () => {
  const perLanguage = ['order', 'negation', 'flags', 'look-ahead'].flatMap((name) =>
    languages.map((language) => `${name}-${language}`),
  );
  const recall = [10, 20, 40, 80].map((length) => `recall-${length}`);
  expect(ids).toEqual(expect.arrayContaining([...perLanguage, ...recall, 'brackets']));
});

describe.each(all)('the data set $built.info.id', ({ name, built }) => {
  const { info } = built;
  const { id, unit = 'character', marked, maxLength = 40 } = info;
  const examples = readBuilt(root, id);
  const alphabet = new Alphabet(info.alphabet, unit);
  const of = (part: string): BuiltExample[] => examples.filter((each) => each.part === part);

  it('is what its grammar makes, to the byte', () => {
    const again = buildGrammar(name, files).find((each) => each.info.id === id);
    expect([...built.files]).toEqual([...(again?.files ?? [])]);
    for (const [file, text] of built.files) {
      const path = join(root, 'build/data', id, file);
      expect(readFileSync(path, 'utf8') === text, `${path} is old: npm run build`).toBe(true);
    }
  });

  it('holds enough examples of each class, as many as it says', () => {
    for (const [part, least] of [
      ['training', 2000],
      ['validation', 400],
      ['test', 400],
    ] as const) {
      expect(of(part).length).toBeGreaterThanOrEqual(least);
      for (const key of info.classes) {
        const count = of(part).filter((each) => each.class === key).length;
        expect(count, `${part} ${key}`).toBe(info.counts[part][key]);
        const even = of(part).length / info.classes.length;
        expect(Math.abs(count - even) / even, `${part} ${key}`).toBeLessThan(0.05);
      }
    }
    const fresh = Object.values(info.fresh ?? {}).reduce((sum, count) => sum + count, 0);
    expect(of('fresh')).toHaveLength(fresh);
    expect(info.firstTraining).toBe(of('training').length);
    expect(info.largestClass).toBeLessThan(1.05 / info.classes.length);
  });

  it('has no example twice, in one part or in two', () => {
    expect(new Set(examples.map(({ text }) => text)).size).toBe(examples.length);
  });

  it('is written as the model reads it, of known symbols, none too long', () => {
    const seen = new Set<string>();
    for (const { text, part } of examples) {
      const symbols = alphabet.split(text);
      expect(text).toBe(normalise(text));
      expect(alphabet.join(symbols)).toBe(text.replace('*', ''));
      expect(symbols.length).toBeLessThanOrEqual(maxLength);
      expect(symbols.filter((symbol) => alphabet.tokenOf(symbol) === unknownToken)).toEqual([]);
      if (part === 'training') for (const symbol of symbols) seen.add(symbol);
      expect(text.split('*').length).toBe(marked ? 2 : 1);
    }
    expect(alphabet.symbols).toEqual([...seen].sort());
  });

  it('keeps within 30 kB for the first slice, and names origin and licence', () => {
    expect(info.bytes.first.gzip).toBeLessThanOrEqual(30_000);
    expect(info.origin).toMatchObject([
      { grammar: `lessons/data/${name}.grammar.json`, dataLicence: 'CC0-1.0' },
    ]);
    for (const file of ['first', 'rest', 'test']) {
      expect(built.files.get(`${file}.txt`)).toMatch(/^## .*\n## CC0 1\.0.*licence\.txt/);
    }
    expect(built.files.get('licence.txt')).toContain('CC0 1.0 Universal');
  });

  it.each(languages)('has its words in %s, and suggests what a model can read', (language) => {
    const words = datasetWords(language, id);
    expect(Object.keys(words.classes)).toEqual([...info.classes]);
    const grammar = readGrammar(files, name);
    expect(words.language).toBe(grammar.kind === 'sentences' ? grammar.language : null);
    for (const suggestion of words.suggestions) {
      const { tokens, cut } = tokenize(suggestion, alphabet, maxLength);
      expect([...tokens], suggestion).not.toContain(unknownToken);
      expect(cut).toBe(0);
    }
  });
});

/** Examples of one part that are the same once `shared` has been taken of them. */
const families = (id: string, shared: (text: string) => string): BuiltExample[][] =>
  grouped(readBuilt(root, id), (each) => `${each.part} ${shared(each.text)}`);

const classesOf = (family: readonly BuiltExample[]): string[] =>
  family.map((each) => each.class).sort();

describe.each(['order-fr', 'order-en', 'brackets'])('the twins of %s', (id) => {
  const unit = id === 'brackets' ? 'character' : 'word';
  const bag = (text: string): string => [...new Alphabet([], unit).split(text)].sort().join(' ');

  it('have the same words in the same part: a bag of words is right for half of them', () => {
    for (const family of families(id, bag)) {
      const [one, other] = [...new Set(classesOf(family))];
      const ones = family.filter((each) => each.class === one).length;
      expect(other, family[0]?.text).toBeDefined();
      expect(ones, family[0]?.text).toBe(family.length / 2);
    }
  });
});

describe.each([10, 20, 40, 80])('recall over %i symbols', (length) => {
  it('leaves the first symbol alone to tell', () => {
    for (const family of families(`recall-${length}`, (text) => text.slice(1))) {
      expect(classesOf(family)).toEqual(['a', 'b', 'c', 'd']);
      for (const { text, class: key } of family) {
        expect(text[0]).toBe(key);
        expect(text).toHaveLength(length);
      }
    }
  });
});

describe.each(['look-ahead-fr', 'look-ahead-en'])('what comes first in %s', (id) => {
  it('never tells: up to the marked word, each beginning has both classes equally often', () => {
    const beginnings = families(id, (text) => /^.*\*\S+/.exec(text)?.[0] ?? '');
    for (const family of beginnings) {
      const nouns = family.filter((each) => each.class === 'noun').length;
      expect(nouns, family[0]?.text).toBe(family.length / 2);
    }
    expect(beginnings.length).toBeGreaterThan(100);
  });
});

describe.each([
  ['flags-fr', / (?:que|qu'|dont|avec qui|à qui) ?.*/, 4],
  ['flags-en', / (?:whom|to whom|with whom|whose) .*/, 3],
] as const)('what follows the subject in %s', (id, clause, classes) => {
  it('never tells: it follows a subject of each class', () => {
    const isClause = (text: string): string => clause.exec(text)?.[0] ?? '';
    const found = families(id, isClause);
    for (const family of found) {
      expect(new Set(classesOf(family)).size, family[0]?.text).toBe(classes);
      expect(family.length % classes).toBe(0);
    }
  });
});

it('a French subject has the agreement of its persons', () => {
  const grammar = readGrammar(files, 'flags-fr');
  if (grammar.kind !== 'sentences') throw new Error('flags-fr has sentences');
  const feminine = new Set(
    [
      ...(grammar.lexicon['one-feminine'] ?? []),
      ...(grammar.lexicon['several-feminine'] ?? []),
    ].map(String),
  );
  for (const { text, class: key } of readBuilt(root, 'flags-fr')) {
    const persons = (/^(.*?) (?:qu[e']|dont|avec|à) ?/.exec(text)?.[1] ?? '').split(' et ');
    const number = persons.length > 1 || persons[0]?.startsWith('les ') ? 'plural' : 'singular';
    const gender = persons.every((person) => feminine.has(person)) ? 'feminine' : 'masculine';
    expect(`${gender}-${number}`, text).toBe(key);
  }
});

it('no French sentence keeps a vowel that must be elided', () => {
  for (const id of ids.filter((each) => each.endsWith('-fr'))) {
    const faults = readBuilt(root, id).filter(({ text }) =>
      /(?<!\S)(?:que|ne|de|je|la) \*?[aeiouyâàéèêëîïôù]|(?<!\S)le \*?[aeiouâàéèêîô]|' /.test(text),
    );
    expect(faults).toEqual([]);
  }
});

it('brackets are balanced where taking away pairs that touch leaves nothing', () => {
  for (const { text, class: key } of readBuilt(root, 'brackets')) {
    let left = text;
    for (let before = ''; before !== left;) {
      before = left;
      left = left.replaceAll('()', '').replaceAll('[]', '');
    }
    expect(left === '' ? 'balanced' : 'unbalanced', text).toBe(key);
  }
});

describe.each([
  ['negation-fr', /\bn(?:'|e )(\S+) pas /, /\bn(?:'|e )(\S+) que /, '$1 '],
  ['negation-en', /(?: not|n't) /, / only /, ' '],
] as const)('the negations of %s', (id, negation, distractor, without) => {
  const all = readBuilt(root, id);
  const known = new Map(all.map((each) => [each.text, each]));
  /** The place of the last one: those before it stand in a relative clause. */
  const last = (text: string): number =>
    Math.max(...[...text.matchAll(new RegExp(negation, 'g'))].map(({ index }) => index));
  const relative = / (?:que nous|that we had)/;

  it('turn the class round where they are taken from the opinion', () => {
    const negated = all.filter(({ text }) => negation.test(text));
    expect(negated.length).toBeGreaterThan(all.length / 3);
    let turned = 0;
    for (const each of negated) {
      const at = last(each.text);
      const rest = each.text.slice(0, at) + each.text.slice(at).replace(negation, without);
      const found = known.get(rest);
      expect(found?.part, `${each.text} → ${rest}`).toBe(each.part);
      const inRelative = relative.test(each.text) && !isMain(each.text, at);
      expect(found?.class === each.class, `${each.text} → ${rest}`).toBe(inRelative);
      if (!inRelative) turned += 1;
    }
    expect(turned).toBeGreaterThan(all.length / 4);
  });

  /** Behind the relative clause's participle stands the opinion. */
  const isMain = (text: string, at: number): boolean => {
    const clause = relative.exec(text);
    const words = text.slice(clause?.index ?? 0, at).trim();
    return !/^(?:que nous|that we had)$/.test(words);
  };

  it('are not mistaken for what only limits', () => {
    const limited = all.filter(({ text }) => distractor.test(text));
    expect(limited.length).toBeGreaterThan(all.length / 20);
    for (const each of limited) {
      const found = known.get(each.text.replace(distractor, without));
      expect([found?.part, found?.class], each.text).toEqual([each.part, each.class]);
    }
  });
});
