import { describe, expect, it } from 'vitest';
import { classMark } from '../../web/app/instruments/class-marks';
import { fitted, widthOf } from '../../web/app/instruments/fitting';
import type { AnsweredToken } from '../../web/app/instruments/try/answers';
import { hundredths } from '../../web/app/instruments/shares';
import { drawAnswers, slot, type TryDrawing } from '../../web/app/instruments/try/try-drawing';
import { outside, overlaps, textRect, type Rect } from '../support/boxes';
import { generator } from '../support/draws';

const classNames = [
  'féminin singulier',
  'masculin singulier',
  'féminin pluriel',
  'masculin pluriel',
  'défavorable',
  'indéterminé',
];

function shares(count: number, draw: () => number): number[] {
  const raw = Array.from({ length: count }, () => draw() ** 4 + 1e-4);
  const sum = raw.reduce((total, share) => total + share);
  return raw.map((share) => share / sum);
}

function answered(count: number, classes: number, cut: boolean, seed: number): AnsweredToken[] {
  const { share } = generator(seed);
  return Array.from({ length: count }, (_, place): AnsweredToken => {
    const gone = cut && place % 4 === 1;
    return {
      token: ['la', 'soupe', 'anticonstitutionnellement', "n'", '👩🏽'][place % 5]!,
      known: place % 3 !== 2,
      gone,
      asked: place === 3,
      before: cut ? shares(classes, share) : null,
      now: gone ? null : shares(classes, share),
    };
  });
}

function rectsOf(drawing: TryDrawing, names: readonly string[]): Rect[] {
  const { lanes, tokens, beside, winners, winnersX, column, tokenSize } = drawing;
  const heads = lanes.flatMap(({ x, head }, side): Rect[] => {
    const mark = {
      name: `mark ${names[side]}`,
      x: x - 1,
      y: head.markY - 6,
      width: 12,
      height: 12,
    };
    const lines = head.upright
      ? [
          {
            name: `${names[side]}`,
            x: x - 1,
            y: head.first - widthOf(head.lines[0]!, head.size),
            width: 12,
            height: widthOf(head.lines[0]!, head.size),
          },
        ]
      : head.lines.map((text, index) =>
          textRect('head', text, head.size, {
            x: head.markAbove ? x : x + 15,
            y: head.first + 15 * index,
          }),
        );
    return [mark, ...lines];
  });
  const rows = tokens.flatMap(({ text, y, lines }): Rect[] => [
    textRect('token', text, tokenSize, { x: slot, y: y + 5.5 }),
    { name: 'button', x: 0, y: y - drawing.row / 2, width: slot - 2, height: drawing.row },
    ...lines.flatMap(({ y: at, marks }, model) => [
      ...(lines.length > 1
        ? [textRect('model', 'A', 14, { x: column + 10, y: at + 4.5 }, 'middle')]
        : []),
      ...marks.flatMap(({ share }, side): Rect[] => {
        const lane = lanes[side]!;
        const zone = {
          name: `lane ${side}.${model}`,
          x: lane.x - 1,
          y: at - 6,
          width: lane.span + 2,
          height: 12,
        };
        const number = textRect(
          'share',
          hundredths(share),
          13.5,
          { x: lane.x + lane.span + 33, y: at + 4.5 },
          'end',
        );
        return beside ? [zone, number] : [zone];
      }),
    ]),
  ]);
  const ends = winners.flatMap((all) =>
    all.map(({ name, y }) => textRect('winner', name, 13.5, { x: winnersX, y: y + 4.5 })),
  );
  return [...heads, ...rows, ...ends];
}

const cases = [290, 315, 540, 837].flatMap((width) =>
  [2, 3, 4, 5, 6].flatMap((classes) =>
    [1, 2].flatMap((models) => [false, true].map((cut) => ({ width, classes, models, cut }))),
  ),
);

describe.each(cases)(
  'answers of $models models on $classes classes, $width wide, cut: $cut',
  (given) => {
    const { width, classes, models, cut } = given;
    const names = classNames.slice(0, classes);
    const all = Array.from({ length: models }, (_, model) => answered(40, classes, cut, model + 1));
    const drawing = drawAnswers(all, names, width);

    it('lie inside, and nothing on anything', () => {
      const rects = rectsOf(drawing, names);
      expect(overlaps(rects)).toEqual([]);
      expect(outside(rects, width, drawing.height)).toEqual([]);
    });

    it('are as far along their lanes as they are likely', () => {
      drawing.tokens.forEach(({ lines }, place) => {
        lines.forEach(({ marks, ticks }, model) => {
          const { now, before } = all[model]![place]!;
          expect(marks).toHaveLength(now ? classes : 0);
          expect(ticks).toHaveLength(now ? 0 : classes);
          marks.forEach(({ x, from, wins, share }, side) => {
            const lane = drawing.lanes[side]!;
            expect(x).toBeCloseTo(lane.x + lane.span * now![side]!, 9);
            expect(wins).toBe(share === Math.max(...now!));
            if (from !== null) expect(from).toBeCloseTo(lane.x + lane.span * before![side]!, 9);
          });
        });
      });
    });

    it('tell what became of the end where something is taken out', () => {
      expect(drawing.end).toHaveLength(cut ? models : 0);
      for (const { y } of drawing.end) expect(y + 22).toBeLessThanOrEqual(drawing.height);
    });
  },
);

it('draws the scale alone before there is an answer', () => {
  const drawing = drawAnswers([], ['one', 'other'], 315);
  expect(drawing.tokens).toEqual([]);
  expect(drawing.lanes).toHaveLength(2);
  expect(drawing.height).toBeGreaterThan(drawing.top);
});

it('rows are high enough for a finger, where a root em has 18 pixels or more', () => {
  for (const models of [1, 2]) {
    const all = Array.from({ length: models }, () => answered(3, 2, false, 1));
    expect(drawAnswers(all, ['one', 'other'], 315).row - 2).toBeGreaterThanOrEqual(24);
  }
});

it('classes have marks of their own', () => {
  expect(new Set([0, 1, 2, 3, 4, 5].map((side) => classMark(side))).size).toBe(6);
});

it('a text is cut to its room, and never to nothing', () => {
  expect(fitted('maison', 100, 16)).toBe('maison');
  const cut = fitted('anticonstitutionnellement', 80, 16);
  expect(cut.endsWith('…')).toBe(true);
  expect(widthOf(cut, 16)).toBeLessThanOrEqual(80);
  expect(fitted('mmmm', 1, 16)).toBe('m…');
});
