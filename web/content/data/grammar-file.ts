/** What a grammar is: a file `lessons/data/<name>.grammar.json`, which holds data and no code. */
import { z } from 'zod';
import { readJson } from '../json-file';
import type { ProjectFiles } from '../project-files';

const inBothLanguages = z.strictObject({ fr: z.string().min(1), en: z.string().min(1) });
const name = z.string().regex(/^[a-z]+(?:-[a-z]+)*$/);
const named = <Value extends z.ZodType>(value: Value) => z.record(name, value);

/** Slot → list of the lexicon that its entry is drawn from. */
const slots = named(name).default({});

/**
 * What a slot can hold: a text, which may have slots of its own, or the forms of a word that
 * agrees, by their names. `is` names the form that the entry asks of words that agree with it.
 */
const entry = z.union([
  z.string(),
  z.strictObject({
    text: z.string(),
    slots,
    is: name.optional(),
    weight: z.int().positive().default(1),
  }),
  z.strictObject({ forms: named(z.string()), is: name.optional() }),
]);

/**
 * A text with slots: `{cat}` is the slot's entry, `{chases.past}` the form of that name,
 * `{chases:cat}` the form that the entry of slot `cat` asks for. `class` is a class's key.
 */
const sentence = z.strictObject({ text: z.string().min(1), class: z.string().min(1) });

const heading = {
  title: inBothLanguages,
  description: inBothLanguages,
  /** What a label says, and what it does not say. */
  label: inBothLanguages,
  classes: z.array(z.strictObject({ key: name, name: inBothLanguages })).min(2),
  /** How the examples were made and cut. */
  about: inBothLanguages,
  /** First lines of every file of examples. */
  notice: z.array(z.string().min(1)).min(1),
  /** Examples aimed at; sentences that belong together are not parted. */
  split: z.strictObject({
    seed: z.int().nonnegative(),
    validation: z.int().positive(),
    test: z.int().positive(),
    training: z.int().positive(),
    /** For the checks of challenges alone: drawn last, so that no other part holds one. */
    fresh: z.int().positive().optional(),
  }),
};

const sentences = z.strictObject({
  kind: z.literal('sentences'),
  ...heading,
  language: z.enum(['fr', 'en']),
  /** Does the label belong to one word, marked by `*` before it, and not to the sentence? */
  marked: z.literal(true).optional(),
  /** Words that change before a vowel: word → its form there; h is among the vowels. */
  elision: z.record(z.string(), z.string()).default({}),
  lexicon: named(z.array(entry).min(1)),
  /** The sentences of a pattern are filled alike, and stay in one part. */
  patterns: z
    .array(
      z.strictObject({
        slots,
        sentences: z.array(sentence).min(1),
        weight: z.int().positive().default(1),
      }),
    )
    .min(1),
});

const symbol = z.string().length(1);

/** The first symbol decides; the others are drawn at random. One data set for each length. */
const recall = z.strictObject({
  kind: z.literal('recall'),
  ...heading,
  lengths: z.array(z.int().min(2)).min(1),
  /** The first symbol of each class. */
  first: named(symbol),
  distractors: z.array(symbol).min(1),
});

/** A sequence that closes each bracket rightly, and one of the same symbols that does not. */
const brackets = z.strictObject({
  kind: z.literal('brackets'),
  ...heading,
  pairs: z.array(z.tuple([symbol, symbol])).min(1),
  /** Brackets in a sequence, from so many to so many. */
  length: z.strictObject({ min: z.int().positive(), max: z.int().positive() }),
  balanced: name,
  unbalanced: name,
});

const grammar = z.discriminatedUnion('kind', [sentences, recall, brackets]);

export type Grammar = z.output<typeof grammar>;
export type SentenceGrammar = z.output<typeof sentences>;
export type RecallGrammar = z.output<typeof recall>;
export type BracketGrammar = z.output<typeof brackets>;
export type LexiconEntry = z.output<typeof entry>;
export type Pattern = SentenceGrammar['patterns'][number];

const folder = 'lessons/data';
const ending = '.grammar.json';

export const grammarFile = (name: string): string => `${folder}/${name}${ending}`;

/** The names of all grammars. */
export const grammarNames = (files: ProjectFiles): string[] =>
  files
    .list(folder)
    .flatMap((file) => (file.endsWith(ending) ? [file.slice(0, -ending.length)] : []));

export const readGrammar = (files: ProjectFiles, name: string): Grammar =>
  readJson(files, grammarFile(name), grammar).content;
