import { describe, expect, it } from 'vitest';
import type { Reading } from '../../web/shared/protocol';
import {
  answerBefore,
  answerNow,
  kept,
  mostMoved,
  pointsBetween,
  tokensOf,
  turns,
} from '../../web/app/instruments/try/answers';
import { askFor } from '../../web/app/instruments/try/ask';
import { placeInWords, summaryOf, tableOf } from '../../web/app/instruments/try/in-words';
import { placesOf, printTokens, toggled, writePlaces } from '../../web/app/instruments/tokens';

/** The page keeps a reader's words apart from its own by signs that do not print. */
const printed = (text: string): string => text.replaceAll(/[\u2068\u2069]/g, '');

const reading = (text: string, probabilities: number[][], step = 5): Reading => ({
  characters: text === '' ? [] : text.split(' '),
  known: probabilities.map(() => true),
  probabilities,
  place: probabilities.length - 1,
  cut: 0,
  step,
});
const whole = reading('the film is not good', [
  [0.5, 0.5],
  [0.6, 0.4],
  [0.7, 0.3],
  [0.2, 0.8],
  [0.032, 0.968],
]);
const rest = reading('the film is good', [
  [0.5, 0.5],
  [0.6, 0.4],
  [0.7, 0.3],
  [0.9, 0.1],
]);
const gone = new Set([3]);
const en = { language: 'en', unit: 'word', marked: false, names: ['praise', 'complaint'] } as const;

describe('tokens', () => {
  it('are printed with the apostrophe of good print, and characters without spaces', () => {
    expect(printed(printTokens(["l'", 'âne', 'is', "n't"], 'word'))).toBe('l’âne isn’t');
    expect(printed(printTokens(['a', '\u202e', 'b'], 'character'))).toBe('aU+202Eb');
  });

  it('are named by their places, and junk names none', () => {
    expect(writePlaces(placesOf('4.1', 5))).toBe('1.4');
    expect([...placesOf('9.-1.x.1e1.2,3..0', 5)]).toEqual([0]);
    expect(writePlaces(toggled(new Set([1]), 0))).toBe('0.1');
    expect(writePlaces(toggled(new Set([1]), 1))).toBe('');
  });
});

describe('answers with and without some tokens', () => {
  it('lie side by side, token by token', () => {
    const tokens = tokensOf({ whole, rest }, gone)!;
    expect(tokens.map(({ before, now }) => [before?.[0], now?.[0]])).toEqual([
      [0.5, 0.5],
      [0.6, 0.6],
      [0.7, 0.7],
      [0.2, undefined],
      [0.032, 0.9],
    ]);
    expect(answerBefore(tokens)).toEqual([0.032, 0.968]);
    expect(answerNow(tokens)).toEqual([0.9, 0.1]);
    expect(mostMoved(tokens)).toEqual({ side: 0, before: 0.032, now: 0.9, place: 4 });
  });

  it('cannot where the rest reads otherwise', () => {
    expect(tokensOf({ whole, rest: reading('the film isgood', [[1, 0]]) }, gone)).toBeNull();
    expect(summaryOf(en, [{ name: null, tokens: null }])).toContain('side by side');
  });

  it('say where the answer turned', () => {
    expect(turns(tokensOf({ whole, rest: null }, new Set())!)).toEqual([3]);
  });

  it('are told in sentences, to the digits that are printed', () => {
    const told = (tokens = tokensOf({ whole, rest }, gone)) =>
      printed(summaryOf(en, [{ name: null, tokens }]));
    expect(told()).toBe(
      'Without “not”, at the end: praise goes from 3.2% to 90.0% (+86.8 points). The answer is no longer complaint, but praise.'.replaceAll(
        ' points',
        '\u00a0points',
      ),
    );
    expect(told(tokensOf({ whole, rest: null }, new Set()))).toBe(
      'After “the film is not good”: complaint, 96.8%. The answer changed after “not”.',
    );
    const nothing = tokensOf({ whole, rest: reading('', []) }, new Set([0, 1, 2, 3, 4]));
    expect(told(nothing)).toContain('nothing is left');
    expect(
      printed(placeInWords(en, [{ name: 'A', tokens: tokensOf({ whole, rest }, gone) }], 4, 1)),
    ).toMatch(
      /^A\. after “the film is good”: complaint goes from 96\.8% to 10\.0% \(−86\.8.points\)/,
    );
  });

  it('differ by what the printed numbers differ by', () => {
    expect(pointsBetween(0.992, 0.987, 0)).toBe(0);
    expect(pointsBetween(0.992, 0.987, 1)).toBe(-0.5);
    expect(pointsBetween(0.0004, 0.9996, 1)).toBe(100);
  });

  it('make a table: typeset for the page, raw for a file', () => {
    const models = [{ name: null, tokens: tokensOf({ whole, rest }, gone) }];
    const page = tableOf(en, models, false);
    expect(page.columns).toEqual([
      ...['Token', 'Known'],
      ...['praise, before', 'praise', 'complaint, before', 'complaint'],
    ]);
    expect(page.rows[3]).toEqual(['not', 'taken out', '20.0%', null, '80.0%', null]);
    expect(tableOf(en, models, true).rows[4]).toEqual(['good', 'yes', 0.032, 0.9, 0.968, 0.1]);
  });
});

describe('marked data, whose answer is that of one token', () => {
  const marked = { ...en, marked: true, names: ['noun', 'verb'] } as const;
  const old: Reading = { ...whole, characters: ['the', 'old', 'man', 'the', 'boats'], place: 2 };
  const told = (place: number | null) => {
    const gone = new Set(place === null ? [] : [place]);
    const after = { ...rest, characters: kept(old.characters, gone), place: null };
    const tokens = tokensOf({ whole: old, rest: place === null ? null : after }, gone, true);
    return printed(summaryOf(marked, [{ name: null, tokens }])).replaceAll('\u00a0', ' ');
  };

  it('is told of that token', () => {
    expect(told(null)).toBe('“man”, once all is read: noun, 70.0%.');
    expect(told(3)).toBe(
      'Without “the”, at “man”: no probability moves by a point. The answer remains: noun. The largest difference is at “boats”: noun, +86.8 points.',
    );
    expect(told(2)).toBe('“man” is taken out: it is the word that counts.');
    expect(told(0)).toContain('Without “the”, at “man”: noun goes from 70.0% to 60.0%');
  });

  it('has no answer where no token is asked about', () => {
    const tokens = tokensOf({ whole: { ...old, place: null }, rest: null }, new Set(), true);
    expect(summaryOf(marked, [{ name: null, tokens }])).toContain('asterisk');
  });
});

describe('a model that is asked while it trains', () => {
  const asked = (steps: readonly number[]) => {
    let call = 0;
    return {
      read: (text: string) => {
        const step = steps[call] ?? 0;
        call += 1;
        const own = text.includes('not') ? whole : rest;
        return Promise.resolve({ ...own, step });
      },
      calls: () => call,
    };
  };
  const ask = (reader: Parameters<typeof askFor>[0]) =>
    askFor(reader, 'the film is not good', '3', () => 'word');

  it('answers both texts at one step, or is asked again', async () => {
    const still = asked([5, 5]);
    expect((await ask(still))?.rest?.step).toBe(5);
    expect(still.calls()).toBe(2);
    const moving = asked([5, 6, 7, 7]);
    const answers = await ask(moving);
    expect([answers?.whole.step, answers?.rest?.step]).toEqual([7, 7]);
    expect(await ask(asked([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]))).toBeNull();
  });

  it('is asked for what is left as tokens', () => {
    expect(kept(whole.characters, gone)).toEqual(rest.characters);
  });
});
