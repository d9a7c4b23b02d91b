/** What differs from one data set to the other, and what is done with it. */
import type { ProjectFiles } from '../project-files';
import {
  added,
  clean,
  ExcludedWords,
  letters,
  oneClass,
  pronounceable,
  reviewed,
  type Entry,
  type Rule,
} from './cleaning';
import {
  excludedFile,
  readDescription,
  readExcluded,
  readReview,
  reviewFile,
  type Description,
  type Review,
} from './documents';
import { familiesOf, type Relatives } from './families';
import { checkPackages, readPackageText } from './package-source';
import { split } from './splitting';
import { assembleWords } from './word-list';
import type { BuiltData } from './writing';

export interface DataSource {
  readonly id: string;
  /** Language of the words, hence of the list of those that are not shown. */
  readonly language: 'fr' | 'en';
  readonly relatives: Relatives;
  /** The same for spellings that count as one. */
  readonly spelling: (word: string) => string;
  /** Do words have feminine and plural forms, which an excluded word takes along? */
  readonly inflects: boolean;
  readonly read: (files: ProjectFiles) => readonly Entry[];
}

/** The words that a source's data must never hold. */
export const excludedWords = (source: DataSource, files: ProjectFiles): ExcludedWords =>
  new ExcludedWords(
    readExcluded(files, source.language),
    source.inflects ? source.relatives : () => [],
  );

/** Reads, cleans, splits and sets a data set; writes nothing. @throws ContentError */
export function buildData(source: DataSource, files: ProjectFiles): BuiltData {
  const description = readDescription(files, source.id);
  checkPackages(files, description);
  const rules = rulesOf(source, description, readReview(files, source.id), files);
  const { entries, applied } = clean(source.read(files), rules);
  const words = entries.map(({ word }) => word);
  const families = familiesOf(words, source.spelling, source.relatives);
  const parts = split(entries, families, description.split);
  const licence = readPackageText(files, description.licenceFile);
  return assembleWords(description, parts, applied, licence);
}

function rulesOf(
  source: DataSource,
  { length }: Description,
  review: Review,
  files: ProjectFiles,
): Rule[] {
  const file = reviewFile(source.id);
  const removed = review.remove.flatMap(({ words }) => words);
  const missing = review.add.flatMap((group) =>
    group.words.map((word) => ({ word, class: group.class })),
  );
  return [
    letters(length.min, length.max),
    pronounceable,
    oneClass,
    reviewed(removed, file),
    excludedWords(source, files).rule(excludedFile),
    ...(missing.length > 0 ? [added(missing, file)] : []),
  ];
}
