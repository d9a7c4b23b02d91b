/** What the figure of the gradient shows, in sentences and as a table. Pure. */
import type { GradientFlow } from '../../../shared/gradient-flow';
import type { Language } from '../../../shared/lesson';
import { recurrentCells } from '../../../shared/run-settings';
import type { FigureTable } from '../../figure/table';
import { formats } from '../../format';
import { gradientWords } from '../../i18n/gradient';
import { keyOf, linesOf, type FlowLine, type Model } from './flow-lines';

/** A norm as it is printed: two digits, and their power of ten where it is far from 1. */
export function printNorm(value: number, language: Language): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  const size = Math.abs(value);
  const near = size === 0 || (size >= 0.0095 && size < 9950);
  const format = new Intl.NumberFormat(
    language,
    near
      ? { maximumSignificantDigits: 2, useGrouping: false }
      : { notation: 'scientific', minimumFractionDigits: 1, maximumFractionDigits: 1 },
  );
  return format.format(value).replaceAll('-', '−');
}

export const modelName = (model: Model): string => model.toUpperCase();

/** Names of the classes of these data are their letters. */
export interface Told {
  readonly language: Language;
  readonly classes: readonly string[];
}

const nameOf = (line: FlowLine, language: Language): string =>
  gradientWords[language].names[keyOf(line) as keyof (typeof gradientWords)['fr']['names']];

export function summaryOf(flows: readonly GradientFlow[], { language, classes }: Told): string {
  const words = gradientWords[language];
  const format = formats(language);
  const [first] = flows;
  if (!first) return words.summary.waiting;
  const { position, text, label } = first;
  const print = (value: number): string => printNorm(value, language);
  const lines = linesOf(flows);
  const listed = (values: (line: FlowLine) => readonly number[] | null): string =>
    words.summary.list(
      lines.flatMap((line) => {
        const along = values(line);
        if (!along) return [];
        const ratio = along[0]! / along[position]!;
        return [words.value(nameOf(line, language), print(ratio))];
      }),
    );
  const most = flows.map(({ moved, tokens }, index) => {
    const step = moved.indexOf(Math.max(...moved.filter((value) => !Number.isNaN(value))));
    const name = modelName(recurrentCells[index]!);
    return words.summary.mostOf(name, tokens[step] ?? '', format.integer(step + 1));
  });
  const cut = first.cuts.at(-1);
  return [
    words.summary.row(text, classes[label] ?? '', format.integer(position + 1)),
    position > 0 ? words.summary.fall(listed(({ values }) => values)) : '',
    position > 0 ? words.summary.predicted(listed(({ predicted }) => predicted)) : '',
    first.factor === null ? '' : words.summary.rnn(print(first.radii[0] ?? 0), print(first.factor)),
    cut === undefined ? '' : words.summary.truncated(format.integer(cut + 1)),
    words.summary.most(words.summary.list(most)),
  ]
    .filter(Boolean)
    .join(' ');
}

export function stepInWords(
  flows: readonly GradientFlow[],
  step: number,
  language: Language,
): string {
  const words = gradientWords[language];
  const place = formats(language).integer(step + 1);
  const [first] = flows;
  const token = first?.tokens[step] ?? '';
  if (!first || step > first.position) return words.unreadAt(place, token);
  const values = linesOf(flows).map((line) =>
    words.value(nameOf(line, language), printNorm(line.values[step] ?? 0, language)),
  );
  return words.at(place, token, words.summary.list(values));
}

/** A row a token. @param raw numbers, for a file */
export function tableOf(
  flows: readonly GradientFlow[],
  language: Language,
  examples: number,
  raw: boolean,
): FigureTable {
  const { table } = gradientWords[language];
  const format = formats(language);
  const columns: { name: string; values: readonly number[] }[] = [];
  for (const line of linesOf(flows)) {
    const name = nameOf(line, language);
    columns.push({ name: table.gradient(name), values: line.values });
    if (line.predicted) columns.push({ name: table.predicted(name), values: line.predicted });
    if (line.uncut) columns.push({ name: table.uncut(name), values: line.uncut });
  }
  flows.forEach(({ moved }, index) => {
    columns.push({ name: table.moved(modelName(recurrentCells[index]!)), values: moved });
  });
  const tokens = flows[0]?.tokens ?? [];
  return {
    columns: [table.step, table.token, ...columns.map(({ name }) => name)],
    rows: tokens.map((token, step) => [
      raw ? step + 1 : format.integer(step + 1),
      token,
      ...columns.map(({ values }) => {
        const value = values[step];
        if (value === undefined) return null;
        // A file has no sign for what has overflowed: there it stands as a word.
        return raw && Number.isFinite(value) ? value : printNorm(value, language);
      }),
    ]),
    at: table.at(format.integer(examples)),
  };
}
