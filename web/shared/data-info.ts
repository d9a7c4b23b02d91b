import type { Language } from './lesson';

type InBothLanguages = Readonly<Record<Language, string>>;

/** Where words come from, and under which licences. */
export interface DataOrigin {
  readonly package: string;
  readonly version: string;
  readonly packageLicence: string;
  readonly dataLicence: string;
  readonly about: InBothLanguages;
}

/** What `info.json` says of a built data set; made by `web/content/data/build.ts`. */
export interface DataInfo {
  readonly id: string;
  /** Class keys, in the order of the model's outputs. */
  readonly classes: readonly string[];
  /** Every character of the training part, in the order of the tokens 1, 2, …; 0 is unknown. */
  readonly alphabet: string;
  /** Words of each class in each part. */
  readonly counts: Readonly<
    Record<'training' | 'validation' | 'test', Readonly<Record<string, number>>>
  >;
  /** Training words in `first.txt`; the others are in `rest.txt`. */
  readonly firstTraining: number;
  /** Share of the largest class in the validation part, 0 to 1. */
  readonly largestClass: number;
  readonly origin: readonly DataOrigin[];
  /** The rules in the order they were applied, with the words that each took out (or put in). */
  readonly cleaning: readonly (InBothLanguages & { readonly words: number })[];
  readonly bytes: Readonly<
    Record<'first' | 'rest' | 'test', { readonly plain: number; readonly gzip: number }>
  >;
}
