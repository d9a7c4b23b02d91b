/** Guesses, measurements and distances in words. Pure. */
import type { Formats } from '../../format';
import type { Measure, PredictWords } from '../../i18n/predict';
import type { Language } from '../../../shared/lesson';
import { compare, firstOf, type Comparison } from '../../../shared/prediction-grade';
import {
  noRun,
  type Commitment,
  type Guess,
  type Measured,
  type Outcome,
  type Question,
} from '../../../shared/prediction';

export interface Texts {
  readonly language: Language;
  readonly question: Question;
  /** What examples of its data are called. */
  readonly unit: string;
  readonly words: PredictWords;
  readonly format: Formats;
}

export function measureOf({ figure }: Question): Measure {
  if (figure.of === 'loss-curve') return 'nats';
  return figure.of === 'examples-to' || figure.of === 'first-to' ? 'examples' : 'points';
}

/** A decimal that says nothing is left out. */
const short = (text: string): string => text.replace(/[.,]0(?!\d)/u, '');

/** A number on the question's scale, with its unit. */
export function valueText(value: number, { question, unit, format }: Texts): string {
  switch (measureOf(question)) {
    case 'points':
      return format.percent(value / 100);
    case 'nats':
      return `${format.loss(value)} nat`;
    case 'examples':
      return `${format.integer(value)} ${unit}`;
  }
}

/** A share given in points, without decimals that it does not have. */
export const shareText = (points: number, { format }: Pick<Texts, 'format'>): string =>
  short(format.percent(points / 100));

/** The same of what a learner said, who does not say tenths. */
export const saidText = (value: number, texts: Texts): string => short(valueText(value, texts));

export function runName(id: string, { question, words }: Texts): string {
  return id === noRun ? words.none : (question.runs.find((run) => run.id === id)?.name ?? id);
}

export function guessText(guess: Guess, texts: Texts): string {
  switch (guess.kind) {
    case 'number':
      return saidText(guess.value, texts);
    case 'choice':
      return runName(guess.option, texts);
    case 'curve':
      return texts.words.summary.end(saidText(guess.values.at(-1) ?? 0, texts));
  }
}

export function measuredText(measured: Measured, texts: Texts): string {
  const { words, language } = texts;
  switch (measured.kind) {
    case 'number':
      return measured.value === null ? words.picture.never : valueText(measured.value, texts);
    case 'choice': {
      const first = firstOf(measured.reached);
      const examples = measured.reached[first[0] ?? ''] ?? null;
      if (examples === null) return words.summary.noneFirst;
      const names = new Intl.ListFormat(language).format(first.map((id) => runName(id, texts)));
      return words.summary.firstOf(names, valueText(examples, texts));
    }
    case 'curve':
      return words.summary.end(valueText(measured.values.at(-1) ?? 0, texts));
  }
}

export function amountText(distance: number, { question, unit, words, format }: Texts): string {
  const measure = measureOf(question);
  const value = {
    points: (): string => short(format.percent(distance / 100).replace(/[\s\u202f]*%/u, '')),
    nats: (): string => format.loss(distance),
    examples: (): string => format.integer(distance),
  }[measure]();
  return words.amount[measure](value, unit);
}

export function distanceText(
  guess: Guess,
  { verdict, distance }: Comparison,
  texts: Texts,
): string {
  const { words } = texts;
  if (guess.kind !== 'choice') {
    const amount = distance === null ? null : amountText(distance, texts);
    return words.distance(verdict, amount, guess.kind === 'curve');
  }
  if (verdict === 'right' || guess.option === noRun) return '';
  return distance === null ? words.notReached : words.later(amountText(distance, texts));
}

/** The figure in words. @param under a run is under way, and what is shown is not its last word */
export function summaryText(
  current: Commitment | null,
  shown: Measured | null,
  under: boolean,
  texts: Texts,
): string {
  const { summary } = texts.words;
  if (current === null) return summary.asking;
  const guess = guessText(current.guess, texts);
  if (shown === null) return summary.committed(guess);
  const measured = measuredText(shown, texts);
  if (under) return summary.now(guess, measured);
  const comparison = compare(texts.question, current.guess, shown);
  return summary.answered(guess, measured, distanceText(current.guess, comparison, texts));
}

/** What one seed answered to a guess, in a line. */
export function outcomeText(guess: Guess, { seed, measured }: Outcome, texts: Texts): string {
  const { words, format, question } = texts;
  const distance = distanceText(guess, compare(question, guess, measured), texts);
  return words.outcome(format.setting(seed), measuredText(measured, texts), distance);
}

/** How far luck alone moves what is measured; empty where fewer than two seeds say so. */
export function luckText(commitments: readonly Commitment[], texts: Texts): string {
  const values = commitments.flatMap(({ outcomes }) =>
    outcomes.flatMap(({ measured }) => {
      if (measured.kind === 'choice') return [];
      const value = measured.kind === 'number' ? measured.value : (measured.values.at(-1) ?? null);
      return value === null ? [] : [value];
    }),
  );
  if (values.length < 2) return '';
  const [from, to] = [Math.min(...values), Math.max(...values)].map((v) => valueText(v, texts));
  return texts.words.luck(
    texts.format.integer(values.length),
    from!,
    to!,
    texts.question.kind === 'curve',
  );
}
