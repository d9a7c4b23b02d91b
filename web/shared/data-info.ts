import type { Language } from './lesson';

type InBothLanguages = Readonly<Record<Language, string>>;

/** What one token is. */
export type Unit = 'character' | 'word';

/** Data from a package that others published, and under which licences. */
export interface PackageOrigin {
  readonly package: string;
  readonly version: string;
  readonly packageLicence: string;
  readonly dataLicence: string;
  readonly about: InBothLanguages;
}

/** Data made by a grammar that was written for the course. */
export interface GrammarOrigin {
  /** The grammar's file. */
  readonly grammar: string;
  readonly dataLicence: string;
  readonly about: InBothLanguages;
}

export type DataOrigin = PackageOrigin | GrammarOrigin;

interface FileSize {
  readonly plain: number;
  readonly gzip: number;
}

/** What `info.json` says of a built data set; made by `web/content/data/build.ts`. */
export interface DataInfo {
  readonly id: string;
  /** Class keys, in the order of the model's outputs. */
  readonly classes: readonly string[];
  /** Characters, where nothing is said. */
  readonly unit?: Unit | undefined;
  /**
   * Every character (as one text) or word (as a list) of the training part, in the order of the
   * tokens 1, 2, …; 0 is the unknown one.
   */
  readonly alphabet: string | readonly string[];
  /** Does the label belong to one token of an example, marked by `*` in the files, not to all? */
  readonly marked?: true | undefined;
  /** Tokens that a model reads of one example, where 40 are too few (`classifier.maxLength`). */
  readonly maxLength?: number | undefined;
  /** Examples of each class in each part. */
  readonly counts: Readonly<
    Record<'training' | 'validation' | 'test', Readonly<Record<string, number>>>
  >;
  /** Training examples in `first.txt`; the others are in `rest.txt`. */
  readonly firstTraining: number;
  /** Examples of each class in `fresh.txt`, which no run opens: challenges are checked on them. */
  readonly fresh?: Readonly<Record<string, number>>;
  /** Share of the largest class in the validation part, 0 to 1. */
  readonly largestClass: number;
  readonly origin: readonly DataOrigin[];
  /** The rules in the order they were applied, with the words that each took out (or put in). */
  readonly cleaning: readonly (InBothLanguages & { readonly words: number })[];
  readonly bytes: Readonly<Record<'first' | 'rest' | 'test', FileSize>> & {
    readonly fresh?: FileSize;
  };
}
