import type { CourseQuiz, Sitting } from './course-quiz';
import type { Question } from './prediction';
import type { Quiz } from './quiz';

export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];

/**
 * A lesson as the build makes it from Markdown: what a page needs to show it, nothing else. `Html`
 * is the form in which its HTML comes: a page gets it as ServerHtml.
 */
export interface Lesson<Html = string> {
  readonly id: string;
  readonly language: Language;
  /** Number of the chapter as the reader sees it. */
  readonly number: number;
  readonly slug: string;
  /** Slug of the same chapter in every language. */
  readonly alternates: Readonly<Record<Language, string>>;
  readonly title: string;
  /** One or two sentences under the title; HTML of the build. */
  readonly lead: Html;
  /** For search engines and link previews; plain text. */
  readonly description: string;
  readonly minutes: number;
  readonly sections: readonly { readonly id: string; readonly title: string }[];
  readonly blocks: readonly Block<Html>[];
}

/** Addresses under a language that are no lesson's. */
export const workshopSlug: Readonly<Record<Language, string>> = { fr: 'atelier', en: 'workshop' };
export const teachSlug: Readonly<Record<Language, string>> = { fr: 'enseigner', en: 'teach' };
export const reservedSlugs: Readonly<Record<Language, readonly string[]>> = {
  fr: [workshopSlug.fr, teachSlug.fr],
  en: [workshopSlug.en, teachSlug.en],
};
/** Under the slug of teaching. */
export const resultsSlug: Readonly<Record<Language, string>> = { fr: 'resultats', en: 'results' };

export type Block<Html = string> =
  | { readonly kind: 'html'; readonly html: Html }
  /** A note beside the text on wide screens, under it on narrow ones. */
  | { readonly kind: 'margin'; readonly html: Html }
  | {
      readonly kind: 'instrument';
      readonly name: string;
      /** Its place on the page, which links name: `race-1`, then `race-2`. */
      readonly id: string;
      readonly props: Readonly<Record<string, string>>;
      /** Where its scene starts, as a link writes it; empty: at its defaults. */
      readonly scene: string;
      /** The controls that the lesson hides. */
      readonly hide: readonly string[];
      /** What it asks before its runs, where its attribute `questions` names some. */
      readonly questions?: readonly Question[];
    }
  | { readonly kind: 'quiz'; readonly quiz: Quiz }
  /** The quiz of the whole course, as it is asked before or after it. */
  | { readonly kind: 'course-quiz'; readonly sitting: Sitting; readonly quiz: CourseQuiz }
  /** What was gained between its two sittings. */
  | { readonly kind: 'course-result'; readonly quiz: CourseQuiz }
  /** The lines of the engine between two marks, or those that carry an equation's tag. */
  | {
      readonly kind: 'code';
      readonly file: string;
      readonly firstLine: number;
      readonly lines: readonly string[];
      /** Ids that the equations' links lead to, by line of the file. */
      readonly anchors: readonly { readonly line: number; readonly id: string }[];
    };
