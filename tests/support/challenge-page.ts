import type { Locator, Page } from 'playwright-core';
import { formats } from '../../web/app/format';
import { datasetWords } from '../../web/app/i18n';
import { challengeWords } from '../../web/app/i18n/challenge';
import { figureWords } from '../../web/app/i18n/figure';
import { runSettingWords } from '../../web/app/i18n/run-settings';
import {
  challenges,
  settingsOf,
  startOf,
  type Challenge,
  type ChallengeId,
} from '../../web/app/instruments/challenge/challenges';
import { recipeKey, writeRecipe } from '../../web/app/instruments/challenge/recipe';
import { challengeTexts } from '../../web/content/challenges';
import { workshopSlug, type Language } from '../../web/shared/lesson';
import type { ClauseKind } from '../../web/shared/protocol';
import type { RunFieldName } from '../../web/shared/settings';

const texts = challengeTexts();

/** The challenge of the workshop, by the names that a person finds there. */
export class ChallengePage {
  readonly words;
  readonly frame;
  readonly format;
  readonly place: Locator;

  constructor(
    readonly page: Page,
    readonly language: Language,
  ) {
    this.words = challengeWords[language];
    this.frame = figureWords[language];
    this.format = formats(language);
    this.place = page.locator('#challenge-1');
  }

  static path = (language: Language, hash = ''): string =>
    `${language}/${workshopSlug[language]}/#challenge-1&v=1${hash}`;

  text(id: ChallengeId) {
    return texts[this.language][id]!;
  }

  unit(id: ChallengeId): string {
    return datasetWords(this.language, challenges[id].data[this.language]).examples;
  }

  button(name: string): Locator {
    return this.place.getByRole('button', { name, exact: true });
  }

  setting(name: RunFieldName): Locator {
    const { label } = runSettingWords[this.language].settings[name];
    return this.place.getByLabel(label, { exact: true }).and(this.page.locator('input, select'));
  }

  get choice(): Locator {
    return this.place.getByLabel(this.words.challenge, { exact: true });
  }

  /** The engine has told the size of the model, so it is there. */
  async ready(): Promise<void> {
    await this.place.scrollIntoViewIfNeeded();
    await this.place.locator('.challenge[data-stage="paused"]').waitFor();
    await this.page.waitForFunction(() =>
      /\d/u.test(document.querySelector('#challenge-1 fieldset .note')?.textContent ?? ''),
    );
  }

  async seen(examples: number): Promise<void> {
    await this.place
      .locator(`.challenge[data-examples="${examples}"]:not([data-stage="training"])`)
      .waitFor({ timeout: 60_000 });
  }

  attempt(place: number): Locator {
    return this.place.locator(`[data-attempt="${place}"]`);
  }

  /** Has this visit earned it? */
  async earned(): Promise<boolean> {
    return (await this.place.locator('[data-earned]').getAttribute('data-earned')) === 'true';
  }

  /** Whether each clause is met, as the page shows it. */
  async clauses(): Promise<Partial<Record<ClauseKind, string>>> {
    const entries = await this.place.locator('[data-clause]').evaluateAll((all) =>
      all.map((each) => {
        const { clause, met } = (each as HTMLElement).dataset;
        return [clause, met];
      }),
    );
    return Object.fromEntries(entries) as Partial<Record<ClauseKind, string>>;
  }

  said(): Promise<string> {
    return this.page.locator('[data-announcer]').innerText();
  }
}

/** What storage holds when somebody writes there that a recipe met the goal. */
export function forgedEntry(
  id: ChallengeId,
  language: Language,
  changes: Challenge['start'],
): readonly [string, string] {
  const challenge = challenges[id];
  const settings = settingsOf(challenge, { ...startOf(challenge), ...changes }, language);
  const { maxExamples: examples } = challenge.goal;
  const versions = { data: '00000000', engine: '00000000' };
  const text = writeRecipe(challenge, { settings, examples, versions, day: '2026-01-02' });
  const entry = { ...(JSON.parse(text) as object), met: true, earned: true, accuracy: 1 };
  return [recipeKey(id, challenge.data[language]), JSON.stringify(entry)];
}
