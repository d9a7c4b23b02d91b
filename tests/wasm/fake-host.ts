/** A place for the service to run in: no thread, no network, and a clock that the test turns. */
import type {
  CallName,
  Calls,
  Events,
  EventName,
  FromWorker,
  Progress,
} from '../../web/shared/protocol';
import { RnnError } from '../../web/shared/rnn-error';
import type { Host } from '../../web/worker/host';
import { Service } from '../../web/worker/service';
import { engineBytes, smallSettings } from './real-engine';
import { smallData } from './small-data';

type File = 'engine' | 'first' | 'rest';

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
  /** Files arrive only once this has resolved. */
  network: Promise<void> = Promise.resolve();
  readonly #data = smallData();
  readonly #service = new Service(this);
  #time = 0;
  #lastId = 0;

  post(message: FromWorker): void {
    this.messages.push(structuredClone(message));
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

  datasetInfo(): unknown {
    return this.#data.info;
  }

  async datasetText(_: string, part: 'first' | 'rest'): Promise<string> {
    await this.#arrival(part);
    return this.#data[part];
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

  async #arrival(file: File): Promise<void> {
    this.fetched.push(file);
    await this.network;
    if (this.missing.has(file)) throw new RnnError('network', `${file} did not arrive. Try again.`);
  }
}

/** A host in which the small dataset is open. */
export async function opened(tick = 1): Promise<FakeHost> {
  const host = new FakeHost();
  host.tick = tick;
  await host.ask('open', smallSettings);
  return host;
}
