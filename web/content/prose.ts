import { z } from 'zod';
import type { Language } from '../shared/lesson';
import { readJson } from './json-file';
import type { Place, Problems } from './problems';
import type { ProjectFiles } from './project-files';
import { typeset, typographyFaults } from './typography';

const side = z.strictObject({
  term: z.string().min(1),
  /** Words that the course does not use for this, in this language. */
  refused: z.array(z.string().min(2)),
});
const glossarySchema = z.strictObject({
  terms: z.array(z.strictObject({ id: z.string().regex(/^[a-z-]+$/u), fr: side, en: side })),
});

interface Refusal {
  readonly pattern: RegExp;
  readonly word: string;
  readonly instead: string;
}

/** Checks and sets running text: typography, and the words of lessons/glossary.json. */
export class Prose {
  readonly #refusals: Readonly<Record<Language, readonly Refusal[]>>;

  constructor(
    files: ProjectFiles,
    readonly problems: Problems,
  ) {
    const { terms } = readJson(files, 'lessons/glossary.json', glossarySchema).content;
    const refusals = (language: Language): Refusal[] =>
      terms.flatMap((entry) =>
        entry[language].refused.map((word) => ({
          pattern: wholeWords(word),
          word,
          instead: entry[language].term,
        })),
      );
    this.#refusals = { fr: refusals('fr'), en: refusals('en') };
  }

  /** The text as it is printed; what is wrong with it goes to the problems, on its line. */
  set(text: string, language: Language, start: Place): string {
    const at = (offset: number): Place => ({
      file: start.file,
      line: start.line + (text.slice(0, offset).match(/\n/gu)?.length ?? 0),
    });
    for (const { offset, fact, remedy } of typographyFaults(text, language)) {
      const around = text.slice(Math.max(0, offset - 12), offset + 6).replace(/\s+/gu, ' ');
      this.problems.add(at(offset), `in "${around}": ${fact}`, remedy);
    }
    for (const { pattern, word, instead } of this.#refusals[language]) {
      for (const match of text.matchAll(pattern)) {
        this.problems.add(
          at(match.index),
          `"${word}" is not a term of this course.`,
          `Write "${instead}".`,
        );
      }
    }
    return typeset(text, language);
  }
}

function wholeWords(words: string): RegExp {
  const escaped = words
    .replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
    .replace(/\s+/gu, '\\s+')
    .replace(/['’]/gu, "['’]");
  return new RegExp(`(?<![\\p{L}\\d])${escaped}(?![\\p{L}\\d])`, 'giu');
}
