import { describe, expect, it } from 'vitest';
import { keepCommitment, readCommitments } from '../../web/app/quiz/commitments';
import type { Storage } from '../../web/app/quiz/progress';
import {
  commitmentsKey,
  mostCommitments,
  mostOutcomes,
  parseCommitments,
} from '../../web/shared/commitments';
import type { Commitment } from '../../web/shared/prediction';

function memory(text: string | null = null): Storage & { text: () => string | null } {
  const entries = new Map<string, string>(text === null ? [] : [[commitmentsKey, text]]);
  return {
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    text: () => entries.get(commitmentsKey) ?? null,
  };
}

const said: Commitment = {
  question: 'order.bag-share',
  dataset: 'order-fr',
  number: 1,
  guess: { kind: 'number', value: 70 },
  outcomes: [],
};
const answered: Commitment = {
  ...said,
  outcomes: [{ seed: 1, measured: { kind: 'number', value: 50 } }],
};
const others: readonly Commitment[] = [
  {
    ...said,
    question: 'lstm.forget-bias',
    guess: { kind: 'choice', option: 'lstm-3' },
    outcomes: [
      { seed: 4_294_967_295, measured: { kind: 'choice', reached: { a: 1024, b: null } } },
    ],
  },
  {
    ...said,
    question: 'order.curve',
    guess: { kind: 'curve', values: [50, 60.5] },
    outcomes: [{ seed: 0, measured: { kind: 'curve', values: [49.75] } }],
  },
];

describe('commitments', () => {
  it('outlive a reload, of every kind', () => {
    const storage = memory();
    for (const each of [answered, ...others])
      expect(keepCommitment(each, () => storage)).toBe(true);
    expect(readCommitments(() => storage)).toEqual([answered, ...others]);
  });

  it('get their answers later, and keep what was guessed', () => {
    const storage = memory();
    keepCommitment(said, () => storage);
    keepCommitment({ ...answered, guess: { kind: 'number', value: 50 } }, () => storage);
    expect(readCommitments(() => storage)).toEqual([answered]);
  });

  it('are apart by their number and their data', () => {
    const storage = memory();
    const apart = [said, { ...said, number: 2 }, { ...said, dataset: 'order-en' }];
    for (const each of apart) keepCommitment(each, () => storage);
    expect(readCommitments(() => storage)).toEqual(apart);
  });

  it('are bounded: the oldest go, and of one the first answer stays', () => {
    const storage = memory();
    for (let number = 1; number <= mostCommitments + 3; number += 1) {
      keepCommitment({ ...said, number }, () => storage);
    }
    const kept = readCommitments(() => storage)!;
    expect(kept.length).toBe(mostCommitments);
    expect(kept[0]!.number).toBe(4);
    const outcomes = Array.from({ length: mostOutcomes + 2 }, (_, seed) => ({
      seed,
      measured: { kind: 'number', value: seed } as const,
    }));
    keepCommitment({ ...said, number: 50, outcomes }, () => storage);
    const long = readCommitments(() => storage)!.find(({ number }) => number === 50)!;
    expect(long.outcomes.map(({ seed }) => seed)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  const refusing = (): Storage => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  };
  const full: Storage = {
    getItem: () => null,
    setItem: () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    },
  };

  it('say when the browser keeps nothing', () => {
    expect(readCommitments(refusing)).toBeNull();
    expect(keepCommitment(said, refusing)).toBe(false);
    expect(readCommitments(() => full)).toEqual([]);
    expect(keepCommitment(said, () => full)).toBe(false);
  });

  const entry = (...commitments: unknown[]): string => JSON.stringify({ version: 1, commitments });

  it.each([
    ['nothing', null],
    ['another program’s text', 'hello'],
    ['a torn entry', '{"version":1,"commitments":[{'],
    ['null', 'null'],
    ['a list', '[1]'],
    ['another version', JSON.stringify({ version: 2, commitments: [said] })],
    ['no list', '{"version":1,"commitments":7}'],
    ['no commitment', entry(7, null, 'x', {}, [])],
    ['an id that is none', entry({ ...said, question: '<b>' })],
    ['data that are none', entry({ ...said, dataset: 7 })],
    ['number nought', entry({ ...said, number: 0 })],
    ['half a number', entry({ ...said, number: 1.5 })],
    ['a guess of no kind', entry({ ...said, guess: { kind: 'hope' } })],
    ['a guess without a number', entry({ ...said, guess: { kind: 'number', value: '70' } })],
    [
      'a curve without end',
      entry({ ...said, guess: { kind: 'curve', values: Array(65).fill(1) } }),
    ],
    ['a curve with a gap', entry({ ...said, guess: { kind: 'curve', values: [1, null] } })],
  ])('are none in %s', (_, text) => {
    expect(parseCommitments(text)).toEqual([]);
  });

  it.each([
    ['another kind', { seed: 1, measured: { kind: 'curve', values: [1] } }],
    ['no seed', { measured: { kind: 'number', value: 1 } }],
    ['a seed too large', { seed: 2 ** 32, measured: { kind: 'number', value: 1 } }],
    ['a text', { seed: 1, measured: { kind: 'number', value: '1' } }],
  ])('lose an answer with %s, and nothing else', (_, outcome) => {
    expect(parseCommitments(entry({ ...said, outcomes: [outcome] }))).toEqual([said]);
  });

  it('stand once each', () => {
    expect(parseCommitments(entry(answered, said))).toEqual([answered]);
  });
});
