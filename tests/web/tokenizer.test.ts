import { describe, expect, it } from 'vitest';
import { Alphabet, normalise, tokenize, unknownToken, wordsIn } from '../../web/worker/tokenizer';

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

describe('the words of a text', () => {
  it.each([
    ['Le chat suit le chien.', ['le', 'chat', 'suit', 'le', 'chien']],
    ['L’âne n’est pas là !', ["l'", 'âne', "n'", 'est', 'pas', 'là']],
    ['Qu’attend-il ? Jusqu’à quand ?', ["qu'", 'attend-il', "jusqu'", 'à', 'quand']],
    ['Aujourd’hui, quelqu’un d’autre', ["aujourd'hui", "quelqu'un", "d'", 'autre']],
    ['« C’est la grand-mère »', ["c'", 'est', 'la', 'grand-mère']],
    [
      "It isn't, they don't; it's Tom's.",
      ['it', 'is', "n't", 'they', 'do', "n't", "it's", "tom's"],
    ],
    ["rock 'n' roll, the dogs' food", ['rock', "n'", 'roll', 'the', 'dogs', 'food']],
    ['3,5 kg – 12h', ['3', '5', 'kg', '12h']],
    ['e\u0301te\u0301', ['été']],
    ['שלום a\u0315', ['שלום', 'a\u0315']],
    ['<b>😀</b> \ud83d', ['b', 'b']],
    ['… !', []],
    ['', []],
  ])('%j', (text, expected) => {
    expect(wordsIn(normalise(text))).toEqual(expected);
    const alphabet = new Alphabet([], 'word');
    expect(wordsIn(alphabet.join(expected))).toEqual(expected);
  });

  it('are joined as they are written', () => {
    const alphabet = new Alphabet([], 'word');
    for (const text of ["l'âne n'est pas là", "it isn't the dog", "jusqu'à la porte"]) {
      expect(alphabet.join(wordsIn(text))).toBe(text);
    }
  });

  it('become tokens, and are cut and counted, as characters are', () => {
    const alphabet = new Alphabet(['chat', 'le', 'suit'], 'word');
    const read = tokenize('Le chat suit le lynx, le chat…', alphabet, 5);
    expect([...read.tokens]).toEqual([2, 1, 3, 2, unknownToken]);
    expect(read.characters).toEqual(['le', 'chat', 'suit', 'le', 'lynx']);
    expect(read.cut).toBe(2);
    expect(alphabet.symbolOf(2)).toBe('le');
  });
});

describe('Alphabet', () => {
  it('numbers its characters from 1 and gives them back', () => {
    expect(alphabet.size).toBe(9);
    for (const character of alphabet.symbols) {
      expect(alphabet.symbolOf(alphabet.tokenOf(character))).toBe(character);
    }
    expect(alphabet.symbolOf(unknownToken)).toBe('\ufffd');
  });

  it('refuses a character twice', () => {
    expect(() => new Alphabet('aba')).toThrow(/character twice/);
    expect(() => new Alphabet(['ab', 'c', 'ab'], 'word')).toThrow(/word twice/);
  });
});
