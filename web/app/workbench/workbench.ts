import { getContext, setContext } from 'svelte';
import { createEngine, type Engine } from '../engine/client';
import type { ChallengeProgress, RunId, RunSettings } from '../../shared/protocol';
import type { RecordedRun } from '../../shared/recorded-run';
import { RnnError } from '../../shared/rnn-error';
import { RunGroup } from './run-group';
import { RunSession } from './run-session.svelte';

/** One worker for all runs of a page, made with the first thing that is asked of it. */
export class Workbench {
  readonly #recorded: Readonly<Record<string, RecordedRun>>;
  readonly #create: () => Engine;
  readonly #sessions = new Map<RunId, RunSession>();
  /** Who hears of a run's check; the figure that asked for it. */
  readonly #challengers = new Map<RunId, (progress: ChallengeProgress) => void>();
  readonly #beginnings = new Map<RunId, () => RunSettings>();
  #engine: Engine | undefined;
  #disposed = false;

  /** @param recorded runs of the build, by data set: what a run shows before it is made. */
  constructor(
    recorded: Readonly<Record<string, RecordedRun>> = {},
    create: () => Engine = createEngine,
  ) {
    this.#recorded = recorded;
    this.#create = create;
  }

  /** The page says what a run begins with, whichever of its instruments asks for it first. */
  begins(id: RunId, settings: () => RunSettings): void {
    this.#beginnings.set(id, settings);
  }

  /**
   * The run of that name: the same for all who ask. It begins as the page says, or else as who
   * asks first does; nothing is asked of the worker before the run is.
   */
  run(id: RunId, settings: RunSettings): RunSession {
    const known = this.#sessions.get(id);
    if (known) return known;
    const session = new RunSession(id, this.#beginnings.get(id)?.() ?? settings, {
      engine: () => this.#connected(),
      recordedRun: (dataset) => this.#recorded[dataset] ?? null,
      release: () => this.#release(session),
    });
    this.#sessions.set(id, session);
    return session;
  }

  /** Runs that train, pause, step and begin anew together. */
  together(runs: readonly RunSession[]): RunGroup {
    return new RunGroup(runs, () => this.#connected());
  }

  /** Hears how far the checks of a run's challenge are. Returns what ends it. */
  hearChallenge(run: RunId, hear: (progress: ChallengeProgress) => void): () => void {
    this.#challengers.set(run, hear);
    return () => this.#challengers.delete(run);
  }

  /** The survey, search or check of a run that is under way is wanted no more. */
  cancel(run: RunId): void {
    // Where it fails, so does the question that it would have ended; there it is told.
    this.#engine?.call('cancel', { run }).catch(() => undefined);
  }

  /** When the page is left: ends the worker, and everything in it. */
  dispose(): void {
    for (const session of this.#sessions.values()) session.leave();
    this.#sessions.clear();
    this.#disposed = true;
    this.#engine?.dispose();
  }

  #release(session: RunSession): void {
    if (this.#sessions.get(session.id) !== session) return;
    this.#sessions.delete(session.id);
    session.leave();
    // A run that was never opened is closed as well; a worker is not made for that.
    this.#engine?.call('close', { run: session.id }).catch(() => undefined);
  }

  #connected(): Engine {
    if (this.#disposed) throw new RnnError('state', 'This page was left. Open it again.');
    if (this.#engine) return this.#engine;
    const engine = this.#create();
    engine.on('progress', (progress) => this.#sessions.get(progress.run)?.hear(progress));
    engine.on('inquiry', ({ run, share }) => this.#sessions.get(run)?.questions.hear(share));
    engine.on('challenging', (progress) => this.#challengers.get(progress.run)?.(progress));
    engine.on('loading', ({ dataset, what }) => {
      for (const session of this.#sessions.values()) {
        if (session.state.settings.dataset === dataset) session.load(what);
      }
    });
    engine.on('lost', (failure) => {
      for (const session of this.#sessions.values()) session.lose(failure);
    });
    this.#engine = engine;
    return engine;
  }
}

const key = Symbol('workbench');

/** To call where a page begins: its instruments find the workbench by `useWorkbench`. */
export const provideWorkbench = (workbench: Workbench): Workbench => setContext(key, workbench);

/** To call where an instrument begins. */
export function useWorkbench(): Workbench {
  const workbench = getContext<Workbench | undefined>(key);
  if (workbench) return workbench;
  throw new Error('This page has no workbench: its component is to call provideWorkbench first.');
}
