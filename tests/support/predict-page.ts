/** The predict instrument on the workshop's page, and the runs that answer it, made in Node. */
import type { Browser, Locator } from 'playwright-core';
import { predictWords } from '../../web/app/i18n/predict';
import { predictSchema } from '../../web/app/instruments/predict/schema';
import { withWorkshopQuestions } from '../../web/content/question-places';
import { commitmentsKey, parseCommitments } from '../../web/shared/commitments';
import type { Language } from '../../web/shared/lesson';
import type { Commitment, Measured, Question } from '../../web/shared/prediction';
import { measure } from '../../web/shared/prediction-grade';
import { Run } from '../../web/worker/run';
import { advanceTo, builtDataset, freshEngine } from '../wasm/real-engine';
import type { VisitOptions } from './visit';
import { openAlone, type WorkshopFigure } from './workshop-page';

export class PredictPage {
  readonly words: (typeof predictWords)[Language];
  readonly root: Locator;
  readonly primary: Locator;

  constructor(readonly figure: WorkshopFigure) {
    this.words = predictWords[figure.language];
    this.root = figure.page.locator('.predict');
    this.primary = this.root.locator('button.primary');
  }

  async reached(phase: string): Promise<void> {
    await this.figure.page.locator(`.predict[data-phase="${phase}"]`).waitFor();
  }

  button(name: string): Locator {
    return this.figure.button(name);
  }

  /** What the page shows as measured, with all its digits. */
  async measured(): Promise<number[]> {
    const text = await this.root.locator('[data-measured]').getAttribute('data-measured');
    return (text ?? '').split(' ').map(Number);
  }

  async verdict(): Promise<{ verdict: string; distance: number }> {
    const found = this.root.locator('.verdict[data-verdict]');
    return {
      verdict: (await found.getAttribute('data-verdict')) ?? '',
      distance: Number(await found.getAttribute('data-distance')),
    };
  }

  get field(): Locator {
    return this.root.getByRole('textbox', { name: this.words.guess.number });
  }

  get pen(): Locator {
    return this.root.getByRole('slider', { name: this.words.pen.label });
  }

  async kept(): Promise<readonly Commitment[]> {
    const text = await this.figure.page.evaluate(
      (key) => localStorage.getItem(key),
      commitmentsKey,
    );
    return parseCommitments(text);
  }
}

export async function openQuestion(
  browser: Browser,
  url: string,
  language: Language,
  question: string,
  options?: VisitOptions,
): Promise<PredictPage> {
  const scene = `question:${question}`;
  return new PredictPage(
    await openAlone(browser, url, { id: 'predict-1', language, scene }, options),
  );
}

export function workshopQuestion(language: Language, name: string): Question {
  const props = predictSchema.workshop[language];
  const block = {
    kind: 'instrument',
    name: 'predict',
    id: 'x',
    props,
    scene: '',
    hide: [],
  } as const;
  const [placed] = withWorkshopQuestions([block], language);
  return placed!.questions!.find(({ id }) => id === `workshop.${name}`)!;
}

/** What the same runs say here. */
export async function answerTo(question: Question, seed = question.seed): Promise<Measured> {
  const engine = await freshEngine();
  const dataset = await builtDataset(question.dataset);
  const curves = question.runs.map(({ id, settings }) => {
    const run = new Run(engine, dataset, { ...settings, dataset: question.dataset, seed });
    advanceTo(run, question.examples);
    return [id, run.validations] as const;
  });
  return measure(question, Object.fromEntries(curves))!;
}
