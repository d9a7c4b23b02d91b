import { describe, expect, it } from 'vitest';
import { barOf } from '../../web/app/instruments/challenge/bars';
import {
  challengeIds,
  challenges,
  chosenFields,
  settingsOf,
  startOf,
} from '../../web/app/instruments/challenge/challenges';
import { parseRecipe, writeRecipe, type Recipe } from '../../web/app/instruments/challenge/recipe';
import { challengeSchema } from '../../web/app/instruments/challenge/schema';
import { placedOf } from '../../web/app/instruments/placed';
import { challengeWords } from '../../web/app/i18n/challenge';
import { runSettingWords } from '../../web/app/i18n/run-settings';
import { formats } from '../../web/app/format';
import {
  attemptsTable,
  goalInWords,
  shortInWords,
  stateInWords,
  type ChallengeTexts,
} from '../../web/app/instruments/challenge/in-words';
import { clausesOf } from '../../web/shared/challenge';
import { goalOf } from '../../web/app/instruments/challenge/challenges';
import type { Language } from '../../web/shared/lesson';

const challenge = challenges['recall-20'];
const settings = settingsOf(
  challenge,
  { ...startOf(challenge), ...challenge.reference, seed: 2 },
  'fr',
);
const recipe: Recipe = {
  settings,
  examples: 6144,
  versions: { data: '0123abcd', engine: '89abcdef' },
  day: '2026-11-25',
};

describe('a recipe that the browser keeps', () => {
  it('is read back as it was written', () => {
    expect(parseRecipe(challenge, 'fr', writeRecipe(challenge, recipe))).toEqual(recipe);
  });

  const forged = (change: (kept: Record<string, unknown>) => object): string =>
    JSON.stringify(change(JSON.parse(writeRecipe(challenge, recipe)) as Record<string, unknown>));

  it.each([
    ['nothing', null],
    ['no JSON', '{'],
    ['another kind', '7'],
    ['no settings', forged((kept) => ({ ...kept, settings: null }))],
    ['a setting that no run has', forged((kept) => ({ ...kept, settings: { hidden: 999 } }))],
    ['more examples than the goal allows', forged((kept) => ({ ...kept, examples: 6145 }))],
    ['no examples', forged((kept) => ({ ...kept, examples: 0 }))],
    ['no day', forged((kept) => ({ ...kept, day: 'today' }))],
    ['a day that is none', forged((kept) => ({ ...kept, day: '2026-99-99' }))],
    ['no versions', forged((kept) => ({ ...kept, versions: { data: '<b>' } }))],
  ])('is none where it is %s', (_, text) => {
    expect(parseRecipe(challenge, 'fr', text)).toBeNull();
  });

  it('sets nothing that is not the learner’s, and carries no result', () => {
    const sly = forged((kept) => ({
      ...kept,
      met: true,
      accuracy: 1,
      settings: { ...(kept['settings'] as object), summary: 'mean', direction: 'both' },
    }));
    expect(parseRecipe(challenge, 'fr', sly)).toEqual(recipe);
  });
});

describe('a link of a challenge', () => {
  const placed = (props: Record<string, string>) =>
    placedOf('challenge-1', challengeSchema, { props, scene: '', hide: [] });

  it.each(challengeIds)('sets what the lesson’s challenge %s lets choose, and no more', (id) => {
    const { scene, start } = placed({ challenge: id });
    expect(Object.keys(scene)).toEqual(chosenFields(challenges[id]));
    expect(start).toMatchObject({ ...challenges[id].start });
  });

  it('chooses among all in the workshop', () => {
    const { scene, start } = placed({ challenge: 'negation', choose: 'yes' });
    expect(start).toMatchObject({ challenge: 'negation', cell: 'lstm' });
    expect(Object.keys(scene)).toEqual(expect.arrayContaining(['batch', 'forgetBias']));
    expect(Object.keys(scene)).not.toContain('summary');
  });
});

describe('a goal in words', () => {
  const texts = (language: Language): ChallengeTexts => ({
    language,
    run: runSettingWords[language],
    format: formats(language),
    words: challengeWords[language],
    unit: language === 'fr' ? 'exemples' : 'strings',
    sequences: challenge.goal.sequences,
  });
  const facts = { settings, parameters: 1812, examples: 6144, accuracy: 0.573 };
  const clauses = clausesOf(goalOf(challenge, 'fr'), facts);
  const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/gu, ' ');

  it('says each clause, where it stands, and by how much it fails', () => {
    const fr = clauses.map((clause) => plain(goalInWords(clause, texts('fr'))));
    expect(fr).toEqual([
      'au moins 95 % de réponses justes sur 1 000 exemples inédits',
      'au plus 6 144 exemples pour apprendre',
      'au plus 1 500 paramètres',
      'une cellule parmi : RNN, LSTM ou GRU',
      'les autres réglages, tels quels',
    ]);
    const en = clauses.map((clause) => stateInWords(clause, null, texts('en')));
    expect(en).toEqual([
      '57.3% in the check',
      '6,144 strings',
      '1,812 parameters',
      'LSTM',
      'nothing changed',
    ]);
    const failing = clauses.filter(({ met }) => met === false);
    expect(failing.map((clause) => shortInWords(clause, texts('en')))).toEqual([
      '37.7 points short of 95%',
      '312 parameters too many',
    ]);
  });

  it('takes the validation part’s share for no proof', () => {
    const [share] = clausesOf(goalOf(challenge, 'fr'), { ...facts, accuracy: null });
    expect(share).toMatchObject({ kind: 'share', value: null, met: null });
    expect(stateInWords(share!, 1, texts('en'))).toBe('100.0% in validation, to be checked');
    expect(stateInWords(share!, null, texts('en'))).toBe('nothing measured yet');
    expect(barOf(share!, 0.8)).toEqual({ value: 0.8, bound: 0.95, guess: true });
  });

  it('draws a bar for what is a number, its limit at four fifths until it is passed', () => {
    const [share, examples, parameters, cell] = clauses.map((clause) => barOf(clause, null));
    expect(share).toEqual({ value: 0.573, bound: 0.95, guess: false });
    expect(examples).toMatchObject({ value: 0.8, bound: 0.8 });
    expect(parameters!.value).toBeCloseTo(1812 / 1875);
    expect(cell).toBeNull();
    const far = clausesOf(goalOf(challenge, 'fr'), { ...facts, parameters: 15_000 });
    expect(barOf(far[2]!, null)).toMatchObject({ value: 1, bound: 0.1 });
  });

  it('lists checked runs, numbers as numbers in a file', () => {
    const result = { ...facts, sequences: 1000, clauses, met: false };
    const row = (raw: boolean) => attemptsTable(challenge, [result], raw, texts('en')).rows[0];
    const recipe = 'LSTM, emb. 8, 12 units, rate 0.01, forget 3, seed 2';
    expect(row(true)).toEqual([1, recipe, 1812, 6144, 0.573, 'not yet']);
    expect(row(false)).toEqual([1, recipe, '1,812', '6,144', '57.3%', 'not yet']);
  });
});
