/** The libraries that do in a browser what the engine does; each is started when first asked. */
import type { TakeSlice } from '../slices';
import { onnxSlices } from './onnxruntime';
import { tfjsSlices } from './tfjs';
import './page-calls';

const start: Readonly<Record<string, () => Promise<TakeSlice>>> = {
  'tfjs-wasm': tfjsSlices,
  'onnxruntime-web': onnxSlices,
};
const started = new Map<string, Promise<TakeSlice>>();

window.bench = {
  async takeSlice(peer, task, milliseconds) {
    const slices = started.get(peer) ?? start[peer]?.();
    if (slices === undefined) throw new Error(`${peer} is on the other page.`);
    started.set(peer, slices);
    return (await slices)(task, milliseconds);
  },
};
