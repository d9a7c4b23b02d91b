import type { Locator, Page } from 'playwright-core';
import type { LossPoint, ValidationPoint } from '../../web/shared/protocol';
import type { Strings } from '../../web/app/i18n/strings';
import type { Stage } from '../../web/app/workbench/run-state';
import type { LabChapter } from './lab-chapter';

/** For `expect.poll`: looks often, and waits as long as a page under load may take. */
export const patient = { timeout: 20_000, interval: 20 };

/** What the lab shows at one moment. */
export interface Shown {
  readonly stage: Stage['kind'];
  readonly examples: number;
  /** Of the last validation, with all its digits; null before the first. */
  readonly accuracy: number | null;
  readonly message: string;
  /** The lines under each name of a readout. */
  readonly readouts: Readonly<Record<string, readonly string[]>>;
}

/** The lab of a page, by the names that a person finds there. */
export class LabPage {
  readonly section: Locator;
  readonly word: Locator;
  readonly verdict: Locator;
  /** The sentences under the drawing of a word. */
  readonly wordNote: Locator;
  /** What the page says of the tokens of these data. */
  readonly tokens: Strings['word']['of']['letter'];

  constructor(
    readonly page: Page,
    readonly chapter: LabChapter,
  ) {
    this.section = page.getByRole('region', { name: chapter.text.lab.title, exact: true });
    this.word = this.section.getByLabel(chapter.words.tryTitle);
    this.tokens = chapter.text.word.of[chapter.words.token];
    this.verdict = this.section.locator('.verdict');
    this.wordNote = this.section.locator('.answer > .note');
  }

  button(verb: 'train' | 'pause' | 'step' | 'reset' | 'again'): Locator {
    return this.section.getByRole('button', { name: this.chapter.text.lab[verb], exact: true });
  }

  field(name: 'hidden' | 'learningRate' | 'seed'): Locator {
    return this.section.getByLabel(this.chapter.text.settings[name], { exact: true });
  }

  choice(label: string): Locator {
    return this.section.getByRole('radio', { name: label, exact: true });
  }

  /** Waits until the page lives and its verbs can be used. */
  async ready(): Promise<void> {
    await this.section.locator('button.primary:enabled').waitFor();
  }

  async reached(...stages: readonly Stage['kind'][]): Promise<void> {
    const any = stages.map((stage) => `section[data-stage="${stage}"]`);
    await this.page.locator(any.join(',')).waitFor();
  }

  /** Waits for the sentence that tells where the run stands. */
  async says(sentence: string): Promise<void> {
    await this.page.waitForFunction(
      (wanted) => document.querySelector('section[data-stage] .message')?.textContent === wanted,
      sentence,
    );
  }

  async seen(examples: number): Promise<void> {
    await this.page.waitForFunction((least) => {
      const section = document.querySelector<HTMLElement>('section[data-stage]');
      return Number(section?.dataset['examples']) >= least;
    }, examples);
  }

  async shown(): Promise<Shown> {
    return this.section.evaluate((section) => {
      const { stage, examples, accuracy } = section.dataset;
      const readouts = [...section.querySelectorAll('dl > div')].map((group) => {
        const [name = '', ...lines] = [...group.children].map((line) => line.textContent);
        return [name, lines] as const;
      });
      return {
        stage: stage as Shown['stage'],
        examples: Number(examples),
        accuracy: accuracy === undefined ? null : Number(accuracy),
        message: section.querySelector('.message')?.textContent ?? '',
        readouts: Object.fromEntries(readouts),
      };
    });
  }

  /** What the page should say of the accuracy that it holds. */
  accuracyLines(accuracy: number): string[] {
    const { text, words, format, recorded } = this.chapter;
    const { validation, largestClass } = recorded.data;
    const right = format.integer(Math.round(accuracy * validation));
    return [
      format.percent(accuracy),
      words.accuracyCount(right, format.integer(validation)),
      text.readouts.largestClass(format.percent(largestClass)),
    ];
  }

  /** The numbers of the curve, as its table gives them. */
  curveTable(): Promise<string[][]> {
    return this.#rows(this.chapter.text.chart.table);
  }

  /** The answer letter by letter: what was read so far, then a probability for each class. */
  wordTable(): Promise<string[][]> {
    return this.#rows(this.tokens.table);
  }

  async #rows(caption: string): Promise<string[][]> {
    const rows = this.section.locator('details', { hasText: caption }).locator('tbody tr');
    return rows.evaluateAll((all) =>
      all.map((row) => [...row.children].map((cell) => cell.textContent.trim())),
    );
  }

  /** Waits until the answer to a word of so many letters stands there. */
  async answered(letters: number): Promise<void> {
    const rows = this.section.locator('details', { hasText: this.tokens.table });
    await rows.locator(`tbody:not(:has(tr:nth-child(${letters + 1})))`).waitFor({
      state: 'attached',
    });
    await rows.locator(`tbody tr:nth-child(${letters})`).waitFor({ state: 'attached' });
  }
}

/** The rows that a curve's table should have. */
export function curveRows(
  { format }: LabChapter,
  losses: readonly LossPoint[],
  validations: readonly ValidationPoint[],
): string[][] {
  const places = [...new Set([...validations, ...losses].map(({ examples }) => examples))];
  return places
    .sort((one, other) => one - other)
    .map((examples) => {
      const loss = losses.find((point) => point.examples === examples)?.loss;
      const accuracy = validations.find((point) => point.examples === examples)?.accuracy;
      return [
        format.integer(examples),
        accuracy === undefined ? '' : format.percent(accuracy),
        loss === undefined ? '' : format.loss(loss),
      ];
    });
}
