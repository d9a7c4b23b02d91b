/** The numbers of a prediction as a table. Pure. */
import type { FigureTable } from '../../figure/table';
import type { Commitment, CurveQuestion, Measured } from '../../../shared/prediction';
import { compare, placesOf } from '../../../shared/prediction-grade';
import {
  distanceText,
  guessText,
  measuredText,
  runName,
  saidText,
  valueText,
  type Texts,
} from './in-words';

export interface TableFacts {
  readonly commitments: readonly Commitment[];
  /** The try that is shown, if one is. */
  readonly current: Commitment | null;
}

/** Typeset, for the page. */
export function predictionTable(facts: TableFacts, texts: Texts): FigureTable {
  return tableOf(facts, texts, {
    value: (value) => valueText(value, texts),
    said: (value) => saidText(value, texts),
    count: texts.format.integer,
  });
}

/** With raw numbers, for a file. */
export function predictionFile(facts: TableFacts, texts: Texts): FigureTable {
  const raw = (value: number): number => value;
  return tableOf(facts, texts, { value: raw, said: raw, count: raw });
}

interface Print {
  readonly value: (value: number) => string | number;
  readonly said: (value: number) => string | number;
  readonly count: (value: number) => string | number;
}

function tableOf(facts: TableFacts, texts: Texts, print: Print): FigureTable {
  const { question } = texts;
  return question.kind === 'curve'
    ? curveTable(question, facts.current, texts, print)
    : triesTable(facts, texts, print);
}

/** A row a place: what was drawn, and what each seed measured. */
function curveTable(
  question: CurveQuestion,
  current: Commitment | null,
  { words, format, unit }: Texts,
  print: Print,
): FigureTable {
  const guess = current?.guess.kind === 'curve' ? current.guess.values : [];
  const outcomes = (current?.outcomes ?? []).flatMap(({ seed, measured }) =>
    measured.kind === 'curve' ? [{ seed, values: measured.values }] : [],
  );
  const { columns } = words;
  return {
    columns: [
      columns.examples(unit),
      columns.guess,
      ...outcomes.map(({ seed }) => columns.measured(format.setting(seed))),
    ],
    rows: placesOf(question).map((examples, place) => [
      print.count(examples),
      guess[place] === undefined ? '' : print.said(guess[place]),
      ...outcomes.map(({ values }) =>
        values[place] === undefined ? '' : print.value(values[place]),
      ),
    ]),
  };
}

/** A row a try, seed and (of a choice) model. */
function triesTable({ commitments }: TableFacts, texts: Texts, print: Print): FigureTable {
  const { words, format, question } = texts;
  const { columns } = words;
  const ofChoice = question.kind === 'choice';
  const numberOf = (measured: Measured): string | number =>
    measured.kind === 'number' && measured.value !== null
      ? print.value(measured.value)
      : measuredText(measured, texts);
  const rows = commitments.flatMap(({ number, guess, outcomes }) => {
    const said = guess.kind === 'number' ? print.said(guess.value) : guessText(guess, texts);
    if (outcomes.length === 0) return [[number, said, '', '', ...(ofChoice ? [''] : []), '']];
    return outcomes.flatMap(({ seed, measured }) => {
      const distance = distanceText(guess, compare(question, guess, measured), texts);
      const begin = [number, said, format.setting(seed)];
      if (measured.kind !== 'choice') return [[...begin, numberOf(measured), distance]];
      return Object.entries(measured.reached).map(([run, examples]) => [
        ...begin,
        runName(run, texts),
        examples === null ? words.picture.never : print.value(examples),
        guess.kind === 'choice' && guess.option === run ? distance : '',
      ]);
    });
  });
  return {
    columns: [
      columns.number,
      columns.guess,
      columns.seed,
      ...(ofChoice ? [columns.run] : []),
      columns.found,
      columns.gap,
    ],
    rows,
  };
}
