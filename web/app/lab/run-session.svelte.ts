import { createEngine, type Engine } from '../engine/client';
import { missingFeatures } from '../engine/features';
import type {
  CallName,
  Calls,
  Failure,
  Reading,
  RunSettings,
  RunStatus,
} from '../../shared/protocol';
import type { RecordedRun } from '../../shared/recorded-run';
import { RnnError } from '../../shared/rnn-error';
import { classifier } from '../../shared/settings';
import { abilities } from './readouts';
import { initialState, next, sameSettings, type Happening, type LabState } from './run-state';
import { loadSettings, saveSettings } from './settings-store';

/** Between two points of a run that nobody asked for, in ms. */
const retracePause = 60;

const run = 'main';
const runs = [run];

function failureOf(error: unknown): Failure {
  if (error instanceof RnnError) return error.toFailure();
  return { code: 'internal', message: String(error) };
}

/** One lab's run: speaks with the engine, and keeps the state that the components draw. */
export class RunSession {
  state: LabState;
  #engine: Engine | undefined;
  /** Answers that belong to a run before this one are not heard. */
  #turn = 0;
  /** The model in the worker is the one of the state: its reports count. */
  #listening = false;
  /** The opening under way, for everyone who waits for the model. */
  #opening: Promise<boolean> | undefined;
  /** The reader has taken over: nothing begins or goes on by itself. */
  #taken = false;
  #hidden = false;
  #disposed = false;
  #stepping: Promise<void> = Promise.resolve();

  constructor(recorded: RecordedRun) {
    this.state = $state.raw(initialState(recorded));
  }

  #tell(happening: Happening): void {
    this.state = next(this.state, happening);
  }

  /** In the browser only: asks what it can do, and takes up the settings of the last visit. */
  start(): void {
    const stored = loadSettings(this.state.settings.dataset);
    if (stored) this.#tell({ type: 'restored', settings: stored });
    const missing = missingFeatures();
    if (missing.length > 0) this.#tell({ type: 'unsupported', missing });
  }

  /** The run of the recording, made again; goes on from where `suspend` left it. */
  async retrace(): Promise<void> {
    const { stage, settings, status, recorded } = this.state;
    const target = recorded.losses.at(-1)?.examples ?? 0;
    const before = stage.kind === 'recorded' || stage.kind === 'opening';
    const due = before || (stage.kind === 'paused' && status.examples < target);
    this.#hidden = false;
    if (this.#taken || !due || !sameSettings(settings, recorded.settings)) return;
    await this.#train(target, true);
  }

  /** The figure is out of sight: what began by itself waits. */
  suspend(): void {
    const { retracing, stage } = this.state;
    this.#hidden = true;
    if (!this.#taken && retracing && stage.kind === 'training') void this.#ask('pause', { runs });
  }

  async train(): Promise<void> {
    this.#taken = true;
    // A step under way would answer in the midst of the training, and seem to have ended it.
    await this.#stepping;
    await this.#train(this.state.recorded.stop.maxExamples, false);
  }

  pause(): void {
    this.#taken = true;
    void this.#ask('pause', { runs });
  }

  /** One step, after those that were asked for before. */
  step(): Promise<void> {
    this.#taken = true;
    this.#stepping = this.#stepping.then(() => this.#step());
    return this.#stepping;
  }

  async #step(): Promise<void> {
    if (!abilities(this.state).step || !(await this.#ready(false))) return;
    const turn = this.#turn;
    const [status] = (await this.#ask('step', { runs })) ?? [];
    if (status && turn === this.#turn) this.#tell({ type: 'stopped', status });
  }

  reset(): void {
    this.#taken = true;
    this.#leave();
    this.#tell({ type: 'reset' });
  }

  change(settings: RunSettings): void {
    if (sameSettings(settings, this.state.settings)) return;
    this.#taken = true;
    this.#leave();
    this.#tell({ type: 'changed', settings });
    saveSettings(settings);
  }

  /** The model's answer to a word, or null when there is none to be had now. */
  async read(text: string): Promise<Reading | null> {
    const { stage, opened } = this.state;
    // A model that could not be made is made again when the reader asks for it, not by itself.
    const gone = stage.kind === 'lost' || (stage.kind === 'failed' && !opened);
    if (gone || stage.kind === 'unsupported' || !(await this.#ready(false))) return null;
    return (await this.#ask('read', { run, text })) ?? null;
  }

  dispose(): void {
    this.#leave();
    this.#disposed = true;
    this.#engine?.dispose();
    this.#engine = undefined;
  }

  /** The run in the worker is no longer the one of the state. */
  #leave(): void {
    if (this.state.stage.kind === 'training') void this.#ask('pause', { runs });
    this.#forget();
  }

  #forget(): void {
    this.#turn += 1;
    this.#listening = false;
    this.#opening = undefined;
  }

  async #train(target: number, retracing: boolean): Promise<void> {
    if (!(await this.#ready(retracing)) || !abilities(this.state).train) return;
    if (retracing && (this.#hidden || this.#taken)) return;
    const turn = this.#turn;
    this.#tell({ type: 'training', retracing });
    const status = retracing
      ? await this.#retraceTo(target)
      : (await this.#ask('train', { runs, examples: target }))?.[0];
    if (status && turn === this.#turn) this.#tell({ type: 'stopped', status });
  }

  /**
   * Point by point, slowly enough to be watched: the engine would be done in a blink. How the
   * run is cut changes none of its bits.
   */
  async #retraceTo(target: number): Promise<RunStatus | undefined> {
    const turn = this.#turn;
    let { examples } = this.state.status;
    for (;;) {
      examples = Math.min(examples + classifier.lossEvery, target);
      const [status] = (await this.#ask('train', { runs, examples })) ?? [];
      if (!status || turn !== this.#turn) return undefined;
      if (status.examples < examples || examples === target) return status;
      await new Promise((then) => setTimeout(then, retracePause));
      // Much can have happened meanwhile: another model, a reader, a page that is gone.
      if (turn !== this.#turn || this.#disposed) return undefined;
      if (this.#hidden || this.#taken) return status;
    }
  }

  /** Resolves with true once the worker holds the model of the settings in force. */
  #ready(retracing: boolean): Promise<boolean> {
    if (this.state.opened) return Promise.resolve(true);
    this.#opening ??= this.#open(retracing);
    return this.#opening;
  }

  async #open(retracing: boolean): Promise<boolean> {
    this.#turn += 1;
    const turn = this.#turn;
    this.#listening = false;
    this.#tell({ type: 'opening', retracing });
    const opened = await this.#ask('open', { run, settings: this.state.settings });
    if (turn !== this.#turn) return false;
    this.#opening = undefined;
    if (!opened) return false;
    this.#listening = true;
    this.#tell({ type: 'opened', run: opened });
    return true;
  }

  /** Every call's failure ends here, in the one place that the page shows. */
  async #ask<Name extends CallName>(
    name: Name,
    params: Calls[Name][0],
  ): Promise<Calls[Name][1] | undefined> {
    const turn = this.#turn;
    try {
      return await this.#connected().call(name, params);
    } catch (error) {
      if (turn === this.#turn) this.#tell({ type: 'failed', failure: failureOf(error) });
      return undefined;
    }
  }

  #connected(): Engine {
    if (this.#engine) return this.#engine;
    const engine = createEngine();
    engine.on('progress', (progress) => {
      if (this.#listening) this.#tell({ type: 'progress', progress });
    });
    engine.on('loading', ({ what }) => this.#tell({ type: 'loading', what }));
    engine.on('lost', (failure) => {
      this.#forget();
      this.#tell({ type: 'lost', failure });
    });
    this.#engine = engine;
    return engine;
  }
}
