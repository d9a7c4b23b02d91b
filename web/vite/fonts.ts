/**
 * Cuts the fonts down to what the site prints, into build/fonts, where web/app/fonts.css
 * finds them. A reader's own words may hold other characters: those fall to a system font.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';
import { formulaSigns } from './formula-signs.ts';

interface Cut {
  readonly name: string;
  readonly source: string;
  readonly text: string;
  /** OpenType features that stay, of those that need not; all where none are named. */
  readonly features?: readonly string[];
  readonly axes?: Readonly<Record<string, number | { min: number; max: number; default: number }>>;
}

/** Kerning, ligatures, accents, and the figures that the style sheets ask for. */
const printed = ['kern', 'liga', 'mark', 'mkmk', 'ccmp', 'locl', 'tnum', 'lnum'];

const range = (first: number, last: number): string =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join(
    '',
  );

const ascii = range(0x20, 0x7e);
const signs = ascii.replaceAll(/[a-z]/giu, '');
const punctuation = '\u00a0«»·§©°±²³¹×÷–—‘’“”„…‹›€−\u2009\u202f\u2011';
const french = 'ÀÂÄÆÇÈÉÊËÎÏÔÖÙÛÜŒŸàâäæçèéêëîïôöùûüœÿ';
/** Letters of first names and loan words in the other languages of Latin-1. */
const neighbours = 'ÁÃÅÌÍÑÒÓÕØÚÝßáãåìíñòóõøúý';
const greek = 'αβγδεθλμπρστφωΔΘΛΣΦΩ';
const operators =
  '⊙∂∇∑∏∫√∞∈∥‖≤≥≈≠≡→←↔↑↓⇒∘⋅⋯⋮±×÷·−∗′⊤⟨⟩⌊⌋ˆ¯˜\u0302\u0304\u0303→\u20d7\u2061\u2062\u2063';
/** The italic letters that a browser puts for <mi>x</mi>; planck's constant fills the gap at h. */
const mathItalic =
  range(0x1d434, 0x1d454) + 'ℎ' + range(0x1d456, 0x1d467) + range(0x1d6e2, 0x1d71b);
const mathBold = range(0x1d400, 0x1d433) + 'ℒℝ';

const serif = '@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz';
const math = '@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2';
const sans = '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2';

const cuts: readonly Cut[] = [
  {
    name: 'serif-roman',
    source: `${serif}-normal.woff2`,
    text: ascii + punctuation + french,
    axes: { wght: 400, opsz: 16 },
    features: printed,
  },
  {
    name: 'serif-italic',
    source: `${serif}-italic.woff2`,
    text: ascii + punctuation + french,
    axes: { wght: 400, opsz: 14 },
    features: printed,
  },
  {
    name: 'serif-semibold',
    source: `${serif}-normal.woff2`,
    text: ascii + punctuation + french,
    axes: { wght: 600, opsz: 14 },
    features: printed,
  },
  {
    name: 'sans',
    source: sans,
    text: ascii + punctuation + french + neighbours,
    axes: { wght: { min: 400, max: 600, default: 400 } },
    features: printed,
  },
  { name: 'math', source: math, text: formulaSigns, features: [] },
  { name: 'math-rest', source: math, text: signs + greek + operators + mathItalic + mathBold },
];

async function cutFonts(root: string): Promise<void> {
  const folder = join(root, 'build/fonts');
  const stamp = join(folder, 'stamp');
  const { resolve } = createRequire(join(root, 'package.json'));
  const sources = cuts.map(({ source }) => readFileSync(resolve(source)));
  const hash = createHash('sha256').update(JSON.stringify(cuts));
  for (const bytes of sources) hash.update(bytes);
  const wanted = hash.digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;

  mkdirSync(folder, { recursive: true });
  for (const [index, { name, text, axes, features }] of cuts.entries()) {
    const bytes = await subsetFont(sources[index]!, text, {
      targetFormat: 'woff2',
      ...(axes && { variationAxes: axes }),
      ...(features && { keepFeatures: [...features] }),
    });
    writeFileSync(join(folder, `${name}.woff2`), bytes);
  }
  writeFileSync(stamp, wanted);
}

export function fonts(): Plugin {
  return {
    name: 'recurrence:fonts',
    async config() {
      await cutFonts(process.cwd());
    },
  };
}
