import type { FirstAnswer } from '$shared/course-result';
import type { Language } from '$shared/lesson';
import { blankAnswer, parseAnswer, type Answer, type Item, type Quiz } from '$shared/quiz';
import { grade, retry } from '$shared/quiz-grade';

/** Where a learner stands with one item. */
export interface ItemProgress {
  readonly answer: Answer;
  /** The answer was handed in and its feedback is shown. */
  readonly checked: boolean;
  /** Hints shown. */
  readonly hints: number;
  /** How the item was first answered, where that counts: in the quiz of the course. */
  readonly first?: FirstAnswer;
}

export type Progress = Readonly<Record<string, ItemProgress>>;

/** What of the browser's storage the quiz uses; each call may throw. */
export type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem'>;

/** What of a quiz its progress is kept by. */
export type KeptQuiz = Pick<Quiz, 'id' | 'items'>;

/** One entry a quiz, the same in every language. */
export const keyOf = (quiz: KeptQuiz): string => `recurrence.quiz.${quiz.id}`;

export function freshItem(item: Item): ItemProgress {
  return { answer: blankAnswer(item), checked: false, hints: 0 };
}

export function freshProgress(quiz: KeptQuiz): Progress {
  return Object.fromEntries(quiz.items.map((item) => [item.id, freshItem(item)]));
}

/** Progress read back from storage; what does not fit the quiz of today begins afresh. */
export function parseProgress(quiz: KeptQuiz, text: string | null): Progress {
  const stored = parseObject(text);
  return Object.fromEntries(quiz.items.map((item) => [item.id, parseItem(item, stored[item.id])]));
}

/** The stored progress, or null where the browser refuses to read its storage. */
export function readProgress(quiz: KeptQuiz, storage: () => Storage): Progress | null {
  try {
    return parseProgress(quiz, storage().getItem(keyOf(quiz)));
  } catch {
    return null;
  }
}

/** False where the browser refuses to write, so that the page can say so. */
export function writeProgress(quiz: KeptQuiz, progress: Progress, storage: () => Storage): boolean {
  try {
    storage().setItem(keyOf(quiz), JSON.stringify(progress));
    return true;
  } catch {
    return false;
  }
}

/** What was missed is open again, with what was right of it; the ids say which items. */
export function reopenMissed(
  quiz: KeptQuiz,
  progress: Progress,
  language: Language,
): { readonly progress: Progress; readonly reopened: readonly string[] } {
  const reopened = quiz.items.flatMap((item): [string, ItemProgress][] => {
    const before = progress[item.id];
    const given = before?.checked ? grade(item, before.answer, language) : null;
    if (before === undefined || given === null || given.right) return [];
    return [[item.id, { ...before, answer: retry(before.answer, given), checked: false }]];
  });
  return {
    progress: { ...progress, ...Object.fromEntries(reopened) },
    reopened: reopened.map(([id]) => id),
  };
}

function parseItem(item: Item, raw: unknown): ItemProgress {
  const { answer: rawAnswer, checked, hints, first: rawFirst } = asObject(raw);
  const answer = parseAnswer(item, rawAnswer);
  if (answer === null) return freshItem(item);
  const first = parseFirst(rawFirst);
  const count = typeof hints === 'number' && Number.isInteger(hints) ? hints : 0;
  return {
    answer,
    checked: checked === true,
    hints: Math.min(Math.max(count, 0), item.hints.length),
    ...(first && { first }),
  };
}

function parseFirst(raw: unknown): FirstAnswer | null {
  const { right, hints } = asObject(raw);
  if (typeof right !== 'boolean' || typeof hints !== 'number') return null;
  return Number.isInteger(hints) && hints >= 0 ? { right, hints } : null;
}

function parseObject(text: string | null): Record<string, unknown> {
  if (text === null) return {};
  try {
    return asObject(JSON.parse(text));
  } catch {
    // Another program's entry, or a torn one: it holds no answer of this quiz.
    return {};
  }
}

function asObject(raw: unknown): Record<string, unknown> {
  return typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>) : {};
}
