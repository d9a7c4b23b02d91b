/**
 * Questions that take a while: asked of a copy of a run's model, while its training goes on and
 * other commands are heard. A run has one of each kind under way at most; a newer one takes its
 * place, whose answer is then null.
 */
import type { CallName, Calls, ChallengeGoal, RunId } from '../shared/protocol';
import { ChallengeQuestion } from './challenge';
import { ConfusionQuestion } from './confusion';
import type { Host } from './host';
import type { Model } from './model';
import { Inquiry, type Question } from './question';
import type { Run } from './run';
import { SearchQuestion } from './search';
import type { Supplies } from './supplies';
import { SurveyQuestion } from './survey';

export type InquiryCall = 'survey' | 'search' | 'confusion' | 'challenge';

/** What a figure counts by itself ends no search of the reader's. */
type Kind = 'search' | 'confusion' | 'challenge';

const all: readonly Kind[] = ['search', 'confusion', 'challenge'];

/** Commands before which inquiries of their runs give way. */
const ends: Partial<Record<CallName, readonly Kind[]>> = {
  open: all,
  resume: all,
  close: all,
  survey: ['search'],
  search: ['search'],
  confusion: ['confusion'],
  challenge: ['challenge'],
  cancel: ['search', 'challenge'],
};

export class Inquiries {
  /** Those under way, by kind and run. */
  readonly #underWay = new Map<string, { stop(): void }>();

  constructor(
    private readonly host: Host,
    private readonly supplies: Supplies,
  ) {}

  giveWay(call: CallName, ids: readonly RunId[]): void {
    for (const kind of ends[call] ?? []) {
      for (const id of ids) this.#underWay.get(`${kind} ${id}`)?.stop();
    }
  }

  survey({ run: id, tensor, feature }: Calls['survey'][0], run: Run): Promise<Calls['survey'][1]> {
    const step = run.weightsStep;
    return this.#ask('search', id, run, (model) => {
      return new SurveyQuestion(model, run.dataset, tensor, feature, step);
    });
  }

  search(
    { run: id, tensor, ...stretch }: Calls['search'][0],
    run: Run,
  ): Promise<Calls['search'][1]> {
    return this.#ask('search', id, run, (model) => {
      return new SearchQuestion(model, run.dataset, tensor, stretch);
    });
  }

  confusion({ run: id }: Calls['confusion'][0], run: Run): Promise<Calls['confusion'][1]> {
    const step = run.weightsStep;
    return this.#ask('confusion', id, run, (model) => {
      return new ConfusionQuestion(model, run.dataset, step);
    });
  }

  /** @param open is this still the run's model? Another may come while sequences are fetched. */
  async challenge(
    { run: id, goal }: { readonly run: RunId; readonly goal: ChallengeGoal },
    run: Run,
    open: () => boolean,
  ): Promise<Calls['challenge'][1]> {
    const key = `challenge ${id}`;
    let wanted = true;
    const waiting = { stop: () => (wanted = false) };
    this.#underWay.get(key)?.stop();
    this.#underWay.set(key, waiting);
    const fresh = await this.supplies.fresh(run.dataset).finally(() => this.#forget(key, waiting));
    if (!wanted || !open()) return null;
    const { sequences } = goal;
    const tell = (measured: number): void =>
      this.host.post({ event: 'challenging', payload: { run: id, measured, sequences } }, []);
    return this.#ask('challenge', id, run, (model) => {
      return new ChallengeQuestion(model, run, goal, fresh, tell);
    });
  }

  async #ask<Answer>(
    kind: Kind,
    id: RunId,
    run: Run,
    ask: (model: Model) => Question<Answer>,
  ): Promise<Answer | null> {
    const key = `${kind} ${id}`;
    this.#underWay.get(key)?.stop();
    const inquiry = Inquiry.begin(run.snapshot(), ask);
    this.#underWay.set(key, inquiry);
    const tell = (share: number): void =>
      this.host.post({ event: 'inquiry', payload: { run: id, share } }, []);
    try {
      return await inquiry.answer(this.host, kind === 'search' ? tell : undefined);
    } finally {
      this.#forget(key, inquiry);
    }
  }

  #forget(key: string, inquiry: { stop(): void }): void {
    if (this.#underWay.get(key) === inquiry) this.#underWay.delete(key);
  }
}
