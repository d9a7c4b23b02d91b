/** A split word list as the files that the site serves, within their budgets. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { DataInfo } from '../../shared/data-info';
import { ContentError } from '../problems';
import type { Applied, Entry } from './cleaning';
import type { Description } from './documents';
import type { Split } from './splitting';

/** Bytes after gzip that a file may have: what a phone loads before the first run, and during it. */
const budgets = { first: 30_000, rest: 150_000, test: 30_000 } as const;
const leastFirstTraining = 4096;

type Counts = Readonly<Record<string, number>>;

export interface BuiltData {
  readonly info: DataInfo;
  /** Name → text. */
  readonly files: ReadonlyMap<string, string>;
}

export function assemble(
  description: Description,
  parts: Split,
  applied: readonly Applied[],
  licence: string,
): BuiltData {
  const { id, split } = description;
  const classes = description.classes.map(({ key }) => key);
  const training = [...parts.first, ...parts.rest];
  const count = (entries: readonly Entry[]): Counts =>
    Object.fromEntries(
      classes.map((key) => [key, entries.filter((entry) => entry.class === key).length]),
    );
  if (parts.first.length < Math.max(leastFirstTraining, split.firstTraining)) {
    throw new ContentError(
      `lessons/data/${id}.json: the first slice asks for ${split.firstTraining} training words (at least ${leastFirstTraining}), there are ${parts.first.length}. Make validation or test smaller.`,
    );
  }

  const head = description.notice.map((line) => `## ${line}\n`).join('');
  const block = (part: string, entries: readonly Entry[]): string =>
    classes.map((key) => `# ${part} ${key}\n${wordsOf(entries, key)}`).join('');
  const texts = {
    first: head + block('validation', parts.validation) + block('training', parts.first),
    rest: head + block('training', parts.rest),
    test: head + block('test', parts.test),
  };
  const validation = count(parts.validation);
  const info: DataInfo = {
    id,
    classes,
    alphabet: [...new Set(training.flatMap(({ word }) => [...word]))].sort().join(''),
    counts: { training: count(training), validation, test: count(parts.test) },
    firstTraining: parts.first.length,
    largestClass: Math.max(...Object.values(validation)) / parts.validation.length,
    origin: description.origin,
    cleaning: applied.map(({ name, words }) => ({ ...sentence(description, name), words })),
    bytes: { first: bytes(texts.first), rest: bytes(texts.rest), test: bytes(texts.test) },
  };
  checkBudgets(info);
  const files = new Map([
    ...Object.entries(texts).map(([name, text]) => [`${name}.txt`, text] as const),
    ['info.json', `${JSON.stringify(info, null, 2)}\n`] as const,
    ['licence.txt', licence] as const,
  ]);
  return { info, files };
}

export function write({ info, files }: BuiltData, root: string): void {
  const folder = join(root, 'build/data', info.id);
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
}

/** One line of what was built. */
export function summary(info: DataInfo): string {
  const parts = Object.entries(info.counts).map(
    ([part, counts]) => `${part} ${thousands(total(counts))} (${listed(counts)})`,
  );
  const sizes = Object.entries(info.bytes).map(
    ([name, { gzip }]) => `${name} ${(gzip / 1000).toFixed(1)} kB gz`,
  );
  const largest = `largest class ${(100 * info.largestClass).toFixed(1)} %`;
  const first = `${thousands(info.firstTraining)} in the first slice`;
  return `${info.id}: ${parts.join(', ')}; ${first}; ${sizes.join(', ')}; ${largest}`;
}

/** In the order of their last letters: gzip finds common endings, which save more than beginnings. */
function wordsOf(entries: readonly Entry[], key: string): string {
  return entries
    .filter((entry) => entry.class === key)
    .map(({ word }) => backwards(word))
    .sort()
    .map((word) => `${backwards(word)}\n`)
    .join('');
}

const backwards = (word: string): string => [...word].reverse().join('');

function sentence({ id, cleaning }: Description, name: string): { fr: string; en: string } {
  const found = cleaning[name];
  if (found === undefined) {
    throw new ContentError(
      `lessons/data/${id}.json: "cleaning" says nothing of the rule "${name}". Add its sentence in both languages.`,
    );
  }
  return found;
}

function bytes(text: string): { plain: number; gzip: number } {
  return { plain: Buffer.byteLength(text), gzip: gzipSync(text).length };
}

function checkBudgets(info: DataInfo): void {
  for (const [name, budget] of Object.entries(budgets)) {
    const { gzip } = info.bytes[name as keyof typeof budgets];
    if (gzip > budget) {
      throw new ContentError(
        `${info.id}/${name}.txt has ${thousands(gzip)} bytes after gzip, the budget is ${thousands(budget)}. Lower split.firstTraining or the parts in lessons/data/${info.id}.json.`,
      );
    }
  }
}

const total = (counts: Counts): number => Object.values(counts).reduce((sum, n) => sum + n, 0);
const listed = (counts: Counts): string =>
  Object.entries(counts)
    .map(([key, n]) => `${thousands(n)} ${key}`)
    .join(', ');
const thousands = (n: number): string => n.toString().replace(/\B(?=(\d{3})+$)/g, ',');
