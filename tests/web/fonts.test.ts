import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { formulaSigns } from '../../web/vite/formula-signs';

it('the small font of formulas is asked for what it holds, and for nothing else', () => {
  const css = readFileSync('web/app/fonts.css', 'utf8');
  const face = css.split('@font-face').find((part) => part.includes('/math.woff2'))!;
  const ranges = /unicode-range:\s*([^;]+);/u.exec(face)![1]!;
  const listed = ranges.split(',').flatMap((range) => {
    const [first = '', last = first] = range.trim().replace('U+', '').split('-');
    const [from, to] = [Number.parseInt(first, 16), Number.parseInt(last, 16)];
    return Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index));
  });
  // The gap at the slanted h, which stands elsewhere.
  const held = listed.filter((sign) => sign !== '\u{1d455}');
  expect(held.sort()).toEqual([...formulaSigns].sort());
});
