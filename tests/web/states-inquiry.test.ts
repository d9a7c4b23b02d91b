import { describe, expect, it } from 'vitest';
import { Inquiry } from '../../web/app/instruments/states/inquiry.svelte';
import { secondsLeft } from '../../web/app/instruments/states/time-left';
import { RnnError } from '../../web/shared/rnn-error';

/** A place for questions whose answers the test gives, and that counts what is cancelled. */
function asked() {
  const open: { resolve(answer: string | null): void; reject(error: Error): void }[] = [];
  let cancelled = 0;
  const inquiry = new Inquiry<string, string>({
    put: () =>
      new Promise((resolve, reject: (error: Error) => void) => {
        open.push({ resolve, reject });
      }),
    cancel: () => (cancelled += 1),
  });
  return { inquiry, open, cancelled: () => cancelled };
}

describe('a question that takes a while', () => {
  it('is answered, and has nothing to cancel then', async () => {
    const { inquiry, open, cancelled } = asked();
    const done = inquiry.ask('why');
    expect(inquiry.state).toEqual({ kind: 'asking', question: 'why' });
    open[0]!.resolve('so');
    expect(await done).toBe(true);
    expect(inquiry.state).toEqual({ kind: 'answered', question: 'why', answer: 'so' });
    inquiry.cancel();
    inquiry.clear();
    expect(inquiry.state).toEqual({ kind: 'none' });
    expect(cancelled()).toBe(0);
  });

  it('is cancelled where it is worked on too, once', async () => {
    const { inquiry, open, cancelled } = asked();
    const done = inquiry.ask('why');
    inquiry.cancel();
    inquiry.cancel();
    expect(cancelled()).toBe(1);
    expect(inquiry.state).toEqual({ kind: 'cancelled' });
    open[0]!.resolve(null);
    expect(await done).toBe(false);
    expect(inquiry.state).toEqual({ kind: 'cancelled' });
  });

  it('is cancelled when what it was about has changed', () => {
    const { inquiry, cancelled } = asked();
    void inquiry.ask('why');
    inquiry.clear();
    expect([inquiry.state.kind, cancelled()]).toEqual(['none', 1]);
  });

  it('says that another came first, or what was refused', async () => {
    const { inquiry, open } = asked();
    const overtaken = inquiry.ask('why');
    open[0]!.resolve(null);
    expect(await overtaken).toBe(false);
    expect(inquiry.state.kind).toBe('overtaken');
    const refused = inquiry.ask('how');
    open[1]!.reject(new RnnError('argument', 'Not so.'));
    expect(await refused).toBe(false);
    expect(inquiry.state).toMatchObject({ kind: 'refused', message: 'Not so.' });
  });
});

describe('the time left', () => {
  it('follows from the share and the time it took', () => {
    expect(secondsLeft(0.25, 1000)).toBe(3);
    expect(secondsLeft(1, 1000)).toBe(0);
  });

  it('is not foretold by next to nothing', () => {
    expect(secondsLeft(0, 1000)).toBeNull();
    expect(secondsLeft(0.04, 1000)).toBeNull();
  });
});
