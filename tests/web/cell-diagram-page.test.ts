import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { symbolInWords } from '../../web/app/cell-drawing/cell-words';
import CellDiagram from '../../web/app/cell-drawing/CellDiagram.svelte';
import { Lighting, lightOf } from '../../web/app/cell-drawing/lighting';
import { cellDrawingStrings } from '../../web/app/i18n/cell-drawing';
import { cellSymbols } from '../../web/shared/equations';
import type { SymbolLetter } from '../../web/shared/symbols';

describe('the drawing on a page', () => {
  const values = { f: 0.97, c: 0.89, c_prev: 0.95, h: -0.001 };
  const page = (over: object = {}): string =>
    render(CellDiagram, {
      props: {
        ...{ cell: 'lstm' as const, values, highlighted: null, language: 'fr' as const },
        ...{ onhighlight: () => undefined, ...over },
      },
    }).body;
  const buttons = (html: string): string[] =>
    [...html.matchAll(/<g[^>]*role="button"[^>]*>/g)].map((match) => match[0]);

  it('stands without a script, in both layouts, with no style that the policy refuses', () => {
    const html = page();
    expect(html.match(/<svg/g)).toHaveLength(2);
    expect(html).not.toMatch(/\sstyle=/);
    expect(html).toContain('>0,97<');
    expect(html).not.toContain('−0,00');
  });

  it('names each letter as a button that the keyboard reaches', () => {
    const found = buttons(page());
    expect(found).toHaveLength(2 * cellSymbols.lstm.length);
    expect(found.every((button) => button.includes('tabindex="0"'))).toBe(true);
    expect(found.join()).toContain('aria-label="porte d’oubli f = 0,97"');
    expect(found.join()).toContain('aria-pressed="false"');
  });

  it('stands before there is a model', () => {
    const html = page({ values: null });
    expect(buttons(html).join()).toContain('aria-label="porte d’oubli f"');
    expect(html).not.toMatch(/class="value/);
  });

  it('lights one letter and fades the others', () => {
    const html = page({ highlighted: 'f' });
    expect(html.match(/class="sym-f lit\b/g)).toHaveLength(2);
    expect(html.match(/class="sym-[xhcigo] faded\b/g)).toHaveLength(12);
    expect(html.match(/aria-pressed="true"/g)).toHaveLength(2);
  });
});

it('speaks as each language is set', () => {
  const sentences = (language: 'fr' | 'en'): string[] =>
    Object.values(cellDrawingStrings[language]).flatMap((text) => {
      if (typeof text === 'function') return [(text as (...all: string[]) => string)(...'abcd')];
      return typeof text === 'string' ? [text] : Object.values(text);
    });
  expect(sentences('fr')).toHaveLength(sentences('en').length);
  for (const sentence of sentences('fr')) expect(sentence).not.toMatch(/[^\u202f][;:!?]|'/u);
  for (const sentence of sentences('en')) expect(sentence).not.toMatch(/\s[;:!?]|'/u);
});

describe('a symbol in words', () => {
  it.each([
    ['f', 'fr', 'porte d’oubli f = 0,97'],
    ['f', 'en', 'forget gate f = 0.97'],
    ['c', 'fr', 'état de la cellule c\u202f: 0,95 avant ce pas, −0,89 après'],
    ['c', 'en', 'cell state c: 0.95 before this step, −0.89 after'],
    ['x', 'fr', 'entrée x'],
    ['g', 'en', 'LSTM candidate g'],
  ] as const)('%s in %s', (letter, language, words) => {
    expect(symbolInWords(letter, { f: 0.97, c: -0.89, c_prev: 0.95 }, language)).toBe(words);
  });
});

describe('the light', () => {
  const mouse = { pointerType: 'mouse' } as PointerEvent;
  const touch = { pointerType: 'touch' } as PointerEvent;
  const click = { detail: 1 } as MouseEvent;
  const key = (name: string): KeyboardEvent =>
    ({ key: name, preventDefault: () => undefined, stopPropagation: () => undefined }) as never;
  const watched = () => {
    const seen: (SymbolLetter | null)[] = [];
    const lighting = new Lighting((symbol) => seen.push(symbol));
    return { lighting, f: lighting.handlers('f'), i: lighting.handlers('i'), seen };
  };

  it('follows the mouse, and falls back to what holds the focus', () => {
    const { f, i, seen } = watched();
    f.onpointerenter(mouse);
    f.onpointerleave(mouse);
    i.onfocus();
    f.onpointerenter(mouse);
    f.onpointerleave(mouse);
    i.onblur();
    expect(seen).toEqual(['f', null, 'i', 'f', 'i', null]);
  });

  it('is kept by a tap, and let go by the next', () => {
    const { f, seen } = watched();
    const tap = (): void => {
      f.onpointerenter(touch);
      f.onpointerdown();
      if (seen.length === 0) f.onfocus();
      f.onclick(click);
      f.onpointerleave(touch);
    };
    tap();
    expect(seen.at(-1)).toBe('f');
    tap();
    expect(seen.at(-1)).toBe(null);
    tap();
    expect(seen.at(-1)).toBe('f');
  });

  it('comes with focus by keyboard, and goes and comes with Enter, goes with Escape', () => {
    const { f, seen } = watched();
    f.onfocus();
    f.onkeydown(key('Enter'));
    f.onkeydown(key(' '));
    f.onkeydown(key('Escape'));
    expect(seen).toEqual(['f', null, 'f', null]);
  });

  it('takes a tap on a letter of a formula, and nothing beside one', () => {
    const { lighting, seen } = watched();
    lighting.tap('f');
    lighting.tap(null);
    lighting.tap('i');
    lighting.tap('i');
    expect(seen).toEqual(['f', 'i', null]);
  });

  it('says which class a part has', () => {
    expect([lightOf('f', 'f'), lightOf('i', 'f'), lightOf(null, 'f'), lightOf('i', null)]).toEqual([
      ...['lit', 'faded', undefined, undefined],
    ]);
  });
});
