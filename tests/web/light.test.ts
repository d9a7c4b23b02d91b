import { describe, expect, it } from 'vitest';
import { lightWords } from '../../web/app/i18n/light';
import { placeAfter } from '../../web/app/light/formula-keys';
import { PageLight } from '../../web/app/light/page-light.svelte';
import { letterOf } from '../../web/app/light/symbol-under';
import { symbolLetters } from '../../web/shared/symbols';
import { symbolStyle } from '../../web/vite/symbols';

describe('the arrows in a box of equations', () => {
  it.each([
    ['ArrowRight', null, 0],
    ['ArrowRight', 0, 1],
    ['ArrowRight', 2, 2],
    ['ArrowLeft', null, 2],
    ['ArrowLeft', 1, 0],
    ['ArrowLeft', 0, 0],
    ['Home', 2, 0],
    ['End', 0, 2],
    ['ArrowDown', 1, null],
    ['Tab', 1, null],
  ] as const)('%s at %s leads to %s', (key, place, next) => {
    expect(placeAfter(key, place, 3)).toBe(next);
  });
});

it('lights what the last part of the page lights, and goes back to what still holds', () => {
  const light = new PageLight();
  const [held, pointed] = [light.of('held'), light.of('pointed')];
  held('f');
  pointed('i');
  expect(light.symbol).toBe('i');
  pointed(null);
  expect(light.symbol).toBe('f');
  held(null);
  expect(light.symbol).toBeNull();
});

it.each([
  ['sym-f', 'f'],
  ['svelte-abc sym-h lit', 'h'],
  ['sym-q', null],
  ['my-sym-f', null],
  ['', null],
])('a class "%s" stands for %s', (name, letter) => {
  expect(letterOf({ getAttribute: () => name } as unknown as Element)).toBe(letter);
});

it('is in the style sheet for every letter', () => {
  const style = symbolStyle();
  for (const letter of symbolLetters) {
    expect(style).toContain(`[data-lit='${letter}'] .sym-${letter} {\n  --lit: 1;`);
    expect(style).toContain(`[data-lit='${letter}'] [data-shows='${letter}']`);
  }
});

it('speaks as each language is set', () => {
  expect(lightWords.fr.equations).not.toMatch(/[^\u202f][;:!?]|'/u);
  expect(lightWords.en.equations).not.toMatch(/\s[;:!?]|'/u);
});
