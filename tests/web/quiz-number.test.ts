import { describe, expect, it } from 'vitest';
import { parseNumber } from '../../web/shared/quiz';

describe('numbers as people type them', () => {
  it.each([
    ['512', 'fr', 512],
    [' 512 poids ', 'fr', 512],
    ['512 POIDS', 'fr', 512],
    ['512poids', 'fr', 512],
    ['1 024', 'fr', 1024],
    ['1\u202f024', 'fr', 1024],
    ['0,5', 'fr', 0.5],
    ['0.5', 'fr', 0.5],
    ['-0,5', 'fr', -0.5],
    ['−0,5', 'fr', -0.5],
    ['+3', 'fr', 3],
    [',5', 'fr', 0.5],
    ['５１２', 'fr', 512],
    ['1,024', 'en', 1024],
    ['1,024', 'fr', 1.024],
    ['0,5', 'en', 0.5],
    ['1e3', 'en', 1000],
    ['', 'fr', null],
    ['douze', 'fr', null],
    ['1,2,3', 'fr', null],
    ['12 kg', 'fr', null],
    ['Infinity', 'en', null],
    ['0x10', 'en', null],
    ['<script>', 'en', null],
  ] as const)('%s (%s)', (text, language, value) => {
    expect(parseNumber(text, 'poids', language)).toBe(value);
  });
});
