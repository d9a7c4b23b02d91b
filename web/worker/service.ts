/**
 * The worker's side of the protocol, apart from the worker: one run at a time, commands in
 * the order they came, a training stopped as soon as something asks for it.
 */
import type {
  CallName,
  Calls,
  OpenedRun,
  Request,
  RunSettings,
  RunStatus,
} from '../shared/protocol';
import { RnnError } from '../shared/rnn-error';
import { Dataset } from './dataset';
import type { Host } from './host';
import { checkRequest } from './request';
import { Engine } from './rnn';
import { Run } from './run';
import { Reporter, Training } from './training';

/** Commands that end a training under way before they begin. */
const endsTraining: ReadonlySet<CallName> = new Set(['open', 'train', 'step', 'pause']);

interface Open {
  readonly run: Run;
  readonly reporter: Reporter;
}

export class Service {
  readonly #host: Host;
  #engine: Promise<Engine> | undefined;
  readonly #datasets = new Map<string, Dataset>();
  /** The rests of datasets that are on their way. */
  readonly #rests = new Map<string, Promise<void>>();
  #open: Open | undefined;
  #training: Training | undefined;
  /** The last command; the next one waits for it. */
  #tail: Promise<unknown> = Promise.resolve();

  constructor(host: Host) {
    this.#host = host;
  }

  /** Hears one message. Answers it, or lets the worker die of an error that is no answer. */
  async receive(message: unknown): Promise<void> {
    const { id } = (message ?? {}) as { readonly id?: unknown };
    if (typeof id !== 'number') {
      this.#host.die(new RnnError('internal', 'A message without an id cannot be answered.'));
      return;
    }
    try {
      const request = checkRequest({ ...(message as object), id }, this.#host.datasets);
      const result = await this.#answer(request);
      const transfer = 'values' in result ? [result.values.buffer] : [];
      this.#host.post({ id, result }, transfer);
    } catch (error) {
      if (error instanceof RnnError) this.#host.post({ id, failure: error.toFailure() }, []);
      else this.#host.die(error);
    }
  }

  async #answer(request: Request): Promise<Calls[CallName][1]> {
    if (endsTraining.has(request.call)) this.#training?.stop();
    const turn = this.#tail.then(() => this.#begin(request));
    // A failure is the answer to its own request; the next one is not concerned.
    this.#tail = turn.catch(() => undefined);
    return (await turn).result;
  }

  /** The next command's turn comes when this resolves: for a training, once it has begun. */
  async #begin(request: Request): Promise<{ readonly result: Promise<Calls[CallName][1]> }> {
    if (endsTraining.has(request.call)) {
      this.#training?.stop();
      // Its failure is the answer to the command that began it.
      await this.#training?.finished.catch(() => undefined);
    }
    switch (request.call) {
      case 'open':
        return turnOf(await this.#openRun(request.params));
      case 'train':
        return { result: this.#train(request.params.examples) };
      case 'step':
        return turnOf(await this.#train(this.#opened.run.examples + 1));
      case 'pause':
        return turnOf(this.#opened.run.status);
      case 'read':
        return turnOf(this.#opened.run.read(request.params.text));
      case 'tensor':
        return turnOf(this.#opened.run.tensor(request.params.name));
    }
  }

  get #opened(): Open {
    if (this.#open === undefined) {
      throw new RnnError('state', 'No run is open. Open one with its settings first.');
    }
    return this.#open;
  }

  async #openRun(settings: RunSettings): Promise<OpenedRun> {
    const [engine, dataset] = await Promise.all([
      this.#loadEngine(),
      this.#loadDataset(settings.dataset),
    ]);
    const run = new Run(engine, dataset, settings);
    this.#open?.run.close();
    this.#open = { run, reporter: new Reporter(run) };
    return run.opened;
  }

  async #train(target: number): Promise<RunStatus> {
    const { run, reporter } = this.#opened;
    const loadRest = (): Promise<void> => this.#loadRest(run.dataset);
    const training = new Training(run, target, this.#host, reporter, loadRest);
    this.#training = training;
    try {
      await training.finished;
    } finally {
      if (this.#training === training) this.#training = undefined;
      this.#host.post({ event: 'progress', payload: reporter.take(run.status) }, []);
    }
    return run.status;
  }

  #loadEngine(): Promise<Engine> {
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

  async #loadDataset(id: string): Promise<Dataset> {
    const held = this.#datasets.get(id);
    if (held !== undefined) return held;
    const text = await this.#loading('first', this.#host.datasetText(id, 'first'));
    const dataset = Dataset.fromFirst(this.#host.datasetInfo(id), text);
    this.#datasets.set(id, dataset);
    return dataset;
  }

  /** Asked for twice at once, the words are fetched once; after a failure, anew. */
  #loadRest(dataset: Dataset): Promise<void> {
    const { id } = dataset.info;
    const under = this.#rests.get(id);
    if (under !== undefined) return under;
    const text = this.#loading('rest', this.#host.datasetText(id, 'rest'));
    const arrived = text.then((words) => dataset.addRest(words));
    const kept = arrived.finally(() => this.#rests.delete(id));
    this.#rests.set(id, kept);
    return kept;
  }

  async #loading<Value>(what: 'first' | 'rest', arriving: Promise<Value>): Promise<Value> {
    this.#host.post({ event: 'loading', payload: { what } }, []);
    try {
      return await arriving;
    } finally {
      this.#host.post({ event: 'loading', payload: { what: 'none' } }, []);
    }
  }
}

const turnOf = <Result>(result: Result): { readonly result: Promise<Result> } => ({
  result: Promise.resolve(result),
});
