import type { Language } from './lesson';
import {
  isAnswered,
  parseNumber,
  type Answer,
  type ChoiceItem,
  type Item,
  type MatchItem,
  type NumberItem,
  type OrderItem,
  type PointItem,
  type RichText,
} from './quiz';

/** `missed`: right, and not chosen. `avoided`: wrong, and not chosen. */
export type Verdict = 'right' | 'wrong' | 'missed' | 'avoided';

export interface Mark {
  /** Id of the option, step or row; the item's own id for a number. */
  readonly part: string;
  readonly verdict: Verdict;
  readonly feedback: RichText;
}

export interface Grade {
  readonly right: boolean;
  /** What the learner answered, part by part. */
  readonly chosen: readonly Mark[];
  /** The options that were not chosen; shown when asked for. */
  readonly others: readonly Mark[];
}

/** Grades an answer; null when it is not complete or not a number. */
export function grade(item: Item, answer: Answer, language: Language): Grade | null {
  if (!isAnswered(item, answer)) return null;
  if ('options' in item && answer.kind === 'chosen') {
    return gradeChoice(item, answer.ids);
  }
  if (item.kind === 'number' && answer.kind === 'typed') {
    return gradeNumber(item, answer.text, language);
  }
  if (item.kind === 'order' && answer.kind === 'ordered') return gradeOrder(item, answer.ids);
  if (item.kind === 'match' && answer.kind === 'matched') return gradeMatch(item, answer.choices);
  return null;
}

function gradeChoice(item: ChoiceItem | PointItem, ids: readonly string[]): Grade {
  const marks = item.options.map(({ id, right, feedback }): Mark => {
    if (ids.includes(id)) return { part: id, verdict: right ? 'right' : 'wrong', feedback };
    return { part: id, verdict: right ? 'missed' : 'avoided', feedback };
  });
  const chosen = marks.filter(({ part }) => ids.includes(part));
  const others = marks.filter(({ part }) => !ids.includes(part));
  const complete = item.kind !== 'several' || others.every(({ verdict }) => verdict === 'avoided');
  return { right: complete && chosen.every(({ verdict }) => verdict === 'right'), chosen, others };
}

function gradeNumber(item: NumberItem, typed: string, language: Language): Grade | null {
  const value = parseNumber(typed, item.unit, language);
  if (value === null) return null;
  const right = near(value, item.answer, item.tolerance);
  const slip = item.slips.find((candidate) => near(value, candidate.value, item.tolerance));
  const feedback = right ? item.feedback : (slip?.feedback ?? item.otherwise);
  return {
    right,
    chosen: [{ part: item.id, verdict: right ? 'right' : 'wrong', feedback }],
    others: [],
  };
}

/** A bound typed as 0.1 must hold for 0.3 − 0.2, which a double puts a hair above it. */
function near(value: number, target: number, tolerance: number): boolean {
  return Math.abs(value - target) <= tolerance + 1e-12 * Math.max(1, Math.abs(target));
}

function gradeOrder(item: OrderItem, ids: readonly string[]): Grade {
  const chosen = ids.flatMap((id, index): Mark[] => {
    const step = item.steps.find((candidate) => candidate.id === id);
    if (step === undefined) return [];
    const verdict = step.place === index + 1 ? 'right' : 'wrong';
    return [{ part: id, verdict, feedback: step.feedback }];
  });
  return allRight(chosen);
}

function gradeMatch(item: MatchItem, choices: Readonly<Record<string, string>>): Grade {
  const chosen = item.rows.map(({ id, choice, feedback }): Mark => {
    return { part: id, verdict: choices[id] === choice ? 'right' : 'wrong', feedback };
  });
  return allRight(chosen);
}

function allRight(chosen: readonly Mark[]): Grade {
  return { right: chosen.every(({ verdict }) => verdict === 'right'), chosen, others: [] };
}

/** The answer to try again with: what was right stays, what was missed is open again. */
export function retry(answer: Answer, given: Grade): Answer {
  const kept = new Set(
    given.chosen.filter(({ verdict }) => verdict === 'right').map(({ part }) => part),
  );
  switch (answer.kind) {
    case 'chosen':
      return { kind: 'chosen', ids: answer.ids.filter((id) => kept.has(id)) };
    case 'typed':
      return given.right ? answer : { kind: 'typed', text: '' };
    case 'ordered':
      return answer;
    case 'matched':
      return {
        kind: 'matched',
        choices: Object.fromEntries(
          Object.entries(answer.choices).filter(([row]) => kept.has(row)),
        ),
      };
  }
}
