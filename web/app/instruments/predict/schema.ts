import { predictTitle } from '../../i18n/predict-title';
import { choice, text } from '../../scene/schema';
import { instrument, needed } from '../schema';

/** In the order in which they are offered. */
export const namesIn = (questions: string): readonly string[] =>
  questions.split(/[\s,]+/u).filter((name) => name !== '');

const workshopQuestions = 'bag-share order-curve forget-bias nouns-curve';

export const predictSchema = instrument({
  title: { fr: predictTitle.fr.title, en: predictTitle.en.title },
  lead: { fr: predictTitle.fr.lead, en: predictTitle.en.lead },
  props: {
    /** Names of questions of the chapter's `predict.<language>.json`. */
    questions: needed(text(400)),
  },
  scene: { question: choice<string>([''], '') },
  sceneWith: ({ questions }) => {
    const names = namesIn(questions);
    return { question: choice<string>(names, names[0] ?? '') };
  },
  controls: ['question'],
  height: { wide: 43, narrow: 57 },
  workshop: { fr: { questions: workshopQuestions }, en: { questions: workshopQuestions } },
});

export type PredictSchema = typeof predictSchema;
