/**
 * The worker's side of the protocol, apart from the worker: runs by id, the commands of a run
 * in the order they came, a training stopped as soon as something asks for it.
 */
import type {
  CallName,
  Calls,
  OpenedRun,
  Request,
  RunId,
  RunSettings,
  RunStatus,
} from '../shared/protocol';
import { RnnError } from '../shared/rnn-error';
import type { Host } from './host';
import type { Inquiries } from './inquiries';
import { checkRequest } from './request';
import { Run } from './run';
import { Supplies } from './supplies';
import { Reporter, Training } from './training';

type Result = Calls[CallName][1];

/** Commands before which the training of their runs ends. */
const endsTraining: ReadonlySet<CallName> = new Set([
  'open',
  'resume',
  'close',
  'train',
  'step',
  'pause',
]);

interface Open {
  readonly run: Run;
  readonly reporter: Reporter;
}

export class Service {
  readonly #host: Host;
  readonly #supplies: Supplies;
  readonly #open = new Map<RunId, Open>();
  /** Those under way; a run is in one of them at most. */
  readonly #trainings = new Set<Training>();
  /** What answers questions that take a while: fetched with the first of them. */
  #inquiries: Inquiries | undefined;
  /** The last command of each run; the next one of that run waits for it. */
  readonly #tails = new Map<RunId, Promise<unknown>>();

  constructor(host: Host) {
    this.#host = host;
    this.#supplies = new Supplies(host);
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
      this.#host.post({ id, result }, buffersOf(result));
    } catch (error) {
      if (error instanceof RnnError) this.#host.post({ id, failure: error.toFailure() }, []);
      else this.#host.die(error);
    }
  }

  async #answer(request: Request): Promise<Result> {
    const ids = runsOf(request);
    if (endsTraining.has(request.call)) this.#rest(ids);
    this.#inquiries?.giveWay(request.call, ids);
    const before = ids.map((id) => this.#tails.get(id));
    const turn = Promise.all(before).then(() => this.#begin(request, ids));
    // A failure is the answer to its own request; the next one is not concerned.
    const settled = turn.catch(() => undefined);
    for (const id of ids) this.#tails.set(id, settled);
    return (await turn).result;
  }

  /** The next command's turn comes when this resolves: for a training, once it has begun. */
  async #begin(
    request: Request,
    ids: readonly RunId[],
  ): Promise<{ readonly result: Promise<Result> }> {
    if (endsTraining.has(request.call)) await this.#rest(ids);
    const [first = ''] = ids;
    switch (request.call) {
      case 'open':
        return turnOf(await this.#openRun(request.params.run, request.params.settings));
      case 'resume':
        return turnOf(this.#resumeRun(request.params.run, request.params.settings));
      case 'close':
        return turnOf(this.#closeRun(request.params.run));
      case 'train': {
        const { examples } = request.params;
        return { result: this.#train(ids, () => examples) };
      }
      case 'step':
        return turnOf(await this.#train(ids, (run) => run.examples + 1));
      case 'pause':
        return turnOf(ids.map((id) => this.#opened(id).run.status));
      case 'read':
        return turnOf(this.#opened(request.params.run).run.read(request.params.text));
      case 'look': {
        const { run, text, tensors } = request.params;
        return turnOf(this.#opened(run).run.look(text, tensors));
      }
      case 'clamped': {
        const { run, text, tensors, clamps } = request.params;
        const { clampedLook } = await arrived(import('./clamped-look'));
        return turnOf(clampedLook(this.#opened(run).run, text, tensors, clamps));
      }
      case 'tensor':
        return turnOf(this.#opened(request.params.run).run.tensor(request.params.name));
      case 'gradient': {
        const { run, ...question } = request.params;
        const { gradientOf } = await arrived(import('./run-gradient'));
        return turnOf(gradientOf(this.#opened(run).run, question));
      }
      case 'survey':
        return {
          result: (await this.#inquiring()).survey(request.params, this.#opened(first).run),
        };
      case 'search':
        return {
          result: (await this.#inquiring()).search(request.params, this.#opened(first).run),
        };
      case 'confusion':
        return {
          result: (await this.#inquiring()).confusion(request.params, this.#opened(first).run),
        };
      case 'challenge': {
        const inquiries = await this.#inquiring();
        const { run } = this.#opened(first);
        const open = (): boolean => this.#open.get(first)?.run === run;
        return { result: inquiries.challenge(request.params, run, open) };
      }
      case 'cancel':
        // One that waited for its turn before this has begun since.
        this.#inquiries?.giveWay('cancel', ids);
        return turnOf(null);
    }
  }

  async #inquiring(): Promise<Inquiries> {
    if (this.#inquiries) return this.#inquiries;
    const { Inquiries } = await arrived(import('./inquiries'));
    return (this.#inquiries ??= new Inquiries(this.#host, this.#supplies));
  }

  /** These runs train no more; resolves when the trainings that end with them have ended. */
  async #rest(ids: readonly RunId[]): Promise<void> {
    const ending = [...this.#trainings].filter((training) => training.rest(ids));
    // A failure of theirs is the answer to the command that began them.
    await Promise.allSettled(ending.map(({ finished }) => finished));
  }

  #opened(id: RunId): Open {
    const open = this.#open.get(id);
    if (open === undefined) {
      throw new RnnError('state', `The run "${id}" is not open. Open it with its settings first.`);
    }
    return open;
  }

  async #openRun(id: RunId, settings: RunSettings): Promise<OpenedRun> {
    const [engine, dataset] = await Promise.all([
      this.#supplies.engine(),
      this.#supplies.dataset(settings.dataset),
    ]);
    return this.#enter(id, new Run(engine, dataset, settings));
  }

  #resumeRun(id: RunId, settings: RunSettings): OpenedRun {
    return this.#enter(id, this.#opened(id).run.resumed(settings));
  }

  #enter(id: RunId, run: Run): OpenedRun {
    this.#closeRun(id);
    this.#open.set(id, { run, reporter: new Reporter(id, run) });
    return run.opened;
  }

  #closeRun(id: RunId): null {
    this.#inquiries?.giveWay('close', [id]);
    this.#open.get(id)?.run.close();
    this.#open.delete(id);
    return null;
  }

  async #train(
    ids: readonly RunId[],
    targetOf: (run: Run) => number,
  ): Promise<readonly RunStatus[]> {
    const trainees = ids.map((id) => {
      const open = this.#opened(id);
      return { id, ...open, target: targetOf(open.run) };
    });
    const training = new Training(trainees, this.#host, (dataset) => this.#supplies.rest(dataset));
    this.#trainings.add(training);
    try {
      return await training.finished;
    } finally {
      this.#trainings.delete(training);
    }
  }
}

/** Of code that is fetched with the first question that needs it. */
const arrived = <Part>(part: Promise<Part>): Promise<Part> =>
  part.catch((cause: unknown) => {
    const message = 'What answers this did not arrive. Check the connection and try again.';
    throw new RnnError('network', message, { cause });
  });

const runsOf = ({ params }: Request): readonly RunId[] =>
  'runs' in params ? params.runs : [params.run];

const turnOf = <Answer>(result: Answer): { readonly result: Promise<Answer> } => ({
  result: Promise.resolve(result),
});

/** What is handed over to the page instead of being copied once more. */
function buffersOf(result: Result): Transferable[] {
  if (result === null) return [];
  if ('values' in result && result.values instanceof Float32Array) return [result.values.buffer];
  if ('tensors' in result) return result.tensors.map(({ values }) => values.buffer);
  return [];
}
