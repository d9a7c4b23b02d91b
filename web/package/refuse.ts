/** A caller's mistake: what was given, and what must stand there. */
import { RnnError } from '../shared/rnn-error';

const longest = 100;

export function refuse(name: string, value: unknown, expected: string): never {
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  throw new RnnError('argument', `${name} is ${text.slice(0, longest)}; it must be ${expected}.`);
}

/** @returns `value`, an integer from `least`. */
export function wholeFrom(least: number, name: string, value: unknown): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least) return value;
  return refuse(name, value, `a whole number from ${least}`);
}
