/** The challenges' goals, one line each; web/content/challenges.ts checks the files at build. Pure. */
import negation from '../../../../lessons/challenges/negation.json';
import order from '../../../../lessons/challenges/order.json';
import recall20 from '../../../../lessons/challenges/recall-20.json';
import recall40 from '../../../../lessons/challenges/recall-40.json';
import recall80 from '../../../../lessons/challenges/recall-80.json';
import type { ChallengeGoal } from '../../../shared/challenge';
import type { Language } from '../../../shared/lesson';
import type { RunSettings } from '../../../shared/run-settings';
import { defaultSettings, runFieldNames, type RunFieldName } from '../../../shared/settings';

type Values = Partial<Omit<RunSettings, 'dataset'>>;

export interface Challenge {
  readonly data: Readonly<Record<Language, string>>;
  readonly goal: Omit<ChallengeGoal, 'dataset' | 'fixed'>;
  /** Where a run begins, beside the standard settings. */
  readonly start: Values;
  /** The settings that are the learner's, beside the seed. */
  readonly choose: readonly RunFieldName[];
  readonly seeds: readonly number[];
  /** Changes of the start that meet the goal, and that nearly do. */
  readonly reference: Values;
  readonly nearMiss: Values;
}

const files = {
  order,
  negation,
  'recall-20': recall20,
  'recall-40': recall40,
  'recall-80': recall80,
};

export type ChallengeId = keyof typeof files;

/** In the order of the course. */
export const challenges = files as unknown as Readonly<Record<ChallengeId, Challenge>>;
export const challengeIds = Object.keys(files) as ChallengeId[];

/** Where a run of the challenge begins. */
export const startOf = ({ start }: Challenge): Omit<RunSettings, 'dataset'> => ({
  ...defaultSettings,
  ...start,
});

/** The learner's settings, in the order of a form. */
export const chosenFields = ({ choose }: Challenge): readonly RunFieldName[] =>
  runFieldNames.filter((name) => name === 'seed' || choose.includes(name));

/** The run that these choices make; what is not the learner's to choose stays at the start. */
export function settingsOf(
  challenge: Challenge,
  chosen: Readonly<Partial<Record<string, unknown>>>,
  language: Language,
): RunSettings {
  const own = chosenFields(challenge).map((name) => [name, chosen[name]]);
  return { ...startOf(challenge), ...Object.fromEntries(own), dataset: challenge.data[language] };
}

/** The goal as the worker is to check it: with all that is not the learner's to choose. */
export function goalOf(challenge: Challenge, language: Language): ChallengeGoal {
  const start = startOf(challenge);
  const own = chosenFields(challenge);
  const fixed = runFieldNames.filter((name) => !own.includes(name));
  return {
    ...challenge.goal,
    dataset: challenge.data[language],
    fixed: Object.fromEntries(fixed.map((name) => [name, start[name]])),
  };
}
