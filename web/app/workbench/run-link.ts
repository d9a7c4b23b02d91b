import type { Engine } from '../engine/client';
import type { CallName, Calls, Failure, RunId } from '../../shared/protocol';
import { RnnError } from '../../shared/rnn-error';
import type { Happening, RunState } from './run-state';

export function failureOf(error: unknown): Failure {
  if (error instanceof RnnError) return error.toFailure();
  return { code: 'internal', message: String(error) };
}

/** A run's model in the worker: whether it is there, and which answers still concern it. */
export class RunLink {
  /** Answers that belong to a model before this one are not heard. */
  #turn = 0;
  /** The opening under way, for everyone who waits for the model. */
  #opening: Promise<boolean> | undefined;
  #listening = false;

  constructor(
    private readonly run: RunId,
    private readonly engine: () => Engine,
    private readonly tell: (happening: Happening) => void,
  ) {}

  /** Changes with every model: what was begun in another turn is no longer of this run. */
  get turn(): number {
    return this.#turn;
  }

  /** The model in the worker is the one of the state: its reports count. */
  get listening(): boolean {
    return this.#listening;
  }

  /** Is there a model in the worker, or on its way there? */
  get holds(): boolean {
    return this.#listening || this.#opening !== undefined;
  }

  /** Resolves with true once the worker holds the model of the settings in force. */
  ready(state: RunState, retracing = false): Promise<boolean> {
    if (state.opened) return Promise.resolve(true);
    this.#opening ??= this.#open('open', state, retracing);
    return this.#opening;
  }

  /** A model of the state's settings that goes on from the weights that the worker holds. */
  async resume(state: RunState): Promise<void> {
    this.#opening = this.#open('resume', state, false);
    const { turn } = this;
    if (!(await this.#opening) || turn !== this.#turn) return;
    const [status] = (await this.ask('pause', { runs: [this.run] })) ?? [];
    if (status && turn === this.#turn) this.tell({ type: 'stopped', status });
  }

  async #open(
    call: 'open' | 'resume',
    { settings }: RunState,
    retracing: boolean,
  ): Promise<boolean> {
    this.#turn += 1;
    const turn = this.#turn;
    this.#listening = false;
    this.tell({ type: 'opening', retracing });
    const opened = await this.ask(call, { run: this.run, settings });
    if (turn !== this.#turn) return false;
    this.#opening = undefined;
    if (!opened) return false;
    this.#listening = true;
    this.tell({ type: 'opened', run: opened });
    return true;
  }

  /** The model in the worker is no longer the one of the state. */
  forget(): void {
    this.#turn += 1;
    this.#listening = false;
    this.#opening = undefined;
  }

  /** Every call's failure ends here, in the one place that the page shows: then undefined. */
  async ask<Name extends CallName>(
    name: Name,
    params: Calls[Name][0],
  ): Promise<Calls[Name][1] | undefined> {
    const turn = this.#turn;
    try {
      return await this.engine().call(name, params);
    } catch (error) {
      this.fail(turn, error);
      return undefined;
    }
  }

  /**
   * Like `ask`, of the model that is here now: undefined, too, when another has taken its
   * place meanwhile. @throws RnnError `argument`: what is wrong with the question itself
   * concerns the one who asks, and not the run
   */
  async inquire<Name extends CallName>(
    name: Name,
    params: Calls[Name][0],
  ): Promise<Calls[Name][1] | undefined> {
    const turn = this.#turn;
    try {
      const answer = await this.engine().call(name, params);
      return turn === this.#turn ? answer : undefined;
    } catch (error) {
      if (error instanceof RnnError && error.code === 'argument') throw error;
      this.fail(turn, error);
      return undefined;
    }
  }

  fail(turn: number, error: unknown): void {
    if (turn === this.#turn) this.tell({ type: 'failed', failure: failureOf(error) });
  }
}
