/** A worker without a thread: the service itself, in a host of the test. */
import type { WorkerLike } from '../../web/app/engine/client';
import { createEngine } from '../../web/app/engine/client';
import type { FromWorker, RunSettings } from '../../web/shared/protocol';
import type { RecordedRun } from '../../web/shared/recorded-run';
import type { RunSession } from '../../web/app/workbench/run-session.svelte';
import { Workbench } from '../../web/app/workbench/workbench';
import { FakeHost } from './fake-host';
import { smallSettings } from './real-engine';

export class ServedWorker extends EventTarget implements WorkerLike {
  readonly host = new FakeHost();
  /** What was asked, in order: call and run, or runs. */
  readonly asked: string[] = [];
  terminated = false;

  constructor() {
    super();
    // A slice is one batch.
    this.host.tick = 100;
    this.host.onMessage = (data: FromWorker) => {
      queueMicrotask(() => {
        if (!this.terminated) this.dispatchEvent(new MessageEvent('message', { data }));
      });
    };
  }

  postMessage(message: { call: string; params: { run?: string; runs?: readonly string[] } }): void {
    const { run, runs = [run] } = message.params;
    this.asked.push(`${message.call} ${runs.join(' ')}`);
    setImmediate(() => void this.host.hear(structuredClone(message)));
  }

  terminate(): void {
    this.terminated = true;
  }

  trap(): void {
    this.dispatchEvent(Object.assign(new Event('error'), { message: 'unreachable' }));
  }
}

export interface Bench {
  readonly bench: Workbench;
  readonly workers: readonly ServedWorker[];
  /** A run of the bench, on the small data. */
  run(id: string, settings?: Partial<RunSettings>): RunSession;
}

/** @param prepare is given each worker before it hears anything. */
export function workbench(
  recorded: Record<string, RecordedRun> = {},
  prepare: (worker: ServedWorker) => void = () => undefined,
): Bench {
  const workers: ServedWorker[] = [];
  const bench = new Workbench(recorded, () =>
    createEngine(() => {
      const worker = new ServedWorker();
      prepare(worker);
      workers.push(worker);
      return worker;
    }),
  );
  const run = (id: string, settings: Partial<RunSettings> = {}): RunSession =>
    bench.run(id, { ...smallSettings, ...settings });
  return { bench, workers, run };
}

/** Resolves when it holds; looked at whenever everything else has had its turn. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}
