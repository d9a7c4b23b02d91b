import { describe, expect, it } from 'vitest';
import type { Calls } from '../../web/shared/protocol';
import { FakeHost, opened } from './fake-host';
import { smallSettings } from './real-engine';

const opening = (part: object): object => ({
  run: 'main',
  settings: { ...smallSettings, ...part },
});

describe('a wrong request', () => {
  type Wrong = [string, string, unknown, RegExp];
  const wrongRequests: Wrong[] = [
    ['an unknown call', 'explode', null, /explode.*open/],
    ['settings that are none', 'open', { run: 'main', settings: 7 }, /settings is 7/],
    ['an unknown dataset', 'open', opening({ dataset: '../x' }), /\.\.\/x.*endings/],
    ['an unknown cell', 'open', opening({ cell: 'cnn' }), /cnn.*rnn, lstm, gru/],
    ['an unknown direction', 'open', opening({ direction: 'up' }), /up.*both/],
    ['too many units', 'open', opening({ hidden: 65 }), /65.*1 to 64/],
    ['half a unit', 'open', opening({ hidden: 2.5 }), /2\.5.*whole/],
    [
      'no learning rate',
      'open',
      opening({ learningRate: NaN }),
      /learningRate is NaN.*0\.000001 to 1000000/,
    ],
    ['a learning rate of 0', 'open', opening({ learningRate: 0 }), /learningRate is 0/],
    ['a seed beyond 32 bits', 'open', opening({ seed: 2 ** 32 }), /4294967296.*4294967295/],
    ['a negative target', 'train', { runs: ['main'], examples: -1 }, /examples is -1/],
    ['no text', 'read', { run: 'main' }, /text is undefined/],
    ['an unknown tensor', 'tensor', { run: 'main', name: 'layer9.q' }, /layer9\.q/],
  ];
  it.each(wrongRequests)(
    'with %s is refused with both facts, and the run kept',
    async (_, call, params, fact) => {
      const host = await opened();
      await host.step();
      await expect(host.ask(call as keyof Calls, params as never)).rejects.toMatchObject({
        code: 'argument',
        message: expect.stringMatching(fact),
      });
      expect(await host.pause()).toMatchObject({ step: 1 });
      expect(host.deaths).toEqual([]);
    },
  );

  const runs = ['main'];
  const run = 'main';
  it.each<[keyof Calls, object]>([
    ['train', { runs, examples: 1 }],
    ['step', { runs }],
    ['pause', { runs }],
    ['read', { run, text: 'a' }],
    ['look', { run, text: 'a', tensors: [] }],
    ['tensor', { run, name: 'a' }],
  ])('to %s before the run is open says what to do', async (call, params) => {
    const host = new FakeHost();
    await host.open({}, 'another');
    await expect(host.ask(call, params as never)).rejects.toMatchObject({
      code: 'state',
      message: expect.stringMatching(/"main".*Open/),
    });
  });

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
    const train = host.train(512);
    await expect(train).rejects.toThrow('No answer');
    expect(host.deaths).toEqual([trap]);
  });
});
