import type { CallName, Calls, RunId } from '../../shared/protocol';
import type { RunLink } from './run-link';

export type Question<Name extends CallName> = Omit<Calls[Name][0], 'run'>;
export type Answer<Name extends CallName> = Promise<Calls[Name][1] | null>;

/** What is asked of a run's model, and how far the answer that takes a while has come. */
export class RunQuestions {
  /** Of the survey or search under way; null before the worker has told. */
  share: number | null = $state.raw(null);
  /** Surveys and searches without an answer yet: the newest, and those that give way to it. */
  #pending = 0;
  /** Rises with every cancelling: what had not left for the worker by then never does. */
  #cancelled = 0;

  /** @param answers resolves with whether there is a model that can answer */
  constructor(
    private readonly run: RunId,
    private readonly link: RunLink,
    private readonly answers: () => Promise<boolean>,
  ) {}

  /** A failure is one of the run. */
  async ask<Name extends 'read'>(name: Name, question: Question<Name>): Answer<Name> {
    if (!(await this.answers())) return null;
    return (await this.link.ask(name, this.#of(question))) ?? null;
  }

  /** A fault of the question concerns the one who asks. */
  async inquire<Name extends CallName>(name: Name, question: Question<Name>): Answer<Name> {
    if (name === 'survey' || name === 'search') return this.#long(name, question);
    if (!(await this.answers())) return null;
    return (await this.link.inquire(name, this.#of(question))) ?? null;
  }

  async #long<Name extends CallName>(name: Name, question: Question<Name>): Answer<Name> {
    const cancelled = this.#cancelled;
    this.share = null;
    this.#pending += 1;
    try {
      if (!(await this.answers()) || cancelled !== this.#cancelled) return null;
      return (await this.link.inquire(name, this.#of(question))) ?? null;
    } finally {
      this.#pending -= 1;
    }
  }

  /** What is told while an older one is still to be answered may be that one's share. */
  hear(share: number): void {
    if (this.#pending === 1) this.share = share;
  }

  /** What the worker does not hold, it need not end. */
  async cancel(): Promise<void> {
    this.#cancelled += 1;
    if (this.link.holds) await this.link.ask('cancel', { run: this.run });
  }

  #of<Name extends CallName>(question: Question<Name>): Calls[Name][0] {
    return { run: this.run, ...question } as unknown as Calls[Name][0];
  }
}
