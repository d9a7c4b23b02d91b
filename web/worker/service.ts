/**
 * The worker's side of the protocol, apart from the worker: runs by id, the commands of a run
 * in the order they came, a training stopped as soon as something asks for it.
 */
import type {
  CallName,
  Calls,
  Confusion,
  Match,
  OpenedRun,
  Request,
  RunId,
  RunSettings,
  RunStatus,
  Survey,
} from '../shared/protocol';
import { RnnError } from '../shared/rnn-error';
import { ConfusionQuestion } from './confusion';
import type { Host } from './host';
import type { Model } from './model';
import { Inquiry, type Question } from './question';
import { checkRequest } from './request';
import { Run } from './run';
import { SearchQuestion } from './search';
import { SurveyQuestion } from './survey';
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

/** A run has one of each under way at most: what a figure counts by itself ends no search. */
type InquiryKind = 'search' | 'confusion';

/** Commands before which inquiries of their runs give way. */
const endsInquiry: Partial<Record<CallName, readonly InquiryKind[]>> = {
  open: ['search', 'confusion'],
  resume: ['search', 'confusion'],
  close: ['search', 'confusion'],
  survey: ['search'],
  search: ['search'],
  cancel: ['search'],
  confusion: ['confusion'],
};

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
  /** Those under way, by kind and run. */
  readonly #inquiries = new Map<string, { stop(): void }>();
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
    this.#stopInquiries(ids, endsInquiry[request.call] ?? []);
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
        return turnOf(this.#opened(run).run.clamped(text, tensors, clamps));
      }
      case 'tensor':
        return turnOf(this.#opened(request.params.run).run.tensor(request.params.name));
      case 'gradient': {
        const { run, ...question } = request.params;
        return turnOf(this.#opened(run).run.gradient(question));
      }
      case 'survey': {
        const { run: id, tensor, feature } = request.params;
        const { run } = this.#opened(id);
        const ask = (model: Model): Question<Survey> =>
          new SurveyQuestion(model, run.dataset, tensor, feature, run.weightsStep);
        return { result: this.#inquire(id, ask) };
      }
      case 'search': {
        const { run: id, tensor, ...stretch } = request.params;
        const { run } = this.#opened(id);
        const ask = (model: Model): Question<readonly Match[]> =>
          new SearchQuestion(model, run.dataset, tensor, stretch);
        return { result: this.#inquire(id, ask) };
      }
      case 'cancel':
        // One that waited for its turn before this has begun since.
        return turnOf(this.#stopInquiries(ids, ['search']));
      case 'confusion': {
        const { run: id } = request.params;
        const { run } = this.#opened(id);
        const ask = (model: Model): Question<Confusion> =>
          new ConfusionQuestion(model, run.dataset, run.weightsStep);
        return { result: this.#inquire(id, ask, 'confusion') };
      }
    }
  }

  /** These runs train no more; resolves when the trainings that end with them have ended. */
  async #rest(ids: readonly RunId[]): Promise<void> {
    const ending = [...this.#trainings].filter((training) => training.rest(ids));
    // A failure of theirs is the answer to the command that began them.
    await Promise.allSettled(ending.map(({ finished }) => finished));
  }

  #stopInquiries(ids: readonly RunId[], kinds: readonly InquiryKind[]): null {
    for (const id of ids) for (const kind of kinds) this.#inquiries.get(`${kind} ${id}`)?.stop();
    return null;
  }

  /** Answers of the run's model as it is now, while other commands are heard. */
  async #inquire<Answer>(
    id: RunId,
    ask: (model: Model) => Question<Answer>,
    kind: InquiryKind = 'search',
  ): Promise<Answer | null> {
    const key = `${kind} ${id}`;
    this.#inquiries.get(key)?.stop();
    const inquiry = Inquiry.begin(this.#opened(id).run.snapshot(), ask);
    this.#inquiries.set(key, inquiry);
    try {
      const tell = (share: number): void => {
        if (kind === 'search')
          this.#host.post({ event: 'inquiry', payload: { run: id, share } }, []);
      };
      return await inquiry.answer(this.#host, tell);
    } finally {
      if (this.#inquiries.get(key) === inquiry) this.#inquiries.delete(key);
    }
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
