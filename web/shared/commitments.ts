/**
 * Commitments as the browser keeps them beside the answers of the quizzes: one entry for the
 * whole course, `{"version": 1, "commitments": […]}`. Read with distrust, for anybody may have
 * written there. Pure.
 */
import type { Commitment, Guess, Measured, Outcome } from './prediction';

export const commitmentsKey = 'recurrence.predictions';
const version = 1;

/** The oldest go when there are more; of one, the first answer stays. */
export const mostCommitments = 100;
export const mostOutcomes = 8;
/** More values than any curve of the course has. */
const mostValues = 64;
const longestId = 80;

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (raw: unknown): Fields =>
  typeof raw === 'object' && raw !== null ? (raw as Fields) : {};
const listOf = (raw: unknown): readonly unknown[] => (Array.isArray(raw) ? raw : []);
const isId = (raw: unknown): raw is string =>
  typeof raw === 'string' && raw.length <= longestId && /^[a-z0-9]+([-.][a-z0-9]+)*$/u.test(raw);
const isNumber = (raw: unknown): raw is number => typeof raw === 'number' && Number.isFinite(raw);
const isCount = (raw: unknown): raw is number => isNumber(raw) && Number.isInteger(raw) && raw >= 0;
const areNumbers = (raw: unknown): raw is readonly number[] =>
  Array.isArray(raw) && raw.length > 0 && raw.length <= mostValues && raw.every(isNumber);

/** What a text of the store holds; what is not a commitment is left out. */
export function parseCommitments(text: string | null): readonly Commitment[] {
  if (text === null) return [];
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    // Another program's entry, or a torn one: it holds no commitment.
    return [];
  }
  const stored = fieldsOf(raw);
  if (stored['version'] !== version) return [];
  const found = listOf(stored['commitments']).flatMap((each) => parseCommitment(each) ?? []);
  return found.filter((each, index) => found.findIndex((other) => same(each, other)) === index);
}

export const writeCommitments = (commitments: readonly Commitment[]): string =>
  JSON.stringify({ version, commitments: commitments.slice(-mostCommitments) });

/** Is it the same try, perhaps with more answers? */
export const same = (one: Commitment, other: Commitment): boolean =>
  one.question === other.question && one.dataset === other.dataset && one.number === other.number;

/** Those kept, with this one new or brought up to date. What was guessed is not changed. */
export function withCommitment(
  kept: readonly Commitment[],
  commitment: Commitment,
): readonly Commitment[] {
  const bounded = { ...commitment, outcomes: commitment.outcomes.slice(0, mostOutcomes) };
  if (!kept.some((each) => same(each, commitment))) return [...kept, bounded];
  return kept.map((each) =>
    same(each, commitment) ? { ...each, outcomes: bounded.outcomes } : each,
  );
}

function parseCommitment(raw: unknown): Commitment | null {
  const { question, dataset, number, guess: rawGuess, outcomes: rawOutcomes } = fieldsOf(raw);
  const guess = parseGuess(rawGuess);
  if (!isId(question) || !isId(dataset) || !isCount(number) || number === 0 || !guess) return null;
  const outcomes = listOf(rawOutcomes)
    .flatMap((each) => parseOutcome(each, guess.kind) ?? [])
    .slice(0, mostOutcomes);
  return { question, dataset, number, guess, outcomes };
}

function parseGuess(raw: unknown): Guess | null {
  const { kind, value, option, values } = fieldsOf(raw);
  if (kind === 'number' && isNumber(value)) return { kind, value };
  if (kind === 'choice' && isId(option)) return { kind, option };
  if (kind === 'curve' && areNumbers(values)) return { kind, values: [...values] };
  return null;
}

function parseOutcome(raw: unknown, kind: Guess['kind']): Outcome | null {
  const { seed, measured: rawMeasured } = fieldsOf(raw);
  const measured = parseMeasured(rawMeasured);
  if (!isCount(seed) || seed > 4_294_967_295 || measured?.kind !== kind) return null;
  return { seed, measured };
}

function parseMeasured(raw: unknown): Measured | null {
  const { kind, value, values, reached } = fieldsOf(raw);
  if (kind === 'number' && (value === null || isNumber(value))) return { kind, value };
  if (kind === 'curve' && areNumbers(values)) return { kind, values: [...values] };
  if (kind !== 'choice') return null;
  const entries = Object.entries(fieldsOf(reached));
  const sound = entries.every(
    ([run, examples]) => isId(run) && (examples === null || isCount(examples)),
  );
  if (!sound || entries.length === 0 || entries.length > mostOutcomes) return null;
  return { kind, reached: Object.fromEntries(entries) as Record<string, number | null> };
}
