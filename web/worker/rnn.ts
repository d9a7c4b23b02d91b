/**
 * The engine of src/wasm/api.h as TypeScript sees it. The only file that knows addresses
 * and strides: every number crosses as a copy, because engine memory may grow with any
 * call, and a view on it dies then.
 */
import type { Failure, NamedTensor } from '../shared/protocol';
import { RnnError } from '../shared/rnn-error';
import { instantiate, type Exports } from './instantiate';

/** Functions that return a status, or a number ≥ 0. */
type Fallible =
  | 'rnn_create'
  | 'rnn_destroy'
  | 'rnn_forward'
  | 'rnn_evaluate'
  | 'rnn_begin_evaluation'
  | 'rnn_train_step'
  | 'rnn_set_batch'
  | 'rnn_set_learning_rate'
  | 'rnn_configuration'
  | 'rnn_parameter_count'
  | 'rnn_tensor'
  | 'rnn_save'
  | 'rnn_load'
  | 'rnn_begin_sampling'
  | 'rnn_sample';

const statusCodes: Readonly<Record<number, Failure['code']>> = {
  [-1]: 'argument',
  [-2]: 'state',
  [-3]: 'memory',
  [-4]: 'internal',
};

const reportSize = 10;
const maxRank = 4;
const shapeAt = 3;
const stridesAt = shapeAt + maxRank;
const descriptorSize = stridesAt + maxRank;

/** A tensor where it lies, good until the next call of the engine. */
interface Lent {
  readonly elements: Float32Array | Int32Array;
  readonly shape: readonly number[];
  /** Counted in elements. */
  readonly strides: readonly number[];
}

/** One instance of rnn.wasm with its own memory. */
export class Engine {
  readonly #exports: Exports;
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder();

  private constructor(exports: Exports) {
    this.#exports = exports;
  }

  /** Starts an engine from the bytes of rnn.wasm; fetches nothing itself. */
  static async load(bytes: BufferSource): Promise<Engine> {
    return new Engine(await instantiate(bytes));
  }

  /** Size of the engine's memory; grows with `create` alone. */
  get memoryBytes(): number {
    return this.#exports.memory.buffer.byteLength;
  }

  /** Makes a model from lines "key value"; returns its handle. */
  create(configuration: string): number {
    this.#lendText(configuration);
    return this.call('rnn_create');
  }

  /** @throws RnnError with the engine's own words when the status is negative. */
  call(name: Fallible, ...numbers: readonly number[]): number {
    const result = (this.#exports[name] as (...numbers: readonly number[]) => number)(...numbers);
    if (result < 0) throw new RnnError(statusCodes[result] ?? 'internal', this.#error());
    return result;
  }

  /** The report's numbers, in the order of `rnn_report_field`. */
  report(model: number): readonly number[] {
    const address = this.#exports.rnn_report(model) >>> 0;
    if (address === 0) throw new RnnError('state', this.#error());
    return [...new Float64Array(this.#exports.memory.buffer, address, reportSize)];
  }

  /** The configuration in force, as lines "key value". */
  configuration(model: number): string {
    this.call('rnn_configuration', model);
    return this.#text(this.#exports.rnn_text() >>> 0);
  }

  /** The model as bytes, from which `load` makes one whose run goes on to the bit. */
  save(model: number): Uint8Array {
    const size = this.call('rnn_save', model);
    const address = this.#exports.rnn_bytes(size) >>> 0;
    const bytes = new Uint8Array(this.#exports.memory.buffer, address, size).slice();
    this.#exports.rnn_bytes(0);
    return bytes;
  }

  /** Returns the handle of a new model. @throws RnnError for bytes that are no saved model. */
  load(bytes: Uint8Array): number {
    const address = this.#exports.rnn_bytes(bytes.length) >>> 0;
    if (address === 0 && bytes.length > 0) throw new RnnError('memory', this.#error());
    try {
      new Uint8Array(this.#exports.memory.buffer, address, bytes.length).set(bytes);
      return this.call('rnn_load');
    } finally {
      this.#exports.rnn_bytes(0);
    }
  }

  tensorNames(model: number): string[] {
    const address = this.#exports.rnn_tensor_names(model) >>> 0;
    if (address === 0) throw new RnnError('state', this.#error());
    return this.#text(address)
      .split('\n')
      .filter((name) => name !== '');
  }

  /** A row-major copy; integers become the same real numbers. */
  readTensor(model: number, name: string): NamedTensor {
    const { elements, shape, strides } = this.#lendTensor(model, name);
    const values = new Float32Array(shape.reduce((product, extent) => product * extent, 1));
    if (isContiguous(shape, strides)) values.set(elements);
    else
      eachElement(shape, strides, (index, offset) => {
        values[index] = elements[offset] ?? 0;
      });
    return { name, shape, values };
  }

  /** Fills a tensor from row-major values: exactly as many as it has elements. */
  writeTensor(model: number, name: string, values: ArrayLike<number>): void {
    const { elements, shape, strides } = this.#lendTensor(model, name);
    const count = shape.reduce((product, extent) => product * extent, 1);
    if (values.length !== count) {
      throw new RnnError(
        'argument',
        `${values.length} values for ${name}, which has ${shape.join(' × ')} = ${count}.`,
      );
    }
    if (isContiguous(shape, strides)) elements.set(values);
    else {
      eachElement(shape, strides, (index, offset) => {
        elements[offset] = values[index] ?? 0;
      });
    }
  }

  #lendTensor(model: number, name: string): Lent {
    this.#lendText(name);
    this.call('rnn_tensor', model);
    const { buffer } = this.#exports.memory;
    const descriptor = this.#exports.rnn_tensor_descriptor() >>> 0;
    const words = new Int32Array(buffer, descriptor, descriptorSize);
    const [address, kind, rank] = [words[0] ?? 0, words[1] ?? 0, words[2] ?? 0];
    const shape: number[] = [];
    const strides: number[] = [];
    for (let axis = 0; axis < rank; axis += 1) {
      shape.push(words[shapeAt + axis] ?? 0);
      strides.push(words[stridesAt + axis] ?? 0);
    }
    const last = shape.reduce((sum, extent, axis) => sum + (extent - 1) * (strides[axis] ?? 0), 0);
    const extent = shape.includes(0) ? 0 : last + 1;
    const elements =
      kind === 1
        ? new Int32Array(buffer, address >>> 0, extent)
        : new Float32Array(buffer, address >>> 0, extent);
    return { elements, shape, strides };
  }

  /** Writes a zero-terminated text into the buffer that the engine lends. */
  #lendText(text: string): void {
    const room = this.#exports.rnn_text_size() - 1;
    const address = this.#exports.rnn_text() >>> 0;
    const lent = new Uint8Array(this.#exports.memory.buffer, address, room + 1);
    const { read, written } = this.#encoder.encodeInto(text, lent.subarray(0, room));
    if (read < text.length) {
      const { length } = this.#encoder.encode(text);
      throw new RnnError(
        'argument',
        `The text has ${length} bytes, the engine takes at most ${room}. Shorten it.`,
      );
    }
    lent[written] = 0;
  }

  #error(): string {
    return this.#text(this.#exports.rnn_error() >>> 0);
  }

  #text(address: number): string {
    const bytes = new Uint8Array(this.#exports.memory.buffer);
    return this.#decoder.decode(bytes.slice(address, bytes.indexOf(0, address)));
  }
}

/** Do the elements lie in row-major order, without gaps? */
function isContiguous(shape: readonly number[], strides: readonly number[]): boolean {
  let step = 1;
  for (let axis = shape.length - 1; axis >= 0; axis -= 1) {
    if (strides[axis] !== step) return false;
    step *= shape[axis] ?? 0;
  }
  return true;
}

/** Visits a strided tensor in row-major order. */
function eachElement(
  shape: readonly number[],
  strides: readonly number[],
  visit: (index: number, offset: number) => void,
): void {
  let index = 0;
  const walk = (axis: number, offset: number): void => {
    const extent = shape[axis];
    if (extent === undefined) {
      visit(index, offset);
      index += 1;
      return;
    }
    const stride = strides[axis] ?? 0;
    for (let i = 0; i < extent; i += 1) walk(axis + 1, offset + i * stride);
  };
  walk(0, 0);
}
