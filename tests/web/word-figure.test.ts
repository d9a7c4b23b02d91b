import { describe, expect, it } from 'vitest';
import type { Reading } from '../../web/shared/protocol';
import {
  drawWord,
  isolated,
  leaning,
  prefixOf,
  unknownTokens,
  visible,
} from '../../web/app/lab/word-figure';

const reading = (word: string, shares: readonly number[], unknown = ''): Reading => ({
  characters: [...word],
  known: [...word].map((character) => !unknown.includes(character)),
  probabilities: shares.map((share) => [share, 1 - share]),
  place: word === '' ? null : [...word].length - 1,
  cut: 0,
  step: 3,
});

describe('a word on the scale', () => {
  const drawing = drawWord(reading('abc', [0.5, 1, 0]), 300);

  it('puts the first class on top, the second at the bottom', () => {
    expect(drawing.marks.map(({ y }) => y)).toEqual([drawing.middle, drawing.top, drawing.bottom]);
  });

  it('tells the class that each answer leans to, apart from its height', () => {
    expect(drawing.marks.map(({ towards, share }) => [towards, share])).toEqual([
      [true, 0.5],
      [true, 1],
      [false, 1],
    ]);
  });

  it.each([
    ['a', 300],
    ['a'.repeat(13), 320],
    ['a'.repeat(40), 320],
    ['a'.repeat(40), 570],
  ])('keeps every letter of %s in %i pixels', (word, width) => {
    const { marks, step } = drawWord(
      reading(
        word,
        [...word].map(() => 0.7),
      ),
      width,
    );
    expect(marks.at(-1)!.x + step / 2).toBeLessThanOrEqual(width + 1e-9);
    expect(marks[0]!.x).toBeGreaterThan(0);
  });

  it('writes every number where there is room, and only then', () => {
    const shares = Array.from({ length: 40 }, () => 0.7);
    expect(drawWord(reading('a'.repeat(40), shares), 320).allValues).toBe(false);
    expect(drawWord(reading('a'.repeat(8), shares.slice(0, 8)), 320).allValues).toBe(true);
  });

  it('draws the empty scale before a word is typed', () => {
    expect(drawWord(null, 320)).toMatchObject({ marks: [], path: '' });
  });
});

describe('a sentence on the scale', () => {
  const words = ['la', 'petite', 'brise', 'souffle', 'sur', "l'", 'extraordinairement', 'lac'];
  const sentence: Reading = {
    ...reading('', []),
    characters: words,
    known: words.map(() => true),
    probabilities: words.map(() => [0.7, 0.3]),
    place: 2,
  };
  const scale = { unit: 'word', side: 0 } as const;

  it.each([320, 570, 900])('keeps every word in %i pixels, upright where it is narrow', (width) => {
    const { marks, step, upright, height, labelY, labelSize } = drawWord(sentence, width, scale);
    expect(upright).toBe(width < 900);
    const longest = Math.max(...marks.map(({ label }) => label.length)) * 0.6 * labelSize;
    if (upright) expect(labelY - 10 + longest).toBeLessThanOrEqual(height);
    else expect(longest).toBeLessThanOrEqual(step);
    expect(marks.at(-1)!.x + step / 2).toBeLessThanOrEqual(width + 1e-9);
  });

  it('shortens what is too long, and nothing else', () => {
    const labels = drawWord(sentence, 570, scale).marks.map(({ label }) => label);
    expect(labels.filter((label, index) => label !== words[index])).toEqual(['extraordina…']);
  });

  it('prints with the spaces that its words have', () => {
    expect(prefixOf(sentence, 7, 'word')).toBe(
      isolated("la petite brise souffle sur l'extraordinairement lac"),
    );
  });

  it('sets one class of many against all others', () => {
    const many = {
      ...sentence,
      characters: ['a', 'b'],
      probabilities: [
        [0.1, 0.2, 0.7],
        [0.5, 0.3, 0.2],
      ],
    };
    const { marks, top, bottom } = drawWord(many, 570, { unit: 'word', side: 2 });
    expect(marks.map(({ towards, share }) => [towards, share])).toEqual([
      [true, 0.7],
      [false, 0.2],
    ]);
    expect(marks[0]!.y).toBeCloseTo(bottom + 0.7 * (top - bottom), 9);
  });
});

describe('characters that a reader may type', () => {
  it.each([
    ['a', 'a'],
    ['é', 'é'],
    ['😀', '😀'],
    ['<', '<'],
    ['ש', 'ש'],
    ['\u202e', 'U+202E'],
    [' ', 'U+0020'],
    ['\u0301', 'U+0301'],
    ['\u0000', 'U+0000'],
  ])('%j prints as %s', (character, printed) => {
    expect(visible(character)).toBe(printed);
  });

  it('that the model never saw are named once each', () => {
    expect(unknownTokens(reading('a😀b😀\u202e', [], '😀\u202e'))).toEqual(['😀', 'U+202E']);
  });

  it('cannot reorder the sentence around them', () => {
    expect(isolated('שלום')).toBe('\u2068שלום\u2069');
    expect(prefixOf(reading('שלום', []), 1)).toBe('\u2068של\u2069');
  });

  it('lean to the class of the largest probability', () => {
    expect(leaning([0.2, 0.8])).toEqual({ index: 1, share: 0.8 });
  });
});
