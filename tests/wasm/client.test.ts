import { describe, expect, it } from 'vitest';
import { createEngine, type WorkerLike } from '../../web/app/engine/client';
import { missingFeatures } from '../../web/app/engine/features';
import type { Failure, FromWorker, Request } from '../../web/shared/protocol';

/** A worker without a thread: the test hears its requests and speaks in its name. */
class SpokenWorker extends EventTarget implements WorkerLike {
  readonly requests: Request[] = [];
  terminated = false;

  postMessage(request: Request): void {
    this.requests.push(request);
  }

  terminate(): void {
    this.terminated = true;
  }

  say(data: FromWorker): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }

  trap(): void {
    this.dispatchEvent(Object.assign(new Event('error'), { message: 'unreachable' }));
  }

  /** As a browser does where the worker's script cannot be fetched. */
  missScript(): void {
    this.dispatchEvent(new Event('error'));
  }
}

function connected(): { engine: ReturnType<typeof createEngine>; workers: SpokenWorker[] } {
  const workers: SpokenWorker[] = [];
  const engine = createEngine(() => {
    const worker = new SpokenWorker();
    workers.push(worker);
    return worker;
  });
  return { engine, workers };
}

const runs = ['main'];
const status = { phase: 'paused', step: 3, examples: 96 } as const;

describe('the client of the engine', () => {
  it('starts no worker before the first call, and one for all calls', () => {
    const { engine, workers } = connected();
    expect(workers).toHaveLength(0);
    void engine.call('pause', { runs });
    void engine.call('step', { runs });
    expect(workers).toHaveLength(1);
    expect(workers[0]?.requests.map(({ call }) => call)).toEqual(['pause', 'step']);
  });

  it('gives every answer to its own call, in whatever order they come', async () => {
    const { engine, workers } = connected();
    const step = engine.call('step', { runs });
    const tensor = engine.call('tensor', { run: 'main', name: 'head.bias' });
    const [first, second] = workers[0]?.requests ?? [];
    const values = { name: 'head.bias', shape: [2], values: new Float32Array([1, 2]) };
    workers[0]?.say({ id: second?.id ?? -1, result: values });
    workers[0]?.say({ id: first?.id ?? -1, result: [status] });
    expect(await tensor).toEqual(values);
    expect(await step).toEqual([status]);
  });

  it('rejects with the failure that the worker names', async () => {
    const { engine, workers } = connected();
    const train = engine.call('train', { runs, examples: 9000 });
    const failure: Failure = { code: 'network', message: 'The data did not arrive. Try again.' };
    workers[0]?.say({ id: workers[0].requests[0]?.id ?? -1, failure });
    await expect(train).rejects.toMatchObject({ ...failure, name: 'RnnError' });
  });

  it('tells events to their handlers until these leave', () => {
    const { engine, workers } = connected();
    const heard: string[] = [];
    const leave = engine.on('loading', ({ what }) => heard.push(what));
    void engine.call('pause', { runs });
    workers[0]?.say({ event: 'loading', payload: { dataset: 'words', what: 'rest' } });
    leave();
    workers[0]?.say({ event: 'loading', payload: { dataset: 'words', what: 'none' } });
    expect(heard).toEqual(['rest']);
  });

  it('fails the calls of a dead worker, says so, and starts another on the next call', async () => {
    const { engine, workers } = connected();
    const lost: Failure[] = [];
    engine.on('lost', (failure) => lost.push(failure));
    const train = engine.call('train', { runs, examples: 9000 });
    workers[0]?.trap();
    await expect(train).rejects.toMatchObject({ code: 'internal' });
    expect(lost).toHaveLength(1);
    expect(lost[0]?.message).toContain('unreachable');
    expect(workers[0]?.terminated).toBe(true);

    const step = engine.call('step', { runs });
    expect(workers).toHaveLength(2);
    workers[1]?.say({ id: workers[1].requests[0]?.id ?? -1, result: [status] });
    expect(await step).toEqual([status]);
  });

  it('calls a worker whose script did not arrive a matter of the network, not a lost run', async () => {
    const { engine, workers } = connected();
    const lost: Failure[] = [];
    engine.on('lost', (failure) => lost.push(failure));
    const call = engine.call('pause', { runs });
    workers[0]?.missScript();
    await expect(call).rejects.toMatchObject({ code: 'network' });
    expect(lost).toEqual([]);

    void engine.call('step', { runs }).catch(() => undefined);
    expect(workers).toHaveLength(2);
    workers[1]?.say({ event: 'loading', payload: { dataset: 'words', what: 'first' } });
    workers[1]?.missScript();
    expect(lost).toHaveLength(1);
  });

  it('hears a dead worker no more', async () => {
    const { engine, workers } = connected();
    const heard: string[] = [];
    engine.on('loading', ({ what }) => heard.push(what));
    const call = engine.call('pause', { runs });
    workers[0]?.trap();
    await expect(call).rejects.toThrow();
    workers[0]?.say({ event: 'loading', payload: { dataset: 'words', what: 'rest' } });
    expect(heard).toEqual([]);
  });

  it('ends its worker and refuses calls once disposed of', async () => {
    const { engine, workers } = connected();
    const waiting = engine.call('step', { runs });
    engine.dispose();
    await expect(waiting).rejects.toMatchObject({ code: 'state' });
    await expect(engine.call('step', { runs })).rejects.toMatchObject({ code: 'state' });
    expect(workers[0]?.terminated).toBe(true);
  });

  it('says what is missing where no worker can be started', async () => {
    const engine = createEngine(() => {
      throw new Error('workers are forbidden here');
    });
    await expect(engine.call('pause', { runs })).rejects.toMatchObject({
      code: 'unsupported',
      message: expect.stringContaining('forbidden'),
    });
  });
});

describe('the features of this machine', () => {
  it('lacks only Worker in Node, which has SIMD and exceptions', () => {
    expect(missingFeatures()).toEqual(['Worker']);
  });

  it('misses what the engine of the browser refuses', () => {
    const { validate } = WebAssembly;
    const usesSimd = (module: Uint8Array): boolean => module.includes(0xfd);
    WebAssembly.validate = (module) => !usesSimd(module as Uint8Array) && validate(module);
    try {
      expect(missingFeatures()).toEqual(['Worker', 'WebAssembly SIMD']);
    } finally {
      WebAssembly.validate = validate;
    }
  });
});
