/** What the bench calls in a page. */
import type { FirstStep, TakeSlice } from '../slices';

export type PagePeer = 'ours' | 'limit' | 'tfjs-wasm' | 'onnxruntime-web';

export interface PageCalls {
  takeSlice(peer: PagePeer, ...args: Parameters<TakeSlice>): ReturnType<TakeSlice>;
  /** Only the engine's page, and only before its first slice. */
  firstStep?(): Promise<FirstStep>;
}

declare global {
  interface Window {
    /** Set once the page's script has run. */
    bench?: PageCalls;
  }
}
