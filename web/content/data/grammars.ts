/** From a grammar to data sets: families drawn one after another until the parts are full. */
import { Random } from '../../worker/random';
import { wordsIn } from '../../worker/tokenizer';
import { ContentError } from '../problems';
import type { ProjectFiles } from '../project-files';
import type { Entry } from './cleaning';
import { grammarFile, readGrammar, type Grammar } from './grammar-file';
import { SentenceSource } from './sentences';
import { bracketFamily, recallFamily } from './sequences';
import { assemble, type BuiltData, type Heading } from './writing';

/** Examples that belong together: of the same words or symbols, or in the same setting. */
type Family = readonly Entry[];

interface Parts {
  readonly validation: readonly Family[];
  readonly test: readonly Family[];
  readonly training: readonly Family[];
  readonly fresh: readonly Family[];
}

/** Draws in vain, one after another, after which a grammar counts as too small. */
const patience = 10_000;

const licenceFile = 'lessons/data/CC0-1.0.txt';

/** Builds the data sets of a grammar (recall has one for each length); writes nothing. */
export function buildGrammar(name: string, files: ProjectFiles): BuiltData[] {
  const grammar = readGrammar(files, name);
  const file = grammarFile(name);
  const licence = files.read(licenceFile);
  const { seed } = grammar.split;
  switch (grammar.kind) {
    case 'sentences': {
      const source = new SentenceSource(grammar, file);
      const { marked } = grammar;
      return [
        build(grammar, file, licence, { id: name, unit: 'word', marked }, () => source.draw()),
      ];
    }
    case 'recall':
      return grammar.lengths.map((length) => {
        const random = new Random(seed, length);
        const draw = (): Family => recallFamily(grammar, length, random);
        return build(grammar, file, licence, { id: `${name}-${length}`, maxLength: length }, draw);
      });
    case 'brackets': {
      const random = new Random(seed);
      return [build(grammar, file, licence, { id: name }, () => bracketFamily(grammar, random))];
    }
  }
}

function build(
  grammar: Grammar,
  file: string,
  licence: string,
  own: Pick<Heading, 'id' | 'unit' | 'marked' | 'maxLength'>,
  draw: () => Family | undefined,
): BuiltData {
  const { validation, test, training, fresh } = fill(grammar, file, draw);
  const heading: Heading = {
    ...own,
    classes: grammar.classes.map(({ key }) => key),
    notice: grammar.notice,
    origin: [{ grammar: file, dataLicence: 'CC0-1.0', about: grammar.about }],
    cleaning: [],
    licence,
    remedy: `Make the parts smaller: split, in ${file}.`,
  };
  const parts = {
    validation: inOrder(validation),
    test: inOrder(test),
    first: inOrder(training),
    rest: [],
    fresh: inOrder(fresh),
  };
  const symbolsOf = own.unit === 'word' ? wordsIn : (text: string) => [...text];
  return assemble(heading, parts, { symbolsOf, block: inStretches });
}

/** No example comes twice, in one part or in two. */
function fill({ split }: Grammar, file: string, draw: () => Family | undefined): Parts {
  const taken = new Set<string>();
  const next = (): Family => {
    for (let vain = 0; vain < patience; vain += 1) {
      const family = draw();
      const texts = new Set(family?.map(({ word }) => word));
      if (family === undefined || texts.size < family.length) continue;
      if (family.some(({ word }) => taken.has(word))) continue;
      for (const text of texts) taken.add(text);
      return family;
    }
    throw new ContentError(
      `${file}: the grammar has not ${total(split)} different examples, it makes ${taken.size}. Add words or patterns, or make a part smaller.`,
    );
  };
  const part = (wanted: number): readonly Family[] => {
    const families: Family[] = [];
    for (let count = 0; count < wanted;) {
      const family = next();
      families.push(family);
      count += family.length;
    }
    return families;
  };
  return {
    validation: part(split.validation),
    test: part(split.test),
    training: part(split.training),
    fresh: part(split.fresh ?? 0),
  };
}

const total = ({ validation, test, training, fresh = 0 }: Grammar['split']): number =>
  validation + test + training + fresh;

/** Examples that stand in one stretch of a file. */
const stretch = 256;

/** By class in each stretch, so that relatives stand near: gzip looks back 32 kB and no further. */
function inStretches(part: string, entries: readonly Entry[], classes: readonly string[]): string {
  return Array.from({ length: Math.ceil(entries.length / stretch) }, (_, i) => {
    const some = entries.slice(i * stretch, (i + 1) * stretch);
    return classes
      .map((key) => [key, some.filter((entry) => entry.class === key)] as const)
      .filter(([, own]) => own.length > 0)
      .map(([key, own]) => `# ${part} ${key}\n${own.map(({ word }) => `${word}\n`).join('')}`)
      .join('');
  }).join('');
}

/** Families in the order of their first example, for gzip's sake. */
const inOrder = (families: readonly Family[]): Entry[] =>
  [...families].sort(([one], [other]) => (one!.word < other!.word ? -1 : 1)).flat();
