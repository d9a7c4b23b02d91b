/** From the bytes of rnn.wasm to its functions; nothing here knows what they compute. */
import { RnnError } from '../shared/rnn-error';

/** The boundary that this course was written for: `rnn_abi_version`. */
const abiVersion = 2;

/** The functions of src/wasm/api.h. Addresses are signed, as WebAssembly hands them out. */
export interface Exports {
  readonly memory: WebAssembly.Memory;
  _initialize(): void;
  rnn_abi_version(): number;
  rnn_text(): number;
  rnn_text_size(): number;
  rnn_error(): number;
  rnn_create(): number;
  rnn_destroy(model: number): number;
  rnn_set_batch(model: number, batch: number, length: number): number;
  rnn_forward(model: number): number;
  rnn_evaluate(model: number): number;
  rnn_begin_evaluation(model: number): number;
  rnn_train_step(model: number): number;
  rnn_set_learning_rate(model: number, learningRate: number): number;
  rnn_report(model: number): number;
  rnn_configuration(model: number): number;
  rnn_parameter_count(model: number): number;
  rnn_tensor_names(model: number): number;
  rnn_tensor(model: number): number;
  rnn_tensor_descriptor(): number;
  rnn_bytes(size: number): number;
  rnn_save(model: number): number;
  rnn_load(): number;
  rnn_begin_sampling(model: number, seed: number): number;
  rnn_sample(model: number, token: number, temperature: number, topK: number): number;
}

/** All that a stand-alone module of Emscripten may ask of its host. */
const hostFunctions: WebAssembly.Imports = {
  env: {
    // Nothing to do: no view on engine memory survives a call, so none can die by growth.
    emscripten_notify_memory_growth: () => undefined,
  },
  wasi_snapshot_preview1: {
    proc_exit: (code: number) => {
      throw new WebAssembly.RuntimeError(`The engine stopped itself with code ${code}.`);
    },
  },
};

/** Compiles and starts the engine. @throws RnnError `unsupported` where that cannot be. */
export async function instantiate(bytes: BufferSource): Promise<Exports> {
  const module = await WebAssembly.compile(bytes).catch((cause: unknown) => {
    throw new RnnError(
      'unsupported',
      `The engine cannot be compiled here: ${String(cause)}. ` +
        'It needs a browser, or a Node, with WebAssembly SIMD and exceptions.',
      { cause },
    );
  });
  const unknown = WebAssembly.Module.imports(module)
    .filter(({ module: space, name }) => hostFunctions[space]?.[name] === undefined)
    .map(({ module: space, name }) => `${space}.${name}`);
  if (unknown.length > 0) {
    throw new RnnError(
      'unsupported',
      `The engine asks its host for ${unknown.join(', ')}, which it does not have: ` +
        'engine and program are of different builds. Build both again.',
    );
  }
  const instance = await WebAssembly.instantiate(module, hostFunctions);
  const exports = instance.exports as unknown as Exports;
  exports._initialize();
  const version = exports.rnn_abi_version();
  if (version !== abiVersion) {
    throw new RnnError(
      'unsupported',
      `The engine has boundary version ${version}, the program expects ${abiVersion}. ` +
        'Build both again.',
    );
  }
  return exports;
}
