/** Hands what is asked to the worker; one question at a time. */
import type { FirstStep, Slice } from '../slices';
import type { Answer, Question } from './engine-worker';
import './page-calls';

const worker = new Worker(new URL('./engine-worker.ts', import.meta.url), { type: 'module' });

const ask = (question: Question): Promise<Slice | FirstStep> =>
  new Promise((resolve, reject) => {
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      if ('error' in data) reject(new Error(data.error));
      else resolve(data.result);
    };
    worker.postMessage(question);
  });

window.bench = {
  async takeSlice(peer, task, milliseconds) {
    if (peer !== 'ours' && peer !== 'limit') throw new Error(`${peer} is on the other page.`);
    return (await ask({ peer, task, milliseconds })) as Slice;
  },
  firstStep: async () => (await ask('first-step')) as FirstStep,
};
