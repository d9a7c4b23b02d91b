import { describe, expect, it } from 'vitest';
import { askedNames } from '../../web/app/instruments/cell/asked-names';
import { rangeOf, halfUnit } from '../../web/app/instruments/cell/bounds';
import { check, exerciseOf, readAnswer, type Exercise } from '../../web/app/instruments/cell/check';
import { slipsOf, type Slip } from '../../web/app/instruments/cell/slips';
import {
  numbersFor,
  printed,
  rounded,
  taskOf,
  tasksOf,
  type Task,
} from '../../web/app/instruments/cell/tasks';
import { verdictWords } from '../../web/app/instruments/cell/verdict-words';
import { cellKinds, evaluate, type CellKind, type CellValues } from '../../web/shared/equations';
import { generator } from '../support/draws';

const lstm = { f: 0.9712, c_prev: -0.4023, i: 0.1834, g: 0.6401, o: 0.7215, a_o: 0.9519 };
const c = lstm.f * lstm.c_prev + lstm.i * lstm.g;
const memory: CellValues = { ...lstm, c, h: lstm.o * Math.tanh(c) };
const gru: CellValues = { z: 0.31, n: -0.62, h_prev: 0.84, h: 0.69 * -0.62 + 0.31 * 0.84 };
const elman: CellValues = { Wx: 0.721, Hh: -1.284, b: 0.116, a: -0.447, h: Math.tanh(-0.447) };

const task = (kind: CellKind, asked: string): Task => taskOf(kind, asked)!;
const exercise = (kind: CellKind, asked: string, values: CellValues): Exercise =>
  exerciseOf(task(kind, asked), values)!;
const all = cellKinds.flatMap((kind) =>
  tasksOf(kind).map((one) => [kind, one.asked, one] as const),
);

describe('what can be asked', () => {
  it.each<[CellKind, string]>([
    ['elman', 'a h'],
    ['elman-relu', 'a h'],
    ['lstm', 'a_i i a_f f a_g g a_o o c h'],
    ['gru', 'a_r r a_z z a_n n h'],
  ])('of %s: %s', (kind, names) => {
    expect(tasksOf(kind).map(({ asked }) => asked)).toEqual(names.split(' '));
  });

  it('has a name in the scene, whatever the cell', () => {
    expect(all.filter(([, asked]) => !(askedNames as readonly string[]).includes(asked))).toEqual(
      [],
    );
  });

  it('gives a gate its sum, and not the answer', () => {
    expect(numbersFor(task('lstm', 'f'))).toEqual(['a_f']);
    expect(numbersFor(task('lstm', 'a_f'))).toEqual(['Wx_f', 'Uh_f', 'b_f']);
    for (const [, asked, one] of all) expect(numbersFor(one)).not.toContain(asked);
  });

  it('is nothing where a number is not known', () => {
    expect(exerciseOf(task('lstm', 'c'), { f: 1, c: 1 })).toBeNull();
    expect(taskOf('gru', 'c')).toBeNull();
  });
});

describe.each(all)('of %s, %s', (_kind, asked, one) => {
  const { share: draw } = generator(asked.length + asked.charCodeAt(0));
  const names = numbersFor(one);
  const isShare = (name: string): boolean => /^[iforz]$/.test(name);
  const values = (): CellValues =>
    Object.fromEntries(names.map((name) => [name, isShare(name) ? draw() : 4 * draw() - 2]));

  it.each([2, 3, 4])('accepts what any numbers that print so give (%i decimals)', (digits) => {
    for (let turn = 0; turn < 60; turn += 1) {
      const operands = printed(one, values(), digits)!;
      const { low, high } = rangeOf(one.term, operands, halfUnit(digits));
      const inside = Object.fromEntries(
        names.map((name) => [name, operands[name]! + (2 * draw() - 1) * halfUnit(digits)]),
      );
      const result = evaluate(one.term, inside)!;
      expect(result).toBeGreaterThanOrEqual(low - 1e-12);
      expect(result).toBeLessThanOrEqual(high + 1e-12);
    }
  });

  it('accepts the engine’s number, the printed ones’ result, and that result rounded', () => {
    for (let turn = 0; turn < 40; turn += 1) {
      const known = values();
      const exact = evaluate(one.term, known)!;
      const whole = { ...known, [one.asked]: exact };
      const made = exerciseOf(one, whole)!;
      for (const answer of [exact, made.result, rounded(made.result, made.digits)]) {
        expect(check(made, whole, String(answer)).kind).toBe('right');
      }
      const width = made.accepted.high - made.accepted.low;
      for (const answer of [made.accepted.low - 0.01 * width, made.accepted.high + 0.01 * width]) {
        expect(check(made, whole, String(answer)).kind).toBe('wrong');
      }
    }
  });
});

describe('the tolerance', () => {
  it('is what rounded operands, rounded steps and a rounded result leave open, and no more', () => {
    const { digits, accepted, result } = exercise('elman', 'a', elman);
    expect([digits, result]).toEqual([2, expect.closeTo(-0.44, 9)]);
    // Three operands and the result, each by half a unit.
    expect(accepted.low).toBeCloseTo(-0.46, 9);
    expect(accepted.high).toBeCloseTo(-0.42, 9);
  });

  it('counts a product that is written down before it is added', () => {
    const { accepted, operands, digits } = exercise('gru', 'h', gru);
    expect(digits).toBe(2);
    const { low, high } = rangeOf(task('gru', 'h').term, operands, 0.005);
    expect(accepted.low).toBeCloseTo(low - 0.015, 9);
    expect(accepted.high).toBeCloseTo(high + 0.015, 9);
  });

  it('takes more decimals where two do not tell a mistake from the answer', () => {
    const small = { o: 0.51, c: 0.35, c_prev: 0.9, h: 0.51 * Math.tanh(0.35) };
    const { digits, accepted } = exercise('lstm', 'h', small);
    expect(digits).toBe(3);
    expect(0.51 * 0.35).toBeGreaterThan(accepted.high);
  });
});

describe('an answer', () => {
  it.each([
    ['0,891', 0.891],
    ['0.891', 0.891],
    ['-0,4', -0.4],
    ['−0.4', -0.4],
    ['–0.4', -0.4],
    ['—0,4', -0.4],
    ['‐0.4', -0.4],
    ['‑0.4', -0.4],
    ['－0.4', -0.4],
    [' + 0,4 ', 0.4],
    [',5', 0.5],
    ['4e-1', 0.4],
    ['1.234,5', null],
    ['un', null],
    ['', null],
    ['0,4 0,5', null],
  ])('“%s” is read as %s', (typed, value) => {
    expect(readAnswer(typed)).toBe(value);
  });

  it('that is no number is not judged', () => {
    expect(check(exercise('lstm', 'c', memory), memory, 'tanh')).toEqual({ kind: 'not-a-number' });
  });

  it('that is wrong says how far off it is', () => {
    const made = exercise('lstm', 'c', memory);
    const verdict = check(made, memory, String(made.result + 0.5));
    expect(verdict).toMatchObject({ kind: 'wrong', off: expect.closeTo(0.5, 9) as number });
  });
});

describe('a usual mistake is named', () => {
  const slipOf = (made: Exercise, values: CellValues, answer: number): Slip | null => {
    const verdict = check(made, values, answer.toFixed(4));
    return verdict.kind === 'wrong' ? verdict.slip : null;
  };
  const m = memory as Record<string, number>;
  const sigmoid = (a: number): number => 1 / (1 + Math.exp(-a));

  it.each<[CellKind, string, CellValues, number, Partial<Slip>]>([
    ['lstm', 'c', memory, -c, { kind: 'sign' }],
    [
      'lstm',
      'c',
      memory,
      m['f']! * 0.4023 + m['i']! * m['g']!,
      { kind: 'lost-sign', of: 'c_prev' },
    ],
    ['lstm', 'c', memory, m['f']! * -0.4023, { kind: 'missing' }],
    ['lstm', 'c', memory, -0.4023 + m['i']! * m['g']!, { kind: 'undosed' }],
    ['lstm', 'c', memory, m['f']! + -0.4023 + m['i']! * m['g']!, { kind: 'added' }],
    ['lstm', 'h', memory, m['o']! * c, { kind: 'no-function', name: 'tanh' }],
    ['lstm', 'h', memory, m['o']! * sigmoid(c), { kind: 'other-function', instead: 'sigmoid' }],
    ['lstm', 'h', memory, m['o']! * Math.tanh(-0.4023), { kind: 'step-before', of: 'c' }],
    ['lstm', 'h', memory, m['h']! / 10, { kind: 'point' }],
    ['lstm', 'o', memory, Math.tanh(0.9519), { kind: 'other-function', instead: 'tanh' }],
    ['lstm', 'o', memory, sigmoid(-0.9519), { kind: 'mirrored' }],
    ['lstm', 'o', memory, 0.9519, { kind: 'no-function', name: 'sigmoid' }],
    ['gru', 'h', gru, 0.31 * -0.62 + 0.69 * 0.84, { kind: 'exchanged', of: 'z' }],
    ['gru', 'h', gru, 0.31 * -0.62 + 0.31 * 0.84, { kind: 'no-complement', of: 'z' }],
    ['elman', 'h', elman, sigmoid(-0.447), { kind: 'other-function', instead: 'sigmoid' }],
    ['elman', 'a', elman, 0.721 + 1.284 + 0.116, { kind: 'lost-sign', of: 'Hh' }],
    ['elman-relu', 'h', { ...elman, h: 0 }, -0.447, { kind: 'no-function', name: 'relu' }],
  ])('%s, %s of %o: %f', (kind, asked, values, answer, slip) => {
    expect(slipOf(exercise(kind, asked, values), values, answer)).toMatchObject(slip);
  });

  it('when the two decimals of the drawing are taken where more are given', () => {
    const values = { o: 0.6149, c: 0.0149, c_prev: 0.2, h: 0.6149 * Math.tanh(0.0149) };
    const made = exercise('lstm', 'h', values);
    expect(made.digits).toBeGreaterThan(2);
    expect(slipOf(made, values, 0.61 * Math.tanh(0.01))).toEqual({ kind: 'coarse' });
  });

  it('and a wrong number without a pattern gets advice on the operation', () => {
    const made = exercise('lstm', 'c', memory);
    expect(slipOf(made, memory, 7)).toBeNull();
    const [off, advice] = verdictWords(check(made, memory, '7'), made, '7', 'en');
    expect(off).toMatch(/^Your result is too large by 7\.\d+\.$/);
    expect(advice).toContain('Two products');
  });

  it('in words of both languages, whatever the mistake', () => {
    const made = [
      [exercise('lstm', 'c', memory), memory],
      [exercise('lstm', 'h', memory), memory],
      [exercise('lstm', 'o', memory), memory],
      [exercise('gru', 'h', gru), gru],
    ] as const;
    for (const [one, values] of made) {
      for (const { value } of slipsOf(one.task, one.operands, values, one.digits)) {
        const verdict = check(one, values, String(value));
        for (const language of ['fr', 'en'] as const) {
          const said = verdictWords(verdict, one, String(value), language).join(' ');
          expect(said).not.toMatch(/undefined|_prev|-\d/);
          if (language === 'fr') expect(said).not.toMatch(/[^\u202f\s][;:!?]|'/u);
        }
      }
    }
  });
});
