/** Tokens of a reader's text, as they are printed and named. Pure. */
import type { Unit } from '../../shared/data-info';
import { joined } from '../../shared/words';
import { isolated, visible } from '../lab/word-figure';

/** A token for the page: what does not print is named, and an apostrophe is typeset. */
export const printToken = (token: string): string => visible(token).replaceAll("'", '’');

/** Several, which keep their direction to themselves. */
export const printTokens = (tokens: readonly string[], unit: Unit): string =>
  isolated(joined(tokens.map(visible), unit).replaceAll("'", '’'));

/** Places that a scene names, "2.5", in order; what is no place of the text is left out. */
export function placesOf(written: string, count: number): ReadonlySet<number> {
  const places = written
    .split('.')
    .filter((part) => /^\d{1,3}$/u.test(part))
    .map(Number)
    .filter((place) => place < count)
    .sort((one, other) => one - other);
  return new Set(places);
}

export const writePlaces = (places: ReadonlySet<number>): string =>
  [...places].sort((one, other) => one - other).join('.');

/** The places with one more, or one less. */
export function toggled(places: ReadonlySet<number>, place: number): ReadonlySet<number> {
  const next = new Set(places);
  if (!next.delete(place)) next.add(place);
  return next;
}
