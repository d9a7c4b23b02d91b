import { challengeTitle } from '../../i18n/challenge-title';
import { runSchema } from '../../scene/run-schema';
import { choice, flag, type SceneOf } from '../../scene/schema';
import { instrument } from '../schema';
import { challengeIds, challenges, chosenFields, startOf, type ChallengeId } from './challenges';

const challenge = choice(challengeIds, 'order');
const scene = { challenge, ...runSchema() };

/** The settings that a link may set, at the challenge's start: what is not the learner's is none. */
function fieldsOf(id: ChallengeId, all: boolean): Partial<typeof scene> {
  const given = all ? challengeIds.map((each) => challenges[each]) : [challenges[id]];
  const own = new Set<string>(given.flatMap(chosenFields));
  const fields = Object.entries(runSchema(startOf(challenges[id])));
  return Object.fromEntries(fields.filter(([name]) => own.has(name)));
}

export const challengeSchema = instrument({
  title: { fr: challengeTitle.fr.title, en: challengeTitle.en.title },
  lead: { fr: challengeTitle.fr.lead, en: challengeTitle.en.lead },
  // A lesson gives one; the workshop lets the reader choose among all.
  props: { challenge, choose: flag(false) },
  scene,
  sceneWith: ({ challenge: given, choose }) => ({
    ...(choose && { challenge: { ...challenge, default: given } }),
    ...fieldsOf(given, choose),
  }),
  controls: ['settings', 'hints', 'attempts'],
  height: { wide: 45, narrow: 78 },
  workshop: {
    fr: { challenge: 'order', choose: 'yes' },
    en: { challenge: 'order', choose: 'yes' },
  },
});

export type ChallengeSchema = typeof challengeSchema;
export type ChallengeScene = SceneOf<ChallengeSchema['scene']>;
