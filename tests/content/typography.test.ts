import { describe, expect, it } from 'vitest';
import { typeset, typographyFaults } from '../../web/content/typography';

const narrow = '\u202f';
const noBreak = '\u00a0';

describe('setting French', () => {
  it.each([
    ['Pourquoi ? Parce que !', `Pourquoi${narrow}? Parce que${narrow}!`],
    ['un : deux ; trois', `un${narrow}: deux${narrow}; trois`],
    ['« table »', `«${narrow}table${narrow}»`],
    [`«${noBreak}table${noBreak}»`, `«${narrow}table${narrow}»`],
    ["l'état d'un mot", 'l’état d’un mot'],
    ['41 208 noms et 2 000', `41${narrow}208 noms et 2${narrow}000`],
    ['90 % en 3 s', `90${narrow}% en 3${narrow}s`],
    ['3 souris', '3 souris'],
    ['entre -1 et 1', 'entre −1 et 1'],
    ['32 × 16', `32${noBreak}×${noBreak}16`],
    ['attendez...', 'attendez…'],
    ['bi-LSTM', 'bi-LSTM'],
  ])('%s', (typed, set) => {
    expect(typeset(typed, 'fr')).toBe(set);
  });

  it('leaves what it has set as it is', () => {
    const set = typeset('« Oui » : 1 000 × 2 = 90 % ?', 'fr');
    expect(typeset(set, 'fr')).toBe(set);
  });
});

describe('setting English', () => {
  it.each([
    ["it's 90 % at -1", `it’s 90${noBreak}% at −1`],
    ['why? yes: so', 'why? yes: so'],
  ])('%s', (typed, set) => {
    expect(typeset(typed, 'en')).toBe(set);
  });
});

describe('faults that only the author can repair', () => {
  it.each([
    ['fr', 'un mot: deux', /no space stands before/, 6],
    ['fr', 'vraiment?', /no space stands before/, 8],
    ['fr', '«table »', /no space stands after/, 0],
    ['fr', '« table»', /no space stands before/, 7],
    ['fr', 'un "mot"', /not French/, 3],
    ['fr', 'vaut 0.5 ici', /decimal point/, 5],
    ['en', 'un «mot»', /not English/, 3],
    ['en', 'why ?', /a space stands before/, 3],
    ['en', 'is 0,5 here', /decimal comma/, 3],
  ] as const)('%s: %s', (language, text, fact, offset) => {
    const [fault] = typographyFaults(text, language);
    expect(fault?.fact).toMatch(fact);
    expect(fault?.offset).toBe(offset);
  });

  it.each([
    ['fr', 'version 3.4.0, Apache-2.0, lstm.5, https://doi.org/10'],
    ['fr', 'Pourquoi ? « Oui » : 0,5 ; fin !'],
    ['en', 'Of 41,208 nouns: 0.5, “so”; done.'],
  ] as const)('none in %s: %s', (language, text) => {
    expect(typographyFaults(text, language)).toEqual([]);
  });
});
