/** What a learner gained, as a file that a teacher can add up. Pure. */
import { concepts, forms, type Asked, type Concept, type Form } from './course-quiz';

/**
 * How an item was first answered: `right` alone, `helped` after a hint, `not-yet`, or not at
 * all. What came after the first answer was learnt from its feedback, and is not counted.
 */
export const outcomes = ['right', 'helped', 'not-yet', 'unanswered'] as const;
export type Outcome = (typeof outcomes)[number];

/** The first answer that was handed in to an item. */
export interface FirstAnswer {
  readonly right: boolean;
  /** Hints that had been read. */
  readonly hints: number;
}

export interface SittingResult {
  readonly form: Form;
  readonly outcome: Outcome;
}

export interface ConceptResult {
  readonly concept: Concept;
  readonly before: SittingResult;
  readonly after: SittingResult;
}

export interface CourseResult {
  /** As the learner wrote it, or empty: nothing asks for it. */
  readonly name: string;
  /** The learner's seed: two files with the same one come from the same device. */
  readonly seed: number;
  /** When the file was made, ISO 8601. */
  readonly made: string;
  readonly concepts: readonly ConceptResult[];
}

const format = 'recurrence-result';
const version = 1;
export const longestName = 60;
/** A file of ours has about 3 kB. */
export const longestFile = 100_000;

export function outcomeOf(first: FirstAnswer | undefined): Outcome {
  if (first === undefined) return 'unanswered';
  if (!first.right) return 'not-yet';
  return first.hints > 0 ? 'helped' : 'right';
}

/** The least of its items speaks for a concept; one that is not answered leaves it open. */
export function outcomeOfAll(firsts: readonly (FirstAnswer | undefined)[]): Outcome {
  const each = firsts.map(outcomeOf);
  return (
    (['unanswered', 'not-yet', 'helped'] as const).find((outcome) => each.includes(outcome)) ??
    (each.length > 0 ? 'right' : 'unanswered')
  );
}

type FirstOf = (item: string) => FirstAnswer | undefined;

export function conceptResults(
  before: readonly Asked[],
  firstBefore: FirstOf,
  after: readonly Asked[],
  firstAfter: FirstOf,
): readonly ConceptResult[] {
  const sit = (asked: Asked, first: FirstOf): SittingResult => ({
    form: asked.form,
    outcome: outcomeOfAll(asked.items.map(({ id }) => first(id))),
  });
  return before.flatMap((asked) => {
    const later = after.find(({ concept }) => concept === asked.concept);
    return later === undefined
      ? []
      : [
          {
            concept: asked.concept,
            before: sit(asked, firstBefore),
            after: sit(later, firstAfter),
          },
        ];
  });
}

export function resultFile(result: CourseResult): string {
  return `${JSON.stringify({ format, version, ...result }, null, 2)}\n`;
}

/** Why a file is none that can be added up. */
export type ResultFault = 'too-long' | 'not-json' | 'not-ours' | 'newer' | 'damaged';

export type ReadResult =
  | { readonly result: CourseResult; readonly fault: null }
  | { readonly result: null; readonly fault: ResultFault };

const refuse = (fault: ResultFault): ReadResult => ({ result: null, fault });

/** Reads a learner's file. Fields that a later version adds are left alone. */
export function readResult(text: string): ReadResult {
  if (text.length > longestFile) return refuse('too-long');
  let raw: unknown;
  try {
    raw = JSON.parse(text.replace(/^\ufeff/u, ''));
  } catch {
    return refuse('not-json');
  }
  if (!isRecord(raw) || raw['format'] !== format) return refuse('not-ours');
  if (typeof raw['version'] === 'number' && raw['version'] > version) return refuse('newer');
  const { name, seed, made } = raw;
  const rows = Array.isArray(raw['concepts']) ? raw['concepts'].map(readConcept) : [];
  const known = rows.flatMap((row) => (row === null ? [] : [row]));
  const once = new Set(known.map(({ concept }) => concept)).size === known.length;
  if (
    raw['version'] !== version ||
    typeof name !== 'string' ||
    typeof seed !== 'number' ||
    !Number.isInteger(seed) ||
    typeof made !== 'string' ||
    Number.isNaN(Date.parse(made)) ||
    known.length === 0 ||
    known.length !== rows.length ||
    !once
  ) {
    return refuse('damaged');
  }
  return {
    result: { name: name.slice(0, longestName), seed, made, concepts: known },
    fault: null,
  };
}

function readConcept(raw: unknown): ConceptResult | null {
  if (!isRecord(raw)) return null;
  const concept = concepts.find((each) => each === raw['concept']);
  const before = readSitting(raw['before']);
  const after = readSitting(raw['after']);
  if (concept === undefined || before === null || after === null) return null;
  return before.form === after.form ? null : { concept, before, after };
}

function readSitting(raw: unknown): SittingResult | null {
  if (!isRecord(raw)) return null;
  const form = forms.find((each) => each === raw['form']);
  const outcome = outcomes.find((each) => each === raw['outcome']);
  return form === undefined || outcome === undefined ? null : { form, outcome };
}

const isRecord = (raw: unknown): raw is Record<string, unknown> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);
