/**
 * The page's side of the protocol. One worker, made on the first call; when it dies (a
 * trap, no memory left), the calls under way fail, `lost` is told, and the next call finds
 * a fresh worker in which nothing is open.
 */
import type {
  CallName,
  Calls,
  EventName,
  Events,
  Failure,
  FromWorker,
  Request,
} from '../../shared/protocol';
import { RnnError } from '../../shared/rnn-error';

/** The part of `Worker` that the client needs. */
export type WorkerLike = Pick<
  Worker,
  'postMessage' | 'terminate' | 'addEventListener' | 'removeEventListener'
>;

interface Heard extends Events {
  /** The worker is dead, and the run in it with it; settings live in the page. */
  lost: Failure;
}

export interface Engine {
  /** Rejects with an RnnError, whose `code` says what can be done. */
  call<Name extends CallName>(name: Name, params: Calls[Name][0]): Promise<Calls[Name][1]>;
  /** Returns the function that ends the subscription. */
  on<Name extends EventName | 'lost'>(
    name: Name,
    handler: (payload: Heard[Name]) => void,
  ): () => void;
  /** Ends the worker; calls under way and later ones are rejected. */
  dispose(): void;
}

interface Pending {
  resolve(result: Calls[CallName][1]): void;
  reject(error: RnnError): void;
}

const spawnWorker = (): WorkerLike =>
  new Worker(new URL('../../worker/worker.ts', import.meta.url), { type: 'module' });

export function createEngine(spawn: () => WorkerLike = spawnWorker): Engine {
  const handlers: { [Name in keyof Heard]: Set<(payload: Heard[Name]) => void> } = {
    progress: new Set(),
    inquiry: new Set(),
    loading: new Set(),
    challenging: new Set(),
    lost: new Set(),
  };
  const pending = new Map<number, Pending>();
  let worker: WorkerLike | undefined;
  /** The worker's script has arrived: it has spoken. */
  let spoken = false;
  let lastId = 0;
  let disposed = false;

  function tell<Name extends keyof Heard>(name: Name, payload: Heard[Name]): void {
    for (const handler of [...handlers[name]]) handler(payload);
  }

  function hear({ data }: MessageEvent<FromWorker>): void {
    spoken = true;
    if ('event' in data) {
      if (data.event === 'progress') tell('progress', data.payload);
      else if (data.event === 'inquiry') tell('inquiry', data.payload);
      else if (data.event === 'challenging') tell('challenging', data.payload);
      else tell('loading', data.payload);
      return;
    }
    const call = pending.get(data.id);
    pending.delete(data.id);
    if ('failure' in data) call?.reject(new RnnError(data.failure.code, data.failure.message));
    else call?.resolve(data.result);
  }

  function end(error: RnnError): void {
    worker?.removeEventListener('message', hear as EventListener);
    worker?.removeEventListener('error', lose);
    worker?.removeEventListener('messageerror', lose);
    worker?.terminate();
    worker = undefined;
    const calls = [...pending.values()];
    pending.clear();
    for (const { reject } of calls) reject(error);
  }

  function lose(event: Event): void {
    const cause = (event as Partial<ErrorEvent>).message;
    // A script that does not arrive ends its worker too, with an event that says nothing more.
    if (!spoken && cause === undefined) {
      const message = 'The engine did not arrive. Check the connection and try again.';
      end(new RnnError('network', message));
      return;
    }
    const reason = cause ? ` (${cause})` : '';
    const error = new RnnError('internal', `The engine has stopped${reason}. Run again.`);
    end(error);
    tell('lost', error.toFailure());
  }

  function living(): WorkerLike {
    if (worker) return worker;
    spoken = false;
    try {
      worker = spawn();
    } catch (cause) {
      throw new RnnError('unsupported', `No worker can be started: ${String(cause)}.`, { cause });
    }
    worker.addEventListener('message', hear as EventListener);
    worker.addEventListener('error', lose);
    worker.addEventListener('messageerror', lose);
    return worker;
  }

  return {
    call<Name extends CallName>(name: Name, params: Calls[Name][0]): Promise<Calls[Name][1]> {
      return new Promise((resolve, reject: (error: RnnError) => void) => {
        if (disposed) throw new RnnError('state', 'This engine was disposed of. Make another.');
        const target = living();
        const id = (lastId += 1);
        pending.set(id, { resolve: resolve as Pending['resolve'], reject });
        target.postMessage({ id, call: name, params } as Request);
      });
    },

    on(name, handler) {
      handlers[name].add(handler);
      return () => handlers[name].delete(handler);
    },

    dispose() {
      disposed = true;
      end(new RnnError('state', 'The engine was disposed of while it worked.'));
    },
  };
}
