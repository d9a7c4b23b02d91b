import { describe, expect, it } from 'vitest';
import { featureNamed, valuesOf } from '../../web/worker/feature';
import { Dataset } from '../../web/worker/dataset';
import { smallDataset } from './small-data';

const data = smallDataset(true);

function valuesIn(feature: string, word: string, label = 0, fromEnd = false): string {
  const tokens = Uint16Array.from(word, (letter) => data.alphabet.tokenOf(letter));
  return valuesOf(featureNamed(feature, data), { tokens, label }, fromEnd).join('');
}

describe('a feature', () => {
  it.each([
    ['class:feminine', 'lama', 0, '1111'],
    ['class:masculine', 'lama', 0, '0000'],
    ['class:masculine', 'lama', 1, '1111'],
    ['token:a', 'lamas', 0, '01010'],
    ['token:A', 'lamas', 0, '01010'],
    ['seen:a', 'lamas', 0, '01111'],
    ['seen:s', 'lamas', 0, '00001'],
    ['seen:t', 'lamas', 0, '00000'],
    ['vowel', 'salomei', 0, '0101011'],
    ['position', 'lamas', 0, '01234'],
  ])('%s in %s of class %i is %s', (feature, word, label, values) => {
    expect(valuesIn(feature, word, label)).toBe(values);
  });

  it.each([
    ['seen:a', '11110'],
    ['position', '43210'],
    ['token:m', '00100'],
  ])('%s for a tensor that reads from the end is %s', (feature, values) => {
    expect(valuesIn(feature, 'lamas', 0, true)).toBe(values);
  });

  it.each([
    ['class:neuter', /class:neuter.*feminine, masculine/],
    ['token:z', /token:z.*10 tokens/],
    ['token:', /token:.*10 tokens/],
    ['seen:ab', /seen:ab/],
    ['vowel:a', /vowel:a.*class:…/],
    ['class', /"class".*class:…/],
    ['colour', /colour.*position/],
    ['', /feature is "".*position/],
  ])('cannot be "%s"', (feature, fact) => {
    expect(() => featureNamed(feature, data)).toThrow(
      expect.objectContaining({ code: 'argument', message: expect.stringMatching(fact) }),
    );
  });

  it('vowel knows letters with accents, and no vowels where there are no letters', () => {
    const of = (alphabet: string): Dataset =>
      Dataset.fromFirst(
        {
          id: 'signs',
          classes: ['one', 'other', 'third'],
          alphabet,
          counts: { training: { one: 1 }, validation: { other: 1 } },
          firstTraining: 1,
          largestClass: 1,
        },
        `# validation other\n${alphabet}\n# training one\n${alphabet}\n`,
      );
    const french = of('bàéÿç');
    const [example] = french.validation;
    expect(valuesOf(featureNamed('vowel', french), example!, false)).toEqual([0, 1, 1, 1, 0]);
    const brackets = of('()[]');
    expect(() => featureNamed('vowel', brackets)).toThrow(/vowel.*not letters/);
    const named = featureNamed('class:third', brackets);
    expect(valuesOf(named, { ...brackets.validation[0]!, label: 2 }, false)).toEqual([1, 1, 1, 1]);
  });
});
