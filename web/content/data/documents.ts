/** What `lessons/data` says of a data set: its description, its review, the words never shown. */
import { z } from 'zod';
import { readJson } from '../json-file';
import type { ProjectFiles } from '../project-files';

const inBothLanguages = z.strictObject({ fr: z.string().min(1), en: z.string().min(1) });
const words = z.array(z.string().min(1)).min(1);

const description = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  title: inBothLanguages,
  description: inBothLanguages,
  /** What a label says, and what it does not say. */
  label: inBothLanguages,
  classes: z.array(z.strictObject({ key: z.string().regex(/^[a-z]+$/), name: inBothLanguages })),
  origin: z.array(
    z.strictObject({
      package: z.string(),
      version: z.string(),
      packageLicence: z.string(),
      dataLicence: z.string(),
      about: inBothLanguages,
    }),
  ),
  /** Text of the data's licence, in `node_modules`. */
  licenceFile: z.string(),
  /** First lines of every word file: whose work, what was changed and when, which licence. */
  notice: words,
  /** A sentence for each rule that the build applies, under the rule's name. */
  cleaning: z.record(z.string(), inBothLanguages),
  length: z.strictObject({ min: z.int().positive(), max: z.int().positive() }),
  /** Words aimed at; a family that crosses a limit is not cut. */
  split: z.strictObject({
    seed: z.int().nonnegative(),
    validation: z.int().positive(),
    test: z.int().positive(),
    firstTraining: z.int().min(4096),
    about: inBothLanguages,
  }),
});

const review = z.strictObject({
  purpose: inBothLanguages,
  remove: z.array(z.strictObject({ reason: z.string(), words })),
  add: z.array(z.strictObject({ reason: z.string(), class: z.string(), words })),
});

const excluded = z.strictObject({
  purpose: inBothLanguages,
  groups: z.array(z.strictObject({ language: z.enum(['fr', 'en']), reason: z.string(), words })),
});

export type Description = z.output<typeof description>;
export type Review = z.output<typeof review>;

const folder = 'lessons/data';
export const excludedFile = `${folder}/excluded-words.json`;

export const reviewFile = (id: string): string => `${folder}/${id}.review.json`;

export const readDescription = (files: ProjectFiles, id: string): Description =>
  readJson(files, `${folder}/${id}.json`, description).content;

export const readReview = (files: ProjectFiles, id: string): Review =>
  readJson(files, reviewFile(id), review).content;

/** Entries of the excluded words in one language. */
export const readExcluded = (files: ProjectFiles, language: 'fr' | 'en'): string[] =>
  readJson(files, excludedFile, excluded)
    .content.groups.filter((group) => group.language === language)
    .flatMap((group) => group.words);
