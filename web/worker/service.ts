/**
 * The worker's side of the protocol, apart from the worker: runs by id, the commands of a run
 * in the order they came, a training stopped as soon as something asks for it.
 */
import type {
  CallName,
  Calls,
  ChallengeGoal,
  ChallengeResult,
  Match,
  OpenedRun,
  Request,
  RunId,
  RunSettings,
  RunStatus,
  Survey,
} from '../shared/protocol';
import { RnnError } from '../shared/rnn-error';
import { ChallengeQuestion } from './challenge';
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
const endsTraining: ReadonlySet<CallName> = new Set(['open', 'close', 'train', 'step', 'pause']);

/** Commands before which a survey or search of their runs gives way. */
const endsInquiry: ReadonlySet<CallName> = new Set([
  'open',
  'close',
  'survey',
  'search',
  'challenge',
  'cancel',
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
  /** The survey or search of each run that is under way. */
  readonly #inquiries = new Map<RunId, { stop(): void }>();
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
    if (endsInquiry.has(request.call)) this.#stopInquiries(ids);
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
      case 'tensor':
        return turnOf(this.#opened(request.params.run).run.tensor(request.params.name));
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
      case 'challenge': {
        const { run, goal } = request.params;
        return { result: this.#challenge(run, goal) };
      }
      case 'cancel':
        // What was asked just before has begun only now.
        this.#stopInquiries(ids);
        return turnOf(null);
    }
  }

  /** These runs train no more; resolves when the trainings that end with them have ended. */
  async #rest(ids: readonly RunId[]): Promise<void> {
    const ending = [...this.#trainings].filter((training) => training.rest(ids));
    // A failure of theirs is the answer to the command that began them.
    await Promise.allSettled(ending.map(({ finished }) => finished));
  }

  #stopInquiries(ids: readonly RunId[]): void {
    for (const id of ids) this.#inquiries.get(id)?.stop();
  }

  /** Answers of the run's model as it is now, while other commands are heard. */
  async #inquire<Answer>(
    id: RunId,
    ask: (model: Model) => Question<Answer>,
  ): Promise<Answer | null> {
    this.#stopInquiries([id]);
    const inquiry = Inquiry.begin(this.#opened(id).run.snapshot(), ask);
    this.#inquiries.set(id, inquiry);
    try {
      return await inquiry.answer(this.#host);
    } finally {
      if (this.#inquiries.get(id) === inquiry) this.#inquiries.delete(id);
    }
  }

  async #challenge(id: RunId, goal: ChallengeGoal): Promise<ChallengeResult | null> {
    const { run } = this.#opened(id);
    let wanted = true;
    this.#stopInquiries([id]);
    const waiting = { stop: () => (wanted = false) };
    this.#inquiries.set(id, waiting);
    const fresh = await this.#supplies.fresh(run.dataset).finally(() => {
      if (this.#inquiries.get(id) === waiting) this.#inquiries.delete(id);
    });
    // Another model may have taken its place while they were on their way.
    if (!wanted || this.#open.get(id)?.run !== run) return null;
    const { sequences } = goal;
    const tell = (measured: number): void =>
      this.#host.post({ event: 'challenging', payload: { run: id, measured, sequences } }, []);
    return this.#inquire(id, (model) => new ChallengeQuestion(model, run, goal, fresh, tell));
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
    const run = new Run(engine, dataset, settings);
    this.#closeRun(id);
    this.#open.set(id, { run, reporter: new Reporter(id, run) });
    return run.opened;
  }

  #closeRun(id: RunId): null {
    this.#stopInquiries([id]);
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
