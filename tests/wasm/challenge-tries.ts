/** Challenges as a learner would try them, without a page: a run of their settings, then the check. */
import { readFile } from 'node:fs/promises';
import {
  challenges,
  goalOf,
  settingsOf,
  startOf,
  type ChallengeId,
} from '../../web/app/instruments/challenge/challenges';
import { languages, type Language } from '../../web/shared/lesson';
import type { ChallengeGoal, ChallengeResult } from '../../web/shared/protocol';
import { ChallengeQuestion } from '../../web/worker/challenge';
import { readFresh } from '../../web/worker/fresh';
import type { Engine } from '../../web/worker/rnn';
import { Run } from '../../web/worker/run';
import type { Example } from '../../web/worker/word-file';
import { advanceTo, builtDataset } from './real-engine';

/** The languages in which a challenge has data of its own. */
export const languagesOf = (id: ChallengeId): readonly Language[] => {
  const { data } = challenges[id];
  return data.fr === data.en ? ['fr'] : languages;
};

export function checked(
  run: Run,
  goal: ChallengeGoal,
  fresh: readonly Example[],
  tell: (measured: number) => void = () => undefined,
): ChallengeResult {
  const model = run.snapshot();
  try {
    const question = new ChallengeQuestion(model, run, goal, fresh, tell);
    while (!question.done) question.advance();
    return question.answer();
  } finally {
    model.destroy();
  }
}

export async function tried(
  engine: Engine,
  id: ChallengeId,
  language: Language,
  which: 'reference' | 'nearMiss',
  seed: number,
): Promise<ChallengeResult> {
  const challenge = challenges[id];
  const dataset = await builtDataset(challenge.data[language]);
  const file = new URL(`../../build/data/${dataset.info.id}/fresh.txt`, import.meta.url);
  const fresh = readFresh(dataset, await readFile(file, 'utf8'));
  const chosen = { ...startOf(challenge), ...challenge[which], seed };
  const run = new Run(engine, dataset, settingsOf(challenge, chosen, language));
  try {
    advanceTo(run, challenge.goal.maxExamples);
    return checked(run, goalOf(challenge, language), fresh);
  } finally {
    run.close();
  }
}
