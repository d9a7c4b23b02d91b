/** What a confusion matrix says, in sentences and as a table. Pure. */
import type { AnsweredExample, OpenedRun } from '../../../shared/protocol';
import type { Language } from '../../../shared/lesson';
import type { FigureTable } from '../../figure/table';
import { formats, type Formats } from '../../format';
import { datasetWords } from '../../i18n';
import { confusionWords, type ConfusionWords } from '../../i18n/confusion';
import { isolated } from '../../lab/word-figure';
import { pointsBetween } from '../try/answers';
import type { Counted } from './counting.svelte';
import {
  columnSum,
  otherClasses,
  precision,
  recall,
  rowSum,
  shareOf,
  type Cell,
  type Matrix,
  type Totals,
} from './matrix';

/** A count with what is drawn of it. */
export interface Told {
  readonly counted: Counted;
  readonly matrix: Matrix;
  readonly totals: Totals;
}

export class Wording {
  readonly words: ConfusionWords;
  readonly format: Formats;

  constructor(readonly language: Language) {
    this.words = confusionWords[language];
    this.format = formats(language);
  }

  quoted(text: string): string {
    return isolated(this.words.quoted(text));
  }

  /** What examples of these data are called. */
  unit({ settings }: OpenedRun): string {
    return datasetWords(this.language, settings.dataset).examples;
  }

  /** A class as the page calls it. */
  name({ settings }: OpenedRun, key: string): string {
    if (key === otherClasses) return this.words.others;
    return datasetWords(this.language, settings.dataset).classes[key] ?? key;
  }

  names({ counted, matrix }: Told): readonly string[] {
    return matrix.keys.map((key) => this.name(counted.opened, key));
  }

  #quotedAt({ counted, matrix }: Told, place: number): string {
    return this.quoted(this.name(counted.opened, matrix.keys[place] ?? ''));
  }

  #quotedClass({ opened }: Counted, index: number): string {
    return this.quoted(this.name(opened, opened.data.classes[index] ?? ''));
  }

  share(share: number | null): string {
    return share === null ? '–' : this.format.percent(share);
  }

  cell(told: Told, { row, column }: Cell): string {
    const { matrix } = told;
    const label = this.#quotedAt(told, row);
    const share = shareOf(matrix, row, column);
    if (share === null) return this.words.emptyRow(label);
    const together = row === column && (matrix.classes[row]?.length ?? 1) > 1;
    const sentence = this.words.cell({
      ...{ label, answer: this.#quotedAt(told, column) },
      kind: together ? 'others' : row === column ? 'right' : 'wrong',
      count: this.format.integer(matrix.counts[row]?.[column] ?? 0),
      all: this.format.integer(rowSum(matrix, row)),
      share: this.format.percent(share),
    });
    if (!together) return sentence;
    return `${sentence} ${this.words.othersRight(this.format.integer(matrix.right[row] ?? 0))}`;
  }

  precision(told: Told, column: number): string {
    const { matrix } = told;
    const name = this.#quotedAt(told, column);
    const share = precision(matrix, column);
    if (share === null) return this.words.noPrecision(name);
    return this.words.precision({ name, ...this.#rated(columnSum(matrix, column), share) });
  }

  recall(told: Told, row: number): string {
    const { counted, matrix } = told;
    const name = this.#quotedAt(told, row);
    const share = recall(matrix, row);
    if (share === null) return this.words.noRecall(name);
    const unit = this.unit(counted.opened);
    return this.words.recall({ name, unit, ...this.#rated(rowSum(matrix, row), share) });
  }

  #rated(count: number, rate: number) {
    const rights = Math.round(count * rate);
    const { integer, percent } = this.format;
    return { all: integer(count), count, right: integer(rights), rights, share: percent(rate) };
  }

  accuracy({ counted, totals }: Told): string {
    const { integer, percent } = this.format;
    return this.words.accuracy({
      share: percent(totals.accuracy),
      right: integer(totals.right),
      all: integer(totals.examples),
      unit: this.unit(counted.opened),
      largest: totals.largest.tied ? null : this.#quotedClass(counted, totals.largest.index),
      prior: percent(totals.largest.share),
    });
  }

  macro({ totals }: Told): string {
    const { macro, accuracy, unanswered } = totals;
    const means = this.words.macro(
      this.share(macro.precision),
      this.share(macro.recall),
      this.share(accuracy),
    );
    if (unanswered === 0) return means;
    return `${means} ${this.words.unanswered(this.format.integer(unanswered), unanswered > 1)}`;
  }

  others({ matrix }: Told): string | null {
    const together = matrix.classes.at(-1)?.length ?? 1;
    return together > 1 ? this.words.othersNote(this.format.integer(together)) : null;
  }

  /** Of which model it speaks. */
  moment({ step, opened }: Counted): string {
    if (step === 0) return this.words.untrained;
    const { integer } = this.format;
    return this.words.counted(integer(step * opened.batch), this.unit(opened), integer(step));
  }

  /** The same, for the table. */
  when({ step, opened }: Counted): string {
    const { integer } = this.format;
    return this.words.when(integer(step * opened.batch), this.unit(opened), integer(step));
  }

  summary(told: Told): string {
    const { counted, totals } = told;
    const { worst } = totals;
    const confused = worst
      ? this.words.worst(
          this.#quotedClass(counted, worst.label),
          this.#quotedClass(counted, worst.answer),
          this.format.integer(worst.count),
          this.format.integer(rowSum(counted, worst.label)),
        )
      : this.words.allRight;
    const { integer } = this.format;
    const unit = this.unit(counted.opened);
    return `${this.words.summary(integer(totals.right), integer(totals.examples), unit)} ${confused}`;
  }

  /** A margin in points, as the shares beside it are printed; no model is ever quite certain. */
  margin({ probabilities, answer, margin }: AnsweredExample): string {
    const share = probabilities[answer] ?? 0;
    const points = pointsBetween(share - margin, share, 1);
    const bounded = Math.min(points, 99.8);
    const printed = this.format.percent(bounded / 100).replace(/[\s%]/gu, '');
    const forms = this.language === 'fr' ? bounded >= 2 : bounded !== 1;
    return this.words.examples.margin(points > bounded ? `>\u202f${printed}` : printed, forms);
  }

  /** A row a class, then the sums and the precisions; typeset for the page, or raw for a file. */
  table(told: Told, raw: boolean): FigureTable {
    const { matrix, totals } = told;
    const { words, format } = this;
    const number = (count: number) => (raw ? count : format.integer(count));
    const rate = (share: number | null) => (raw ? share : this.share(share));
    const names = this.names(told);
    const places = names.map((_, place) => place);
    return {
      columns: [
        words.table.class,
        ...names.map(words.table.answer),
        words.total,
        words.rates.recall,
      ],
      rows: [
        ...places.map((row) => [
          names[row] ?? '',
          ...places.map((column) => number(matrix.counts[row]?.[column] ?? 0)),
          number(rowSum(matrix, row)),
          rate(recall(matrix, row)),
        ]),
        [
          words.total,
          ...places.map((column) => number(columnSum(matrix, column))),
          number(totals.examples),
          null,
        ],
        [
          words.rates.precision,
          ...places.map((column) => rate(precision(matrix, column))),
          null,
          rate(totals.accuracy),
        ],
      ],
    };
  }
}
