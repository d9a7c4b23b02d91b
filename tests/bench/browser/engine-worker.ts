/** The engine in a module worker, fetched and started as the site's own worker does. */
import engineAddress from '$build/engine/rnn.wasm?url&no-inline';
import { Engine } from '../../../web/worker/rnn';
import { engineSlices, firstStep, limitSlices } from '../engine';
import type { FirstStep, Slice, TakeSlice, Task } from '../slices';

export type Question =
  | { readonly peer: 'ours' | 'limit'; readonly task: Task; readonly milliseconds: number }
  | 'first-step';

export type Answer = { readonly result: Slice | FirstStep } | { readonly error: string };

const bytes = async (address: string | URL): Promise<ArrayBuffer> =>
  (await fetch(address)).arrayBuffer();

const loadEngine = async (): Promise<Engine> => Engine.load(await bytes(engineAddress));

const load: Readonly<Record<'ours' | 'limit', () => Promise<TakeSlice>>> = {
  ours: async () => engineSlices(await loadEngine()),
  limit: async () => limitSlices(await bytes(new URL('/limit.wasm', location.origin))),
};
const loaded = new Map<string, Promise<TakeSlice>>();

async function answer(question: Question): Promise<Slice | FirstStep> {
  if (question === 'first-step') return firstStep(loadEngine);
  const { peer, task, milliseconds } = question;
  const slices = loaded.get(peer) ?? load[peer]();
  loaded.set(peer, slices);
  return (await slices)(task, milliseconds);
}

self.onmessage = async ({ data }: MessageEvent<Question>) => {
  const message: Answer = await answer(data).then(
    (result) => ({ result }),
    (error: unknown) => ({ error: String(error) }),
  );
  self.postMessage(message);
};
