/** The workload in a browser: the page that browsers.mjs serves calls it and waits. */
import { Engine } from '../../web/worker/rnn';
import { hashes } from './workload';

declare global {
  interface Window {
    runBits: () => Promise<Record<string, string>>;
  }
}

window.runBits = async () => {
  const response = await fetch('rnn.wasm');
  return hashes(await Engine.load(await response.arrayBuffer()));
};
