import { blankAnswer, parseAnswer, type Answer, type Item, type Quiz } from '$shared/quiz';

/** Where a learner stands with one item. */
export interface ItemProgress {
  readonly answer: Answer;
  /** The answer was handed in and its feedback is shown. */
  readonly checked: boolean;
  /** Hints shown. */
  readonly hints: number;
}

export type Progress = Readonly<Record<string, ItemProgress>>;

/** What of the browser's storage the quiz uses; each call may throw. */
export type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem'>;

/** One entry a quiz, the same in every language. */
export const keyOf = (quiz: Quiz): string => `recurrence.quiz.${quiz.id}`;

export function freshItem(item: Item): ItemProgress {
  return { answer: blankAnswer(item), checked: false, hints: 0 };
}

export function freshProgress(quiz: Quiz): Progress {
  return Object.fromEntries(quiz.items.map((item) => [item.id, freshItem(item)]));
}

/** Progress read back from storage; what does not fit the quiz of today begins afresh. */
export function parseProgress(quiz: Quiz, text: string | null): Progress {
  const stored = parseObject(text);
  return Object.fromEntries(quiz.items.map((item) => [item.id, parseItem(item, stored[item.id])]));
}

/** The stored progress, or null where the browser refuses to read its storage. */
export function readProgress(quiz: Quiz, storage: () => Storage): Progress | null {
  try {
    return parseProgress(quiz, storage().getItem(keyOf(quiz)));
  } catch {
    return null;
  }
}

/** False where the browser refuses to write, so that the page can say so. */
export function writeProgress(quiz: Quiz, progress: Progress, storage: () => Storage): boolean {
  try {
    storage().setItem(keyOf(quiz), JSON.stringify(progress));
    return true;
  } catch {
    return false;
  }
}

function parseItem(item: Item, raw: unknown): ItemProgress {
  const { answer: rawAnswer, checked, hints } = asObject(raw);
  const answer = parseAnswer(item, rawAnswer);
  if (answer === null) return freshItem(item);
  const count = typeof hints === 'number' && Number.isInteger(hints) ? hints : 0;
  return {
    answer,
    checked: checked === true,
    hints: Math.min(Math.max(count, 0), item.hints.length),
  };
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
