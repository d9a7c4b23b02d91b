import { readFileSync } from 'node:fs';
import { differenceCiede2000, wcagContrast, type Lab65 } from 'culori';
import { describe, expect, it } from 'vitest';
import {
  plainLetters,
  plainSymbols,
  symbolFamilies,
  symbolLetters,
  symbols,
} from '../../web/shared/symbols';
import { symbolStyle } from '../../web/vite/symbols';
import { visions } from '../support/colour-vision';

const schemes = ['light', 'dark'] as const;
const difference = differenceCiede2000();
const look = readFileSync('web/app/look.css', 'utf8');

/** The paper as look.css has it: light first, then dark. */
const papers = [...look.matchAll(/--paper: (#[0-9a-f]{6})/g)].map((match) => match[1]!);
const paperOf = { light: papers[0]!, dark: papers[1]! };

describe('the measure of colour difference', () => {
  // Sharma, Wu and Dalal (2005), "The CIEDE2000 color-difference formula", table 1: pairs that
  // meet every branch of the formula (hue turned past 0, mean hue, grey, small and large).
  it.each([
    [50, 2.6772, -79.7751, 50, 0, -82.7485, 2.0425],
    [50, -1.3802, -84.2814, 50, 0, -82.7485, 1],
    [50, 0, 0, 50, -1, 2, 2.3669],
    [50, 2.49, -0.001, 50, -2.49, 0.0009, 7.1792],
    [50, 2.49, -0.001, 50, -2.49, 0.0011, 7.2195],
    [50, -0.001, 2.49, 50, 0.0011, -2.49, 4.7461],
    [50, 2.5, 0, 73, 25, -18, 27.1492],
    [50, 2.5, 0, 58, 24, 15, 19.4535],
    [60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387, 1.2644],
    [61.2901, 3.7196, -5.3901, 61.4292, 2.248, -4.962, 1.8731],
    [22.7233, 20.0904, -46.694, 23.0331, 14.973, -42.5619, 2.0373],
    [6.7747, -0.2908, -2.4247, 5.8714, -0.0985, -2.2286, 0.6377],
    [2.0776, 0.0795, -1.135, 0.9033, -0.0636, -0.5514, 0.9082],
  ])('holds the published pair %d %d %d, %d %d %d: %d', (l, a, b, L, A, B, expected) => {
    const lab = (l: number, a: number, b: number): Lab65 => ({ mode: 'lab65', l, a, b });
    expect(difference(lab(l, a, b), lab(L, A, B))).toBeCloseTo(expected, 4);
  });

  it('sees greys as greys under every vision, and loses what a vision loses', () => {
    for (const vision of Object.values(visions)) {
      const { r, g, b } = vision('#808080');
      expect(Math.max(r, g, b) - Math.min(r, g, b)).toBeLessThan(1e-4);
    }
    const between = (name: string, one: string, other: string): number =>
      difference(visions[name]!(one), visions[name]!(other));
    expect(between('normal', '#a0522d', '#6b6b00')).toBeGreaterThan(25);
    expect(between('deuteranopia, Brettel', '#a0522d', '#6b6b00')).toBeLessThan(10);
    expect(between('tritanopia, Brettel', '#00807a', '#007fa0')).toBeLessThan(8);
    expect(between('normal', '#00807a', '#007fa0')).toBeGreaterThan(15);
  });
});

describe.each(schemes)('the symbol colours on %s paper', (scheme) => {
  it.each(symbolLetters)('print %s as readable text', (letter) => {
    expect(paperOf[scheme]).toMatch(/^#/);
    expect(wcagContrast(symbols[letter][scheme], paperOf[scheme])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(Object.keys(visions))('keep apart within a family: %s', (name) => {
    const seen = visions[name]!;
    for (const family of symbolFamilies) {
      const pairs = family.flatMap((one, index) =>
        family.slice(index + 1).map((other) => [one, other] as const),
      );
      const near = pairs
        .map(([one, other]) => ({
          pair: one + other,
          apart: difference(seen(symbols[one][scheme]), seen(symbols[other][scheme])),
        }))
        .filter(({ apart }) => apart < 12);
      expect(near).toEqual([]);
    }
  });
});

describe('the style sheet of the symbols', () => {
  const style = symbolStyle();

  it('has each colour by day and by night, and a class', () => {
    for (const letter of symbolLetters) {
      const rules = [...style.matchAll(new RegExp(`--${letter}: ([^;]+);`, 'g'))];
      const { light, dark } = symbols[letter];
      expect(rules.map((match) => match[1])).toEqual([light, dark, 'CanvasText']);
      expect(style).toContain(`.sym-${letter} {`);
    }
  });

  it('is the only place that has them', () => {
    expect(look).toContain("@import '../../build/symbols.css';");
    for (const letter of symbolLetters) {
      expect(look).not.toMatch(new RegExp(`--${letter}:|\\.sym-${letter} \\{`));
    }
  });
});

it('names and defines every letter in both languages, each name once', () => {
  const all = [
    ...symbolLetters.map((letter) => symbols[letter]),
    ...plainLetters.map((letter) => plainSymbols[letter]),
  ];
  for (const language of ['fr', 'en'] as const) {
    const names = all.map((symbol) => symbol[language].name);
    expect(new Set(names).size).toBe(names.length);
    for (const { [language]: text } of all) {
      expect(text.definition).toMatch(/^.{10,}\.$/u);
      // A sign of two parts stands behind a narrow space in French, behind none in English.
      expect(text.definition).not.toMatch(language === 'fr' ? /[^\u202f][;:!?]|'/u : /\s[;:!?]|'/u);
    }
  }
});
