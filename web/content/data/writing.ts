/** The parts of a data set as the files that the site serves, within their budgets. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { DataInfo } from '../../shared/data-info';
import { ContentError } from '../problems';
import type { Entry } from './cleaning';
import type { Split } from './splitting';

/** Bytes after gzip that a file may have: what a phone loads before the first run, and during it. */
const budgets = { first: 30_000, rest: 150_000, test: 30_000, fresh: 15_000 } as const;

type Counts = Readonly<Record<string, number>>;

/** What is known of a data set before its parts. */
export interface Heading extends Pick<
  DataInfo,
  'id' | 'classes' | 'unit' | 'marked' | 'maxLength' | 'origin' | 'cleaning'
> {
  /** First lines of every file of examples. */
  readonly notice: readonly string[];
  /** Text of the data's licence. */
  readonly licence: string;
  /** What to change when a file is over its budget. */
  readonly remedy: string;
}

/** How examples become lines, and what they are made of. */
export interface Layout {
  /** A part's examples in blocks of one class. */
  readonly block: (part: string, entries: readonly Entry[], classes: readonly string[]) => string;
  /** The characters or words of an example. */
  readonly symbolsOf: (text: string) => readonly string[];
}

export interface BuiltData {
  readonly info: DataInfo;
  /** Name → text. */
  readonly files: ReadonlyMap<string, string>;
}

/** Sets the files of a data set; writes nothing. @throws ContentError over a budget */
export function assemble(heading: Heading, parts: Split, layout: Layout): BuiltData {
  const { id, classes, unit, marked, maxLength, notice, origin, cleaning, licence } = heading;
  const training = [...parts.first, ...parts.rest];
  const { fresh = [] } = parts;
  const count = (entries: readonly Entry[]): Counts =>
    Object.fromEntries(
      classes.map((key) => [key, entries.filter((entry) => entry.class === key).length]),
    );
  const head = notice.map((line) => `## ${line}\n`).join('');
  const block = (part: string, entries: readonly Entry[]): string =>
    layout.block(part, entries, classes);
  const texts = {
    first: head + block('validation', parts.validation) + block('training', parts.first),
    rest: head + block('training', parts.rest),
    test: head + block('test', parts.test),
    ...(fresh.length > 0 && { fresh: head + block('fresh', fresh) }),
  };
  const validation = count(parts.validation);
  const symbols = new Set(training.flatMap(({ word }) => layout.symbolsOf(word)));
  const alphabet = [...symbols].sort();
  const info: DataInfo = {
    id,
    classes,
    unit,
    alphabet: unit === 'word' ? alphabet : alphabet.join(''),
    marked,
    maxLength,
    counts: { training: count(training), validation, test: count(parts.test) },
    firstTraining: parts.first.length,
    ...(fresh.length > 0 && { fresh: count(fresh) }),
    largestClass: Math.max(...Object.values(validation)) / parts.validation.length,
    origin,
    cleaning,
    bytes: {
      first: bytes(texts.first),
      rest: bytes(texts.rest),
      test: bytes(texts.test),
      ...(texts.fresh !== undefined && { fresh: bytes(texts.fresh) }),
    },
  };
  checkBudgets(info, heading.remedy);
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

function bytes(text: string): { plain: number; gzip: number } {
  return { plain: Buffer.byteLength(text), gzip: gzipSync(text).length };
}

function checkBudgets(info: DataInfo, remedy: string): void {
  for (const [name, budget] of Object.entries(budgets)) {
    const { gzip } = info.bytes[name as keyof typeof budgets] ?? { gzip: 0 };
    if (gzip > budget) {
      throw new ContentError(
        `${info.id}/${name}.txt has ${thousands(gzip)} bytes after gzip, the budget is ${thousands(budget)}. ${remedy}`,
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
