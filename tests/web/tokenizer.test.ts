import { describe, expect, it } from 'vitest';
import { Alphabet, normalise, tokenize, unknownToken } from '../../web/worker/tokenizer';

const alphabet = new Alphabet("'-abcdeé");

describe('normalise', () => {
  it.each([
    ['  Chat\n', 'chat'],
    ['ÉTÉ', 'été'],
    ['e\u0301te\u0301', 'été'],
    ['aujourd’hui', "aujourd'hui"],
    ['aujourdʼhui', "aujourd'hui"],
    ['arc‐en‑ciel', 'arc-en-ciel'],
    ['Cœur', 'coeur'],
    ['ŒIL', 'oeil'],
    ['Æschne', 'aeschne'],
    ['', ''],
    [' \t ', ''],
    ['İ', 'i\u0307'],
    ['שלום', 'שלום'],
    ['<script>', '<script>'],
  ])('%j → %j', (text, expected) => {
    expect(normalise(text)).toBe(expected);
    expect(normalise(expected)).toBe(expected);
  });
});

describe('tokenize', () => {
  it.each([
    ['abc', [3, 4, 5]],
    ["É-a'", [8, 2, 3, 1]],
    ['azb', [3, unknownToken, 4]],
    ['', []],
    ['😀a', [unknownToken, 3]],
    ['👩‍👩‍👧', [0, 0, 0, 0, 0]],
    ['שa', [unknownToken, 3]],
    ['a\u0315', [3, unknownToken]],
  ])('%j', (text, tokens) => {
    const read = tokenize(text, alphabet, 40);
    expect([...read.tokens]).toEqual(tokens);
    expect(read.characters).toHaveLength(tokens.length);
    expect(read.characters.join('')).toBe(normalise(text));
    expect(read.cut).toBe(0);
  });

  it.each([
    ['abcde', 5, 0],
    ['abcdea', 5, 1],
    ['😀😀😀', 2, 1],
    ['a'.repeat(10_000), 40, 9_960],
    ['e\u0301'.repeat(10_000), 40, 9_960],
  ])('cuts and counts what it cuts (case %#)', (text, maxLength, cut) => {
    const read = tokenize(text, alphabet, maxLength);
    expect(read.cut).toBe(cut);
    expect(read.tokens).toHaveLength(Math.min(maxLength, [...normalise(text)].length));
  });

  it('never hands on half of a surrogate pair', () => {
    expect(tokenize('a\ud83d', alphabet, 40).characters).toEqual(['a', '\ufffd']);
    expect(tokenize('\ude00', alphabet, 40).characters).toEqual(['\ufffd']);
  });
});

describe('Alphabet', () => {
  it('numbers its characters from 1 and gives them back', () => {
    expect(alphabet.size).toBe(9);
    for (const character of alphabet.characters) {
      expect(alphabet.characterOf(alphabet.tokenOf(character))).toBe(character);
    }
    expect(alphabet.characterOf(unknownToken)).toBe('\ufffd');
  });

  it('refuses a character twice', () => {
    expect(() => new Alphabet('aba')).toThrow(/twice/);
  });
});
