import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import CellFormula from '../../web/app/cell-drawing/CellFormula.svelte';
import SymbolDefinition from '../../web/app/cell-drawing/SymbolDefinition.svelte';
import { idOfTag } from '../../web/content/source-code';
import { cellKinds, cellSymbols, equations, type CellKind } from '../../web/shared/equations';

const values = { c: 0.89, f: 0.97, c_prev: 0.95, i: 0.08, g: -0.41 };
const page = (cell: CellKind, over: object = {}): string =>
  render(CellFormula, {
    props: {
      ...{ cell, values, highlighted: null, language: 'fr' as const },
      ...{ onhighlight: () => undefined, ...over },
    },
  }).body;
const plain = (html: string): string => html.replace(/<[^>]*>/g, '').replaceAll('\u00a0', ' ');

describe.each(cellKinds)('the formulas of %s on a page', (kind) => {
  const html = page(kind);

  it('stand without a script, with a link from each to the line that computes it', () => {
    expect(html.match(/<math /g)).toHaveLength(equations[kind].length);
    expect(html).not.toMatch(/\sstyle=/);
    const targets = [...html.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
    expect(targets).toEqual(equations[kind].map(({ tag }) => idOfTag('code', tag)));
  });

  it('name each coloured letter in a button', () => {
    expect(html.match(/<button/g)).toHaveLength(cellSymbols[kind].length);
  });
});

describe('the formulas of a cell', () => {
  it('have their numbers under them, as far as they are known', () => {
    const text = plain(page('lstm'));
    expect(text).toContain('0,89 = 0,97 × 0,95 + 0,08 × (−0,41)');
    expect(text).not.toContain('σ(−');
    expect(plain(page('lstm', { values: null }))).not.toMatch(/\d,\d/);
  });

  it('show those that are asked for, and link to nothing where no code stands', () => {
    const html = page('lstm', { tags: ['lstm.5'], linked: false });
    expect(html.match(/<math /g)).toHaveLength(1);
    expect(html).not.toContain('href=');
    expect(plain(html)).toContain('lstm.5');
  });

  it('light a letter in the line of numbers and in its button', () => {
    const html = page('lstm', { highlighted: 'f' });
    expect(html).toMatch(/class="sym-f lit[^"]*"[^>]*>0,97</);
    expect(html).toMatch(/class="sym-g faded[^"]*"[^>]*>−0,41</);
    expect(html.match(/aria-pressed="true"/g)).toHaveLength(1);
  });
});

it('defines the letter that is lit in a sentence', () => {
  const text = (symbol: 'f' | null): string =>
    plain(render(SymbolDefinition, { props: { symbol, values, language: 'fr' as const } }).body)
      .replace(/\s+/g, ' ')
      .trim();
  expect(text('f')).toBe(
    'Porte d’oubli f = 0,97. La part de l’ancienne mémoire que l’on garde, entre 0 et 1.',
  );
  expect(text(null)).toMatch(/^Choisissez une lettre/);
});
