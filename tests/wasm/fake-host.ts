/** A place for the service to run in: no thread, no network, and a clock that the test turns. */
import type {
  CallName,
  Calls,
  Events,
  EventName,
  FromWorker,
  OpenedRun,
  Progress,
  RunId,
  RunSettings,
  RunStatus,
} from '../../web/shared/protocol';
import { RnnError } from '../../web/shared/rnn-error';
import type { Host } from '../../web/worker/host';
import { Service } from '../../web/worker/service';
import { engineBytes, smallSettings } from './real-engine';
import { smallData } from './small-data';

type File = 'engine' | 'first' | 'rest' | 'fresh';

export class FakeHost implements Host {
  readonly datasets = ['endings'];
  readonly messages: FromWorker[] = [];
  readonly deaths: unknown[] = [];
  /** Files that do not arrive. */
  readonly missing = new Set<File>();
  /** Files that were asked for, in order. */
  readonly fetched: File[] = [];
  /** Milliseconds that pass at each look at the clock: large means slices of one batch. */
  tick = 1;
  /** Called whenever the service listens between two slices. */
  onBreath: () => void = () => undefined;
  /** Called with each message to the page. */
  onMessage: (message: FromWorker) => void = () => undefined;
  /** Called at each report. */
  onReport: (report: Progress) => void = () => undefined;
  /** Files arrive only once this has resolved. */
  network: Promise<void> = Promise.resolve();
  /** What is served; a test may spoil it. */
  readonly data = { ...smallData() };
  readonly #service = new Service(this);
  #time = 0;
  #lastId = 0;

  post(message: FromWorker): void {
    this.messages.push(structuredClone(message));
    this.onMessage(structuredClone(message));
    if ('event' in message && message.event === 'progress') this.onReport(message.payload);
  }

  now(): number {
    this.#time += this.tick;
    return this.#time;
  }

  async breathe(): Promise<void> {
    this.onBreath();
    await new Promise((resolve) => setImmediate(resolve));
  }

  async engineBytes(): Promise<BufferSource> {
    await this.#arrival('engine');
    return engineBytes();
  }

  datasetInfo(): Promise<unknown> {
    return Promise.resolve(this.data.info);
  }

  async datasetText(_: string, part: 'first' | 'rest' | 'fresh'): Promise<string> {
    await this.#arrival(part);
    return this.data[part];
  }

  die(error: unknown): void {
    this.deaths.push(error);
  }

  /** What the page's client does, by hand. */
  async ask<Name extends CallName>(call: Name, params: Calls[Name][0]): Promise<Calls[Name][1]> {
    const id = (this.#lastId += 1);
    await this.hear({ id, call, params });
    const reply = this.messages.find((message) => 'id' in message && message.id === id);
    if (reply === undefined || 'event' in reply) throw new Error(`No answer to ${call}.`);
    if ('failure' in reply) throw new RnnError(reply.failure.code, reply.failure.message);
    return reply.result as Calls[Name][1];
  }

  open(settings: Partial<RunSettings> = {}, run: RunId = 'main'): Promise<OpenedRun> {
    return this.ask('open', { run, settings: { ...smallSettings, ...settings } });
  }

  async train(examples: number, run: RunId = 'main'): Promise<RunStatus> {
    return only(await this.ask('train', { runs: [run], examples }));
  }

  async step(run: RunId = 'main'): Promise<RunStatus> {
    return only(await this.ask('step', { runs: [run] }));
  }

  async pause(run: RunId = 'main'): Promise<RunStatus> {
    return only(await this.ask('pause', { runs: [run] }));
  }

  hear(message: unknown): Promise<void> {
    return this.#service.receive(message);
  }

  /** Payloads of one event, in order. */
  events<Name extends EventName>(name: Name): Events[Name][] {
    return this.messages.flatMap((message) =>
      'event' in message && message.event === name ? [message.payload as Events[Name]] : [],
    );
  }

  get progress(): Progress[] {
    return this.events('progress');
  }

  /** The points of one run that were reported, in order. */
  curve(run: RunId = 'main'): object {
    const reports = this.progress.filter((report) => report.run === run);
    return {
      losses: reports.flatMap(({ losses }) => losses),
      validations: reports.flatMap(({ validations }) => validations),
    };
  }

  async #arrival(file: File): Promise<void> {
    this.fetched.push(file);
    await this.network;
    if (this.missing.has(file)) throw new RnnError('network', `${file} did not arrive. Try again.`);
  }
}

function only(statuses: readonly RunStatus[]): RunStatus {
  const [status, ...others] = statuses;
  if (status === undefined || others.length > 0) throw new Error('Not the status of one run.');
  return status;
}

/** A host in which the small dataset is open, in the run "main". */
export async function opened(tick = 1): Promise<FakeHost> {
  const host = new FakeHost();
  host.tick = tick;
  await host.open();
  return host;
}
