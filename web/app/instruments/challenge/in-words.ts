/** The goal, its clauses and the checked runs in words. Pure. */
import type { ChallengeResult, Clause, RunSettings } from '../../../shared/protocol';
import { applies, type RunFieldName } from '../../../shared/settings';
import type { FigureTable } from '../../figure/table';
import type { ChallengeWords } from '../../i18n/challenge';
import { valueText, type SettingTexts } from '../race/race-text';
import { chosenFields, startOf, type Challenge } from './challenges';

export interface ChallengeTexts extends SettingTexts {
  readonly words: ChallengeWords;
  /** Plural name of the examples. */
  readonly unit: string;
  readonly sequences: number;
}

export function goalInWords(clause: Clause, texts: ChallengeTexts): string {
  const { words, format, unit } = texts;
  switch (clause.kind) {
    case 'share':
      return words.goal.share(whole(clause.bound, texts), format.integer(texts.sequences), unit);
    case 'examples':
      return words.goal.examples(format.integer(clause.bound), unit);
    case 'parameters':
      return words.goal.parameters(format.integer(clause.bound));
    case 'cell':
      return words.goal.cell(clause.bound.map((cell) => valueText('cell', cell, texts)));
    case 'fixed':
      return words.goal.fixed;
  }
}

/** The bound of a share, without decimals that it has not. */
const whole = (share: number, { format }: ChallengeTexts): string =>
  format.percent(share).replace(/[.,]0(?=\D)/u, '');

/** @param validation the share that the validation part gives, where nothing is checked */
export function stateInWords(
  clause: Clause,
  validation: number | null,
  texts: ChallengeTexts,
): string {
  const { words, format, unit } = texts;
  switch (clause.kind) {
    case 'share':
      if (clause.value !== null) return words.now.share(format.percent(clause.value));
      return validation === null
        ? words.now.unmeasured
        : words.now.validation(format.percent(validation));
    case 'examples':
      return words.now.examples(format.integer(clause.value), unit);
    case 'parameters':
      return clause.value === null
        ? words.now.uncounted
        : words.now.parameters(format.integer(clause.value));
    case 'cell':
      return valueText('cell', clause.value, texts);
    case 'fixed':
      return clause.value.length === 0
        ? words.now.fixed
        : words.now.changed(clause.value.map((name) => nameOf(name, texts)).join(', '));
  }
}

const nameOf = (name: string, { run }: ChallengeTexts): string =>
  Object.hasOwn(run.settings, name) ? run.settings[name as RunFieldName].label : name;

export const metInWords = ({ met }: Clause, { words }: ChallengeTexts): string =>
  met === null ? words.open : met ? words.met : words.unmet;

/** By how much a clause fails; empty where that is no number. */
export function shortInWords(clause: Clause, texts: ChallengeTexts): string {
  const { words, format, unit } = texts;
  if (clause.kind === 'share' && clause.value !== null) {
    const points = format.percent(clause.bound - clause.value).replace(/\s*%/u, '');
    return words.short.share(points, whole(clause.bound, texts));
  }
  if (clause.kind === 'examples') {
    return words.short.examples(format.integer(clause.value - clause.bound), unit);
  }
  if (clause.kind === 'parameters' && clause.value !== null) {
    return words.short.parameters(format.integer(clause.value - clause.bound));
  }
  return stateInWords(clause, null, texts);
}

/** What the learner has chosen that is not as it was given: "GRU, rate 0.01, seed 2". */
export function choicesInWords(
  challenge: Challenge,
  settings: RunSettings,
  texts: ChallengeTexts,
): string {
  const start = startOf(challenge);
  const changed = chosenFields(challenge).filter(
    (name) =>
      name !== 'seed' &&
      (name === 'cell' || settings[name] !== start[name]) &&
      applies(name, settings),
  );
  return [...changed, 'seed' as const]
    .map((name) => texts.run.settings[name].brief(valueText(name, settings[name], texts)))
    .join(', ');
}

/** @param raw numbers for a file, and not for the page */
export function attemptsTable(
  challenge: Challenge,
  results: readonly ChallengeResult[],
  raw: boolean,
  texts: ChallengeTexts,
): FigureTable {
  const { columns, solved, unsolved, at } = texts.words.attempts;
  const { format, unit } = texts;
  const number = (value: number): string | number => (raw ? value : format.integer(value));
  return {
    columns: [
      columns.attempt,
      columns.settings,
      columns.parameters,
      columns.examples(unit),
      columns.share(unit),
      columns.verdict,
    ],
    rows: results.map((result, index) => [
      index + 1,
      choicesInWords(challenge, result.settings, texts),
      number(result.parameters),
      number(result.examples),
      raw ? result.accuracy : format.percent(result.accuracy),
      result.met ? solved : unsolved,
    ]),
    at,
  };
}
