import { describe, expect, it } from 'vitest';
import type { Counted } from '../../web/app/instruments/confusion/counting.svelte';
import { Wording, type Told } from '../../web/app/instruments/confusion/in-words';
import { matrixOf, totalsOf } from '../../web/app/instruments/confusion/matrix';
import type { AnsweredExample, OpenedRun } from '../../web/shared/protocol';
import { defaultSettings } from '../../web/shared/settings';

const plain = (text: string): string =>
  text.replaceAll(/[\u2068\u2069]/g, '').replaceAll(/[\u00a0\u202f]/g, ' ');

const opened = {
  settings: { ...defaultSettings, dataset: 'french-nouns' },
  data: { classes: ['feminine', 'masculine'] },
  batch: 32,
} as unknown as OpenedRun;

function toldOf(counts: number[][], step = 64): Told {
  const counted: Counted = { counts, cells: [], step, opened };
  const matrix = matrixOf(counts, opened.data.classes);
  return { counted, matrix, totals: totalsOf(counts) };
}

const usual = toldOf([
  [745, 67],
  [68, 640],
]);
/** Every answer is masculine, and one example is feminine. */
const oneSided = toldOf([
  [0, 1],
  [0, 3],
]);
const [fr, en] = [new Wording('fr'), new Wording('en')];

describe('a definition', () => {
  it('uses the numbers', () => {
    expect(plain(en.precision(usual, 0))).toBe(
      'Of 813 called “feminine”, 745 are: precision 91.6%.',
    );
    expect(plain(en.recall(usual, 0))).toBe(
      'Of 812 that are “feminine”, 745 are found: recall 91.7%.',
    );
    expect(plain(fr.precision(usual, 1))).toBe(
      'Sur 707 réponses « masculin », 640 sont justes : précision 90,5 %.',
    );
    expect(plain(fr.recall(usual, 1))).toBe(
      'Sur 708 mots de classe « masculin », 640 sont reconnus : rappel 90,4 %.',
    );
  });

  it('says that nothing was called so, or is so, and never NaN', () => {
    expect(plain(en.precision(oneSided, 0))).toBe(
      'No example was called “feminine”: it has no precision.',
    );
    expect(plain(fr.precision(oneSided, 0))).toBe(
      'La réponse « féminin » n’a jamais été donnée : elle n’a pas de précision.',
    );
    const empty = toldOf([
      [0, 0],
      [1, 3],
    ]);
    expect(plain(en.recall(empty, 0))).toContain('it has no recall');
    expect(plain(fr.cell(empty, { row: 0, column: 1 }))).toBe(
      '« féminin » : aucun exemple dans l’ensemble de validation.',
    );
    const all = [oneSided, empty].flatMap((told) =>
      [fr, en].flatMap((wording) => [
        wording.accuracy(told),
        wording.macro(told),
        wording.summary(told),
        ...wording.table(told, false).rows.flat().map(String),
      ]),
    );
    expect(all.join(' ')).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('counts one as one', () => {
    expect(plain(en.recall(oneSided, 0))).toBe(
      'Of 1 that is “feminine”, 0 are found: recall 0.0%.',
    );
    expect(plain(fr.recall(oneSided, 0))).toBe(
      'Sur 1 exemple de classe « féminin », 0 est reconnu : rappel 0,0 %.',
    );
  });
});

describe('the whole', () => {
  it('tells the accuracy beside what one answer alone would reach', () => {
    expect(plain(fr.accuracy(oneSided))).toBe(
      'Exactitude 75,0 % : 3 mots sur 4. Répondre toujours « masculin », la classe la plus fréquente, donnerait 75,0 %.',
    );
    const even = toldOf([
      [2, 1],
      [0, 3],
    ]);
    expect(plain(en.accuracy(even))).toBe(
      'Accuracy 83.3%: 5 of 6 nouns. Always giving the same answer would give at best 50.0%.',
    );
  });

  it('leaves a class that was never answered out of a mean, and says so', () => {
    expect(plain(en.macro(oneSided))).toBe(
      'Mean of the classes, each counting alike (macro): precision 75.0%, recall 50.0%. Over all examples together (micro), both are the accuracy, 75.0%. The class that was never answered does not enter the mean of the precisions.',
    );
  });

  it('names the most frequent confusion, and the model that it speaks of', () => {
    expect(plain(fr.summary(usual))).toBe(
      'Bonnes réponses : 1 385 sur 1 520 mots. Confusion la plus fréquente : « masculin » pris pour « féminin », 68 fois sur 708.',
    );
    expect(plain(en.moment(usual.counted))).toBe(
      'Counted by the model as it was after 2,048 nouns, at step 64.',
    );
    expect(
      plain(
        en.moment(
          toldOf(
            [
              [1, 0],
              [0, 1],
            ],
            0,
          ).counted,
        ),
      ),
    ).toContain('learnt nothing yet');
  });

  it('is a table with its sums, typeset or as numbers', () => {
    expect(en.table(usual, true)).toEqual({
      columns: ['Class', 'answer feminine', 'answer masculine', 'total', 'recall'],
      rows: [
        ['feminine', 745, 67, 812, 745 / 812],
        ['masculine', 68, 640, 708, 640 / 708],
        ['total', 813, 707, 1520, null],
        ['precision', 745 / 813, 640 / 707, null, 1385 / 1520],
      ],
    });
    expect(fr.table(usual, false).rows[2]!.map((cell) => plain(String(cell)))).toEqual([
      ...['total', '813', '707', '1 520', 'null'],
    ]);
  });
});

describe('a margin', () => {
  const margin = (probabilities: number[], wrong = true): string =>
    plain(
      fr.margin({
        ...{ probabilities, answer: 0, margin: probabilities[0]! - probabilities[1]! },
        label: wrong ? 1 : 0,
      } as unknown as AnsweredExample),
    );

  it('is the difference of the shares as they are printed', () => {
    expect(margin([0.92849, 0.07151])).toBe('écart 85,6 points');
    expect(margin([0.505, 0.495])).toBe('écart 1,0 point');
    expect(margin([0.6, 0.2])).toBe('écart 40,0 points');
  });

  it('is never the whole', () => {
    expect(margin([0.99999, 0.00001])).toBe('écart > 99,8 points');
  });
});
