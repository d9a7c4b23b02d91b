/** The equations as data say what the engine computes and what the lessons print. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formats } from '../../web/app/format';
import { numbersLine } from '../../web/app/cell-drawing/numbers-line';
import { cellFormulas } from '../../web/content/cell-formulas';
import { folderOf } from '../../web/content/course';
import { loadCourse } from '../../web/content/load';
import { ProjectFiles } from '../../web/content/project-files';
import { SourceCode } from '../../web/content/source-code';
import { readUnit, tensorsOf } from '../../web/shared/cell-tensors';
import { texOf } from '../../web/shared/equation-tex';
import {
  cellKind,
  cellKinds,
  equations,
  evaluate,
  type CellKind,
  type CellValues,
} from '../../web/shared/equations';
import { languages } from '../../web/shared/lesson';
import { elmanStep, gruStep, lstmStep, type Matrix, type Vector } from './reference-cells';

const example = JSON.parse(readFileSync('lessons/02-cell/example.json', 'utf8')) as {
  readonly elman: Parameters<typeof elmanStep>[0] & ReturnType<typeof elmanStep>;
  readonly lstm: Parameters<typeof lstmStep>[0] & ReturnType<typeof lstmStep>;
  readonly gru: Parameters<typeof gruStep>[0] & ReturnType<typeof gruStep>;
};
const place = { layer: 0, reverse: false };

describe('the tags', () => {
  const files = new ProjectFiles(process.cwd());
  const source = new SourceCode(files);

  it.each<[CellKind, string]>([
    ['elman', 'elman'],
    ['elman-relu', 'elman'],
    ['lstm', 'lstm'],
    ['gru', 'gru'],
  ])('of %s are those of src/rnn/%s.cpp', (kind, file) => {
    const inCode = source.tagged
      .filter((line) => line.file === `src/rnn/${file}.cpp` && !line.tag.endsWith("'"))
      .map((line) => line.tag);
    expect(equations[kind].map(({ tag }) => tag)).toEqual([...new Set(inCode)].sort());
  });
});

describe('the formulas', () => {
  const compact = (tex: string): string => tex.replace(/\s+/g, '');
  const tagged = /\$\$\n([^$]*?)\\tag\{([a-z]+\.\d+)\}\s*\$\$/g;
  const inLessons = loadCourse().chapters.flatMap((chapter) =>
    languages.flatMap((language) =>
      [...readFileSync(`${folderOf(chapter)}/${language}.md`, 'utf8').matchAll(tagged)].map(
        ([, tex, tag]) => ({ language, tag: tag!, tex: compact(tex!) }),
      ),
    ),
  );
  const ours = new Map(
    (['elman', 'lstm', 'gru'] as const).flatMap((kind) =>
      equations[kind].map((equation) => [equation.tag, compact(texOf(equation))] as const),
    ),
  );

  it('are those of the lessons, up to spacing', () => {
    const cells = inLessons.filter(({ tag }) => ours.has(tag));
    expect(cells.map(({ tex }) => tex)).toEqual(cells.map(({ tag }) => ours.get(tag)));
    for (const language of languages) {
      const cited = cells.filter((one) => one.language === language).map(({ tag }) => tag);
      expect(new Set(cited)).toEqual(new Set(ours.keys()));
    }
  });

  it.each(cellKinds)('of %s are set as MathML in which each coloured letter is marked', (kind) => {
    const formulas = cellFormulas()[kind];
    for (const { tag, result } of equations[kind]) {
      const html = formulas[tag]!;
      expect(html).toMatch(/^<math /);
      expect(html).not.toMatch(/\sstyle=|merror/);
      const letters = html.match(/class="sym-\w"/g) ?? [];
      expect(html.match(/data-symbol/g) ?? []).toHaveLength(letters.length);
      if (result !== 'a') expect(html).toContain(`<msub data-symbol="${result[0]}">`);
    }
  });
});

type Tensors = ReadonlyMap<string, { shape: readonly number[]; values: readonly number[] }>;

/** What the engine would hold at step 1 of 2, before the cell's own formulas ran. */
function tensorsBefore(input: {
  readonly W: Matrix;
  readonly recurrent: Matrix;
  readonly b_ih: Vector;
  readonly b_hh: Vector;
  readonly x: Vector;
  readonly h_prev: Vector;
  readonly c_prev?: Vector;
}): Tensors {
  const matrix = (rows: Matrix) => ({
    shape: [rows.length, rows[0]!.length],
    values: rows.flat(),
  });
  const steps = (first: Vector, second: Vector) => ({
    shape: [2, 1, first.length],
    values: [...first, ...second],
  });
  const none = (vector: Vector): Vector => vector.map(() => NaN);
  return new Map([
    ['rnn.weight_ih_l0', matrix(input.W)],
    ['rnn.weight_hh_l0', matrix(input.recurrent)],
    ['rnn.bias_ih_l0', { shape: [input.b_ih.length], values: [...input.b_ih] }],
    ['rnn.bias_hh_l0', { shape: [input.b_hh.length], values: [...input.b_hh] }],
    ['layer0.x', steps(none(input.x), input.x)],
    ['layer0.h', steps(input.h_prev, none(input.h_prev))],
    ...(input.c_prev ? [['layer0.c', steps(input.c_prev, none(input.c_prev))] as const] : []),
  ]);
}

const zeros = (vector: Vector): Vector => vector.map(() => 0);
const { elman, lstm, gru } = example;
const cases: Readonly<Record<CellKind, { before: Tensors; after: Record<string, Vector> }>> = {
  elman: {
    before: tensorsBefore({ ...elman, recurrent: elman.H, b_ih: elman.b, b_hh: zeros(elman.b) }),
    after: { a: elman.a, h: elman.h },
  },
  'elman-relu': {
    before: tensorsBefore({ ...elman, recurrent: elman.H, b_ih: zeros(elman.b), b_hh: elman.b }),
    after: { a: elmanStep(elman).a, h: elmanStep(elman).a.map((a) => Math.max(a, 0)) },
  },
  lstm: {
    before: tensorsBefore({ ...lstm, recurrent: lstm.U, b_ih: lstm.b, b_hh: zeros(lstm.b) }),
    after: (({ i, f, g, o, c, h }) => ({ i, f, g, o, c, h }))(lstm),
  },
  gru: {
    before: tensorsBefore({ ...gru, recurrent: gru.U }),
    after: (({ r, z, n, h }) => ({ r, z, n, h }))(gru),
  },
};

describe.each(cellKinds)('the equations of %s, evaluated by their description', (kind) => {
  const { before, after } = cases[kind];

  it.each([0, 1])('give the numbers of the lesson for unit %i', (unit) => {
    const read = readUnit(kind, (name) => before.get(name), { ...place, t: 1, unit, hidden: 2 });
    const values: Record<string, number> = Object.fromEntries(
      Object.entries(read).filter(([, value]) => !Number.isNaN(value)),
    );
    for (const { result, term } of equations[kind]) {
      expect(values[result], result).toBeUndefined();
      values[result] = evaluate(term, values as CellValues)!;
      expect(values[result], result).toBeCloseTo(after[result]![unit]!, 12);
    }
    expect(equations[kind].map(({ result }) => result).sort()).toEqual(Object.keys(after).sort());
  });

  it('say "unknown" where one number is missing', () => {
    for (const { term } of equations[kind]) expect(evaluate(term, {})).toBeNull();
  });

  it('read nothing but the tensors that they name', () => {
    const asked = new Set<string>();
    readUnit(kind, (name) => (asked.add(name), before.get(name)), {
      ...{ ...place, t: 1, unit: 0, hidden: 2 },
    });
    const { steps, weights } = tensorsOf(kind, place);
    expect([...steps, ...weights].sort()).toEqual([...asked].sort());
  });
});

describe('a unit', () => {
  it('begins with a state of zero, whichever way it is read', () => {
    const tensors = new Map([['layer0.reverse.h', { shape: [2, 1, 1], values: [0.5, 0.25] }]]);
    const at = (t: number): CellValues =>
      readUnit('elman', (name) => tensors.get(name), {
        ...{ layer: 0, reverse: true, t, unit: 0, hidden: 1 },
      });
    expect(at(0)).toEqual({ h: 0.5, h_prev: 0.25 });
    expect(at(1)).toEqual({ h: 0.25, h_prev: 0 });
    const two = readUnit('gru', (name) => tensors.get(name), {
      ...{ layer: 0, reverse: true, t: 1, unit: 0, hidden: 1 },
    });
    expect(two).toEqual({ h: 0.25, h_prev: 0 });
  });
});

describe('the line of numbers', () => {
  const line = (kind: CellKind, tag: string, values: CellValues, language: 'fr' | 'en' = 'en') => {
    const equation = equations[kind].find((one) => one.tag === tag)!;
    return numbersLine(equation, values, formats(language).inner)
      ?.map(({ text }) => text)
      .join('')
      .replaceAll('\u00a0', ' ');
  };
  const memory = { c: 0.89, f: 0.97, c_prev: 0.95, i: 0.08, g: -0.41 };

  it.each<[CellKind, string, CellValues, string | undefined]>([
    ['lstm', 'lstm.5', memory, '0.89 = 0.97 × 0.95 + 0.08 × (−0.41)'],
    ['lstm', 'lstm.5', { ...memory, c_prev: -0.95 }, '0.89 = 0.97 × (−0.95) + 0.08 × (−0.41)'],
    ['lstm', 'lstm.5', { ...memory, g: -0.001 }, '0.89 = 0.97 × 0.95 + 0.08 × 0.00'],
    ['lstm', 'lstm.6', { h: -0.47, o: 0.66, c: -0.89 }, '−0.47 = 0.66 × tanh(−0.89)'],
    ['lstm', 'lstm.2', { f: 0.97, a_f: 3.41 }, '0.97 = σ(3.41)'],
    [
      ...(['lstm', 'lstm.2'] as const),
      { f: 0.97, a_f: 3.41, Wx_f: 2.1, Uh_f: -0.1, b_f: 1.41 },
      '0.97 = σ(3.41) = σ(2.10 − 0.10 + 1.41)',
    ],
    ['lstm', 'lstm.2', { f: 0.97 }, undefined],
    ['lstm', 'lstm.5', { c: 0.89 }, undefined],
    ['elman', 'elman.1', { a: 1.375, Wx: 1, Hh: 0.125, b: 0.25 }, '1.38 = 1.00 + 0.13 + 0.25'],
    ['elman-relu', 'elman.2', { a: -1.3, h: 0 }, '0.00 = relu(−1.30)'],
    [
      ...(['gru', 'gru.3'] as const),
      { n: 0.46, Wx_n: 1, b_in: 0, r: 0.5, Uh_n: -0.5, b_hn: -0.5 },
      '0.46 = tanh(1.00 + 0.00 + 0.50 × (−0.50 − 0.50))',
    ],
    [
      ...(['gru', 'gru.4'] as const),
      { h: 0.1, z: 0.3, n: -0.2, h_prev: 0.8 },
      '0.10 = (1 − 0.30) × (−0.20) + 0.30 × 0.80',
    ],
  ])('%s, %s of %o: %s', (kind, tag, values, expected) => {
    expect(line(kind, tag, values)).toBe(expected);
  });

  it('leaves a question mark in the place of a number that is asked for', () => {
    const [equation, { inner }] = [equations.lstm[4]!, formats('en')];
    const known = { f: 0.97, c_prev: 0.95, i: 0.08, g: -0.41 };
    const text = numbersLine(equation, known, inner, 'c')!.map((piece) => piece.text);
    expect(text.join('').replaceAll('\u00a0', ' ')).toBe('? = 0.97 × 0.95 + 0.08 × (−0.41)');
    expect(numbersLine(equation, known, inner, 'h')).toBeNull();
  });

  it('is printed as the language prints, and knows the letter of each number', () => {
    expect(line('lstm', 'lstm.5', memory, 'fr')).toBe('0,89 = 0,97 × 0,95 + 0,08 × (−0,41)');
    const pieces = numbersLine(equations.lstm[4]!, memory, formats('fr').inner)!;
    expect(pieces.flatMap(({ symbol }) => symbol ?? [])).toEqual(['c', 'f', 'c', 'i', 'g']);
  });
});

it('tells the kind of cell from a run’s settings', () => {
  const kinds = [
    { cell: 'rnn', nonlinearity: 'tanh' },
    { cell: 'rnn', nonlinearity: 'relu' },
    { cell: 'rnn' },
    { cell: 'lstm', nonlinearity: 'relu' },
    { cell: 'gru' },
    { cell: 'bag' },
  ].map(cellKind);
  expect(kinds).toEqual(['elman', 'elman-relu', 'elman', 'lstm', 'gru', null]);
});
