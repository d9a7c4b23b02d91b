/** Where the engine's bytes come from: a file in Node, an address in a browser, or the caller. */
import { RnnError } from '../shared/rnn-error';
import { Model } from '../worker/model';
import { Engine } from '../worker/rnn';
import type * as declared from './types';
import { refuse } from './refuse';

type Bytes = Uint8Array<ArrayBuffer>;

class LoadedEngine implements declared.Engine {
  readonly #engine: Engine;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  get memoryBytes(): number {
    return this.#engine.memoryBytes;
  }

  createModel(source: declared.ModelConfig | Uint8Array): declared.Model {
    return new Model(this.#engine, source);
  }
}

/** Starts an engine of its own memory; without `source` from rnn.wasm beside this module. */
export async function loadEngine(
  source?: declared.EngineSource | PromiseLike<declared.EngineSource>,
): Promise<declared.Engine> {
  // Bundlers look for exactly this expression, and bring the file along.
  const from = (await source) ?? new URL('./rnn.wasm', import.meta.url);
  const { bytes, name } = await read(from);
  const magic = [0x00, 0x61, 0x73, 0x6d];
  if (!magic.every((byte, place) => bytes[place] === byte)) {
    const begin = new TextDecoder().decode(bytes.subarray(0, 20));
    throw new RnnError(
      'argument',
      `${name} is no WebAssembly: its ${bytes.length} bytes begin with ${JSON.stringify(begin)}. ` +
        'Give loadEngine the address or the bytes of rnn.wasm.',
    );
  }
  return new LoadedEngine(await Engine.load(bytes));
}

async function read(source: declared.EngineSource): Promise<{ bytes: Bytes; name: string }> {
  if (source instanceof ArrayBuffer) {
    return { bytes: new Uint8Array(source), name: 'What was given' };
  }
  if (ArrayBuffer.isView(source)) {
    const { buffer, byteOffset, byteLength } = source;
    const bytes = new Uint8Array(buffer, byteOffset, byteLength).slice();
    return { bytes, name: 'What was given' };
  }
  if (typeof source === 'object' && source !== null && 'arrayBuffer' in source) {
    return { bytes: await bodyOf(source), name: source.url || 'The response' };
  }
  const url = addressOf(source);
  const bytes = url.protocol === 'file:' ? await readFile(url) : await download(url);
  return { bytes, name: url.href };
}

/** Text is an address that may be relative: to the page in a browser, else to nothing. */
function addressOf(source: { readonly href: string } | string): URL {
  const text = typeof source === 'string' ? source : source?.href;
  const expected = 'bytes, a Response, or a whole address (URL)';
  if (typeof text !== 'string') return refuse('The source of the engine', source, expected);
  const page = (globalThis as { location?: { href: string } }).location?.href;
  try {
    return new URL(text, page);
  } catch {
    return refuse('The source of the engine', text, expected);
  }
}

async function readFile(url: URL): Promise<Bytes> {
  try {
    const files = await import(/* webpackIgnore: true */ 'node:fs/promises');
    return new Uint8Array(await files.readFile(url));
  } catch (cause) {
    throw new RnnError(
      'network',
      `${url.href} cannot be read: ${String(cause)}. ` +
        'Put rnn.wasm beside the module, or give loadEngine its bytes.',
      { cause },
    );
  }
}

async function download(url: URL): Promise<Bytes> {
  const response = await fetch(url).catch((cause: unknown) => {
    throw new RnnError(
      'network',
      `${url.href} cannot be fetched: ${String(cause)}. ` +
        'Serve rnn.wasm beside the module, or give loadEngine its address.',
      { cause },
    );
  });
  return bodyOf(response);
}

async function bodyOf(response: declared.ResponseLike): Promise<Bytes> {
  if (!response.ok) {
    throw new RnnError(
      'network',
      `${response.url || 'The request'} was answered with status ${response.status}. ` +
        'Serve rnn.wasm there, or give loadEngine its address.',
    );
  }
  return new Uint8Array(await response.arrayBuffer());
}
