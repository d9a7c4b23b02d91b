/** The rules that make a word list fit to show and to learn from, each with its count. */
import { normalise } from '../../worker/tokenizer';
import { ContentError } from '../problems';
import type { Relatives } from './families';

/** A word with the key of its class. */
export interface Entry {
  readonly word: string;
  readonly class: string;
}

export interface Rule {
  /** The rule's name in the description's `cleaning`. */
  readonly name: string;
  readonly apply: (entries: readonly Entry[]) => readonly Entry[];
}

export interface Applied {
  readonly name: string;
  /** How many words it took out or put in. */
  readonly words: number;
}

/** Applies the rules in their order. */
export function clean(
  source: readonly Entry[],
  rules: readonly Rule[],
): { readonly entries: readonly Entry[]; readonly applied: readonly Applied[] } {
  let entries = source;
  const applied = rules.map(({ name, apply }) => {
    const before = entries.length;
    entries = apply(entries);
    return { name, words: Math.abs(entries.length - before) };
  });
  return { entries, applied };
}

const keep = (name: string, isKept: (word: string) => boolean): Rule => ({
  name,
  apply: (entries) => entries.filter(({ word }) => isKept(word)),
});

/** Letters, single hyphens and apostrophes between letters, within the given lengths. */
export const letters = (min: number, max: number): Rule =>
  keep('letters', (word) => {
    const text = normalise(word);
    const { length } = [...text];
    return /^\p{L}+(?:['-]\p{L}+)*$/u.test(text) && length >= min && length <= max;
  });

/** Without a vowel, or with a capital inside, it is no word but its initials. */
export const pronounceable: Rule = keep(
  'pronounceable',
  (word) =>
    /[aeiouy]/.test(normalise(word).normalize('NFD')) && !/(?<!^|-)\p{Lu}|-\p{Lu}$/u.test(word),
);

/** As the model reads words; those of two classes go, those that fall together become one. */
export const oneClass: Rule = {
  name: 'oneClass',
  apply: (entries) => {
    const classes = new Map<string, Set<string>>();
    for (const entry of entries) {
      const word = normalise(entry.word);
      classes.set(word, (classes.get(word) ?? new Set()).add(entry.class));
    }
    return [...classes].flatMap(([word, keys]) =>
      keys.size === 1 ? [...keys].map((key) => ({ word, class: key })) : [],
    );
  },
};

/** @param file names the reviewed list in the message when a word is not among the entries. */
export const reviewed = (words: readonly string[], file: string): Rule => ({
  name: 'reviewed',
  apply: (entries) => {
    const removed = new Set(words);
    const present = new Set(entries.map(({ word }) => word));
    const stale = words.filter((word) => !present.has(word));
    if (stale.length > 0 || removed.size < words.length) {
      const twice = words.filter((word, i) => words.indexOf(word) < i);
      throw new ContentError(
        `${file}: no such word among the data, or named twice: ${[...stale, ...twice].join(', ')}. Take it out of the list.`,
      );
    }
    return entries.filter(({ word }) => !removed.has(word));
  },
});

export const added = (missing: readonly Entry[], file: string): Rule => ({
  name: 'added',
  apply: (entries) => {
    const present = new Set(entries.map(({ word }) => word));
    const twice = missing.filter(({ word }) => present.has(word));
    if (twice.length > 0) {
      const named = twice.map(({ word }) => word).join(', ');
      throw new ContentError(`${file}: already among the data: ${named}. Take it out of "add".`);
    }
    return [...entries, ...missing];
  },
});

/**
 * The words that must not be shown. An entry stands for itself, its plural and its relatives;
 * `=word` for itself alone; `*` for any run of letters.
 */
export class ExcludedWords {
  readonly #exact = new Map<string, string>();
  readonly #patterns: { readonly entry: string; readonly pattern: RegExp }[] = [];

  constructor(
    readonly entries: readonly string[],
    relatives: Relatives,
  ) {
    for (const entry of entries) {
      if (entry.includes('*')) {
        const pattern = new RegExp(`^${entry.split('*').map(escape).join('.*')}$`, 'u');
        this.#patterns.push({ entry, pattern });
      } else if (entry.startsWith('=')) {
        this.#exact.set(entry.slice(1), entry);
      } else {
        for (const form of relatives(entry)) this.#exact.set(form, this.#exact.get(form) ?? entry);
        this.#exact.set(entry, entry);
      }
    }
  }

  /** The entry that excludes a word. */
  entryFor(word: string): string | undefined {
    return this.#exact.get(word) ?? this.#patterns.find(({ pattern }) => pattern.test(word))?.entry;
  }

  /** @param file names the list in the message when one of its entries excludes nothing. */
  rule(file: string): Rule {
    return {
      name: 'excluded',
      apply: (entries) => {
        const used = new Set<string>();
        const kept = entries.filter(({ word }) => {
          const entry = this.entryFor(word);
          if (entry !== undefined) used.add(entry);
          return entry === undefined;
        });
        const idle = this.entries.filter((entry) => !used.has(entry));
        if (idle.length > 0) {
          throw new ContentError(
            `${file}: these entries exclude no word: ${idle.join(', ')}. Correct or remove them.`,
          );
        }
        return kept;
      },
    };
  }
}

const escape = (text: string): string => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
