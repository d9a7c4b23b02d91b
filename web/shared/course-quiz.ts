/**
 * The quiz of the whole course: each of its concepts has items in two forms, A and B, of the
 * same kinds. A learner answers one form before the course and the other after it. Pure.
 */
import type { Language } from './lesson';
import type { Item } from './quiz';

export const concepts = [
  'order',
  'state',
  'shared-weights',
  'cell',
  'bptt',
  'vanishing',
  'gates',
  'c-and-h',
  'gru',
  'both-directions',
  'layers',
  'padding',
] as const;
export type Concept = (typeof concepts)[number];

export const forms = ['A', 'B'] as const;
export type Form = (typeof forms)[number];

export const sittings = ['before', 'after'] as const;
export type Sitting = (typeof sittings)[number];

/** A section of the course to read again. */
export interface Reading {
  readonly slug: string;
  /** Of the section, or of the chapter. */
  readonly title: string;
  /** Empty: the chapter from its beginning. */
  readonly section: string;
}

export interface ConceptQuiz {
  readonly concept: Concept;
  readonly title: string;
  readonly reading: Reading;
  readonly forms: Readonly<Record<Form, readonly Item[]>>;
}

export interface CourseQuiz {
  readonly language: Language;
  readonly concepts: readonly ConceptQuiz[];
}

/** What a learner is asked about one concept in one sitting. */
export interface Asked {
  readonly concept: Concept;
  readonly form: Form;
  readonly items: readonly Item[];
}

/** Spreads the bits of a 32-bit word (the finaliser of MurmurHash3, public domain). */
function mix(word: number): number {
  let bits = word | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/**
 * The form of each concept before the course, drawn by the learner's seed. Half of the concepts
 * get A first: so one learner's two sittings are about equally hard, and over a class each
 * concept meets both orders equally often, whatever the difference between its forms.
 */
export function formsBefore(seed: number): Readonly<Record<Concept, Form>> {
  const drawn = concepts
    .map((concept, index) => ({ concept, lot: mix(mix(seed) + 0x9e3779b9 * (index + 1)) }))
    .sort((one, other) => one.lot - other.lot);
  const half = concepts.length / 2;
  return Object.fromEntries(
    drawn.map(({ concept }, place): [Concept, Form] => [concept, place < half ? 'A' : 'B']),
  ) as Record<Concept, Form>;
}

export const otherForm = (form: Form): Form => (form === 'A' ? 'B' : 'A');

export function formsOf(seed: number, sitting: Sitting): Readonly<Record<Concept, Form>> {
  const before = formsBefore(seed);
  if (sitting === 'before') return before;
  return Object.fromEntries(
    concepts.map((concept) => [concept, otherForm(before[concept])]),
  ) as Record<Concept, Form>;
}

/** What the learner of a seed is asked in a sitting, concept by concept. */
export function askedOf(quiz: CourseQuiz, seed: number, sitting: Sitting): readonly Asked[] {
  const drawn = formsOf(seed, sitting);
  return quiz.concepts.map(({ concept, forms: items }) => ({
    concept,
    form: drawn[concept],
    items: items[drawn[concept]],
  }));
}
