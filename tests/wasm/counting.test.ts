/** The count that the figures of a page share, kept up with the page's model. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Counting } from '../../web/app/instruments/confusion/counting.svelte';
import type { RunSession } from '../../web/app/workbench/run-session.svelte';
import { until, workbench } from './served-worker';

// The time that passes between two questions is the test's own.
beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] }));
afterEach(() => vi.useRealTimers());

const examples = (counting: Counting): number =>
  (counting.counted?.counts ?? []).flat().reduce((sum, count) => sum + count, 0);

interface Opened {
  readonly session: RunSession;
  readonly counting: Counting;
  readonly workers: readonly object[];
  /** Counts that were asked of the worker. */
  readonly asked: () => number;
}

function open(): Opened {
  const { run, workers } = workbench();
  const session = run('main');
  const counting = Counting.of(session);
  const asked = (): number =>
    workers.flatMap((worker) => worker.asked).filter((each) => each.startsWith('confusion')).length;
  return { session, counting, workers, asked };
}

describe('a count', () => {
  it('makes the model that it needs, and is of the whole validation part', async () => {
    const { session, counting } = open();
    counting.enter();
    counting.want();
    await until(() => counting.counted !== null);
    expect(examples(counting)).toBe(96);
    expect(counting.counted).toMatchObject({ step: 0, opened: session.state.opened });
    expect(counting.current).toBe(true);
  });

  it('is asked for once where nothing has changed, and again after a step', async () => {
    const { session, counting, asked } = open();
    counting.enter();
    counting.want();
    counting.want();
    await until(() => counting.counted !== null && !counting.busy);
    await vi.advanceTimersByTimeAsync(100);
    counting.want();
    await vi.advanceTimersByTimeAsync(100);
    expect(asked()).toBe(1);
    await session.step();
    expect(counting.current).toBe(false);
    counting.want();
    await vi.advanceTimersByTimeAsync(100);
    await until(() => counting.current);
    expect(counting.counted?.step).toBe(1);
    expect(asked()).toBe(2);
  });

  it('is one for all figures of a model', () => {
    const { session, counting } = open();
    expect(Counting.of(session)).toBe(counting);
  });

  it('is none of a model that is gone', async () => {
    const { session, counting } = open();
    counting.enter();
    counting.want();
    await until(() => counting.counted !== null);
    session.reset();
    expect(counting.counted).toBeNull();
    expect(counting.current).toBe(false);
  });

  it('is no longer asked for when the last figure has gone, until one is there again', async () => {
    const { counting, workers } = open();
    const [leave, leaveToo] = [counting.enter(), counting.enter()];
    leave();
    leaveToo();
    counting.want();
    await vi.advanceTimersByTimeAsync(100);
    expect(workers).toHaveLength(0);
    counting.enter();
    counting.want();
    await until(() => counting.counted !== null);
    expect(workers).toHaveLength(1);
  });
});
