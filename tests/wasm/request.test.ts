import { describe, expect, it } from 'vitest';
import type { Calls } from '../../web/shared/protocol';
import { FakeHost, opened } from './fake-host';
import { smallSettings } from './real-engine';

describe('a wrong request', () => {
  type Wrong = [string, string, unknown, RegExp];
  const wrongRequests: Wrong[] = [
    ['an unknown call', 'explode', null, /explode.*open/],
    ['settings that are none', 'open', 7, /settings is 7/],
    ['an unknown dataset', 'open', { ...smallSettings, dataset: '../x' }, /\.\.\/x.*endings/],
    ['an unknown cell', 'open', { ...smallSettings, cell: 'cnn' }, /cnn.*rnn, lstm, gru/],
    ['an unknown direction', 'open', { ...smallSettings, direction: 'up' }, /up.*both/],
    ['too many units', 'open', { ...smallSettings, hidden: 65 }, /65.*1 to 64/],
    ['half a unit', 'open', { ...smallSettings, hidden: 2.5 }, /2\.5.*whole/],
    [
      'no learning rate',
      'open',
      { ...smallSettings, learningRate: NaN },
      /learningRate is NaN.*0\.000001 to 1000000/,
    ],
    ['a learning rate of 0', 'open', { ...smallSettings, learningRate: 0 }, /learningRate is 0/],
    [
      'a seed beyond 32 bits',
      'open',
      { ...smallSettings, seed: 2 ** 32 },
      /4294967296.*4294967295/,
    ],
    ['a negative target', 'train', { examples: -1 }, /examples is -1/],
    ['no text', 'read', {}, /text is undefined/],
    ['an unknown tensor', 'tensor', { name: 'layer9.q' }, /layer9\.q/],
  ];
  it.each(wrongRequests)(
    'with %s is refused with both facts, and the run kept',
    async (_, call, params, fact) => {
      const host = await opened();
      await host.ask('step', null);
      await expect(host.ask(call as keyof Calls, params as never)).rejects.toMatchObject({
        code: 'argument',
        message: expect.stringMatching(fact),
      });
      expect(await host.ask('pause', null)).toMatchObject({ step: 1 });
      expect(host.deaths).toEqual([]);
    },
  );

  it.each(['train', 'step', 'pause', 'read', 'tensor'] as const)(
    'to %s before anything is open says what to do',
    async (call) => {
      const params = { train: { examples: 1 }, read: { text: 'a' }, tensor: { name: 'a' } };
      const given = call in params ? params[call as keyof typeof params] : null;
      await expect(new FakeHost().ask(call, given as never)).rejects.toMatchObject({
        code: 'state',
        message: expect.stringContaining('Open'),
      });
    },
  );

  it.each([undefined, null, 'open', {}, { id: 'one' }])(
    'that cannot even be answered (%j) ends the worker',
    async (message) => {
      const host = new FakeHost();
      await host.hear(message);
      expect(host.deaths).toHaveLength(1);
    },
  );
});

describe('an error that is no answer', () => {
  it('ends the worker instead of being answered', async () => {
    const host = await opened();
    const trap = new WebAssembly.RuntimeError('unreachable');
    host.onBreath = () => {
      throw trap;
    };
    const train = host.ask('train', { examples: 512 });
    await expect(train).rejects.toThrow('No answer');
    expect(host.deaths).toEqual([trap]);
  });
});
