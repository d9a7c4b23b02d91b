/** A step in words. Pure. */
import { cellSymbols, type CellValues } from '../../../shared/equations';
import type { Language } from '../../../shared/lesson';
import type { OpenedRun } from '../../../shared/protocol';
import { formats } from '../../format';
import { cellWords } from '../../i18n/cell';
import type { Seen } from './inspection.svelte';
import { placeInReading } from './steps';
import type { Hidden, UnitView } from './unit-view';

/** A token as the reader finds it: what is blank has a sign. */
export const shownToken = (token: string): string => (token.trim() === '' ? '␣' : token);

/** "« s », pas 4 sur 6 : h = 0,40". */
export function stepInWords(
  seen: Seen,
  view: UnitView,
  hidden: Hidden | null,
  t: number,
  language: Language,
): string {
  const words = cellWords[language];
  const { integer, inner } = formats(language);
  const place = placeInReading(t, view.steps, seen.reverse) + 1;
  const token = words.quoted(shownToken(seen.look.tokens[t] ?? ''));
  const state = view.rows.find(({ symbol }) => symbol === 'h')?.values[t];
  const isHidden = hidden?.symbol === 'h' && hidden.t === t;
  return [
    words.token(token, integer(place), integer(view.steps)),
    ...(seen.look.known[t] ? [] : [words.unknownToken]),
    ...(state === undefined || isHidden ? [] : [words.state('h', inner(state))]),
  ].join(', ');
}

/** What the figure shows now; numbers that are asked for are left out. */
export function summaryOf(
  seen: Seen,
  view: UnitView,
  values: CellValues,
  language: Language,
): string {
  const words = cellWords[language];
  const { integer, inner } = formats(language);
  const letters = cellSymbols[view.kind];
  const states = letters.filter((letter) => letter === 'c' || letter === 'h');
  const gates = letters.flatMap((letter) => {
    const value = letter === 'x' || letter === 'c' || letter === 'h' ? undefined : values[letter];
    return value === undefined ? [] : [words.gate(letter, inner(value))];
  });
  const moves = states.flatMap((letter) => {
    const [before, now] = [values[`${letter}_prev`], values[letter]];
    if (before === undefined || now === undefined) return [];
    return [words.moves(letter, inner(before), inner(now))];
  });
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const sentence = words.summary({
    token: words.quoted(shownToken(seen.look.tokens[view.t] ?? '')),
    step: integer(view.read + 1),
    steps: integer(view.steps),
    unit: integer(view.unit + 1),
    gates: gates.join(', '),
    moves: list.format(moves),
  });
  const zeros = states.map((letter) => words.gate(letter, inner(0)));
  const first = view.read === 0 ? [words.nothingBefore(zeros.join(', '))] : [];
  const young = seen.look.step === 0 ? [words.untrained] : [];
  return [sentence, ...first, ...young].join(' ');
}

/** What the model cannot read of the text. */
export function textNotes(
  { look }: Seen,
  opened: OpenedRun | null,
  language: Language,
): readonly string[] {
  const words = cellWords[language];
  const { integer } = formats(language);
  const strange = [...new Set(look.tokens.filter((_, t) => !look.known[t]))];
  const listed = strange.map((token) => words.quoted(shownToken(token))).join(', ');
  const most = integer(opened?.data.maxLength ?? look.tokens.length);
  return [
    ...(strange.length > 0 ? [words.unknown(listed)] : []),
    ...(look.cut > 0 ? [words.cut(integer(look.cut), most)] : []),
  ];
}
