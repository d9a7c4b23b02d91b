/** What runs are made of, each fetched once and shared: the engine, and the words of data sets. */
import type { Events } from '../shared/protocol';
import { Dataset } from './dataset';
import { checkHasFresh, readFresh } from './fresh';
import type { Host } from './host';
import { Engine } from './rnn';
import type { Example } from './word-file';

export class Supplies {
  readonly #host: Host;
  #engine: Promise<Engine> | undefined;
  readonly #datasets = new Map<string, Promise<Dataset>>();
  /** The rests of data sets that are on their way. */
  readonly #rests = new Map<string, Promise<void>>();
  readonly #fresh = new Map<string, Promise<readonly Example[]>>();

  constructor(host: Host) {
    this.#host = host;
  }

  /** Asked for twice at once, it is fetched once; after a failure, anew. So is all here. */
  engine(): Promise<Engine> {
    this.#engine ??= this.#startEngine();
    return this.#engine;
  }

  async #startEngine(): Promise<Engine> {
    try {
      return await Engine.load(await this.#host.engineBytes());
    } catch (error) {
      this.#engine = undefined;
      throw error;
    }
  }

  /** A data set with its first slice, at least. */
  dataset(id: string): Promise<Dataset> {
    const held = this.#datasets.get(id);
    if (held !== undefined) return held;
    const arriving = this.#loadFirst(id);
    this.#datasets.set(id, arriving);
    arriving.catch(() => this.#datasets.delete(id));
    return arriving;
  }

  async #loadFirst(id: string): Promise<Dataset> {
    const both = Promise.all([this.#host.datasetInfo(id), this.#host.datasetText(id, 'first')]);
    const [info, text] = await this.#loading(id, 'first', both);
    return Dataset.fromFirst(info, text);
  }

  /** Brings the rest of the training words into a data set. */
  rest(dataset: Dataset): Promise<void> {
    const { id } = dataset.info;
    const under = this.#rests.get(id);
    if (under !== undefined) return under;
    const text = this.#loading(id, 'rest', this.#host.datasetText(id, 'rest'));
    const arrived = text.then((words) => dataset.addRest(words));
    const kept = arrived.finally(() => this.#rests.delete(id));
    this.#rests.set(id, kept);
    return kept;
  }

  /** What challenges are checked on; no run is given it. */
  async fresh(dataset: Dataset): Promise<readonly Example[]> {
    checkHasFresh(dataset);
    const { id } = dataset.info;
    const held = this.#fresh.get(id);
    if (held !== undefined) return held;
    const arriving = this.#host.datasetText(id, 'fresh').then((text) => readFresh(dataset, text));
    this.#fresh.set(id, arriving);
    arriving.catch(() => this.#fresh.delete(id));
    return arriving;
  }

  async #loading<Value>(
    dataset: string,
    what: 'first' | 'rest',
    arriving: Promise<Value>,
  ): Promise<Value> {
    const tell = (payload: Events['loading']): void =>
      this.#host.post({ event: 'loading', payload }, []);
    tell({ dataset, what });
    try {
      return await arriving;
    } finally {
      tell({ dataset, what: 'none' });
    }
  }
}
