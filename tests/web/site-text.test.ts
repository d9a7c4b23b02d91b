import { describe, expect, it } from 'vitest';
import { formats } from '../../web/app/format';
import { datasetWords, strings } from '../../web/app/i18n';
import { figureWords } from '../../web/app/i18n/figure';
import { codePieces } from '../../web/app/lesson/code-symbols';
import { notFoundPage } from '../../web/app/not-found';
import { isLanguage } from '../../web/app/language';
import { languages } from '../../web/shared/lesson';

describe('numbers', () => {
  const fr = formats('fr');
  const en = formats('en');
  it.each([
    ['integer', fr.integer(24576), '24\u202f576'],
    ['integer', en.integer(24576), '24,576'],
    ['percent', fr.percent(0.8432), '84,3\u202f%'],
    ['percent', en.percent(0.8432), '84.3%'],
    ['loss', fr.loss(0.38149), '0,381'],
    ['loss', en.loss(-0.5), '−0.500'],
    ['loss', en.loss(1234.5), '1,230'],
    ['loss', en.loss(2.5e9), '2.5E9'],
    ['speed', fr.speed(11_847), '12\u202f000'],
    ['certainty', fr.certainty(0.99999), '>\u202f99,9\u202f%'],
    ['certainty', en.certainty(0.00001), '<\u202f0.1%'],
    ['certainty', en.certainty(0.931), '93.1%'],
    ['duration', fr.duration(11.2), '12\u00a0s'],
    ['duration', fr.duration(0), '0\u00a0s'],
    ['duration', en.duration(601), '11\u00a0min'],
    ['setting', fr.setting(0.000001), '0,000001'],
    ['setting', en.setting(4_294_967_295), '4294967295'],
  ])('%s: %s', (_, printed, expected) => {
    expect(printed).toBe(expected);
  });
});

/** Every sentence of an interface; functions are called with words in place of their arguments. */
function sentences(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') {
    const call = value as (...args: unknown[]) => unknown;
    return [Array(4).fill('x'), ['x', 2]].flatMap((args) => {
      const result = call(...args);
      return typeof result === 'string' ? [result] : [];
    });
  }
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(sentences);
  return [];
}

describe('the interface', () => {
  const french = sentences([strings('fr'), figureWords.fr]);
  const english = sentences([strings('en'), figureWords.en]);

  it('says as much in each language', () => {
    expect(french.length).toBe(english.length);
    expect(french.length).toBeGreaterThan(100);
  });

  it.each<[string, readonly string[], readonly RegExp[]]>([
    [
      'French',
      french,
      [/[\p{L}\d)»][;:!?»](?:\s|$)/u, /[ \u00a0][;:!?»]/u, /«(?!\u202f)/u, /['"]|\.\.\./u],
    ],
    ['English', english, [/\s[;:!?]/u, /['"]|\.\.\./u]],
  ])('is set as %s is', (_, all, faults) => {
    expect(all.filter((sentence) => faults.some((fault) => fault.test(sentence)))).toEqual([]);
  });

  it('has words for every data set in every language, and says where one is missing', () => {
    for (const language of languages) {
      const other = languages.find((each) => each !== language)!;
      expect(Object.keys(strings(language).datasets)).toEqual(Object.keys(strings(other).datasets));
    }
    expect(() => datasetWords('fr', 'towns')).toThrow(/web\/app\/i18n\/datasets-fr\.ts .*'towns'/);
  });

  it.each([
    ['fr', true],
    ['en', true],
    ['de', false],
    ['', false],
  ])('speaks %s: %s', (language, spoken) => {
    expect(isLanguage(language)).toBe(spoken);
  });
});

describe('a line of the engine', () => {
  it.each([
    [
      'c[at] = f[at] * c_prev[at] + i[at];  // (lstm.5)',
      ['c:c', 'f:f', 'c_prev:c', 'i:i'],
      '// (lstm.5)',
    ],
    ['da_f[at] += dc[at] * g[at];', ['da_f:f', 'dc:c', 'g:g'], null],
    ['h[at] = o[at] * tanh_c[at];', ['h:h', 'o:o'], null],
    ['const int hidden = s.h;', [], null],
  ])('%s', (line, symbols, comment) => {
    const pieces = codePieces(line);
    expect(pieces.map(({ text }) => text).join('')).toBe(line);
    expect(pieces.flatMap(({ text, symbol }) => (symbol ? [`${text}:${symbol}`] : []))).toEqual(
      symbols,
    );
    expect(pieces.find((piece) => piece.comment)?.text ?? null).toBe(comment);
  });
});

describe('the page for a missing address', () => {
  it('speaks both languages and stands alone', async () => {
    const html = await notFoundPage();
    for (const language of languages) {
      expect(html).toContain(strings(language).notFound.title);
      expect(html).toContain(`lang="${language}"`);
    }
    expect(html).not.toMatch(/ style=|(?:src|href)="(?!\/)/);
    expect(html).toMatch(
      /content="default-src 'none'; style-src 'sha256-[\w+/=]+'; script-src 'sha256-/,
    );
  });
});
