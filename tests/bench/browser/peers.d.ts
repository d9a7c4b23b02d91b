/**
 * What the bench uses of its peers. Their own declarations are there only once the bench has
 * installed them, and the types are checked without.
 */
declare module '@tensorflow/tfjs-core' {
  export interface Tensor {
    readonly shape: number[];
  }
  export interface Optimizer {
    readonly iterations: number;
  }
  export function tensor(values: Float32Array, shape: number[]): Tensor;
  export function setBackend(name: string): Promise<boolean>;
  export function ready(): Promise<void>;
  export function env(): {
    getAsync(flag: string): Promise<unknown>;
    set(flag: string, value: boolean): void;
  };
  export const train: { adam(learningRate: number): Optimizer };
}

declare module '@tensorflow/tfjs-backend-wasm' {
  export function setWasmPaths(paths: Readonly<Record<string, string>>): void;
  export function setThreadsCount(count: number): void;
}

declare module '@tensorflow/tfjs-layers' {
  import type { Optimizer, Tensor } from '@tensorflow/tfjs-core';
  export interface Layer {
    readonly name: string;
  }
  export interface Sequential {
    add(layer: Layer): void;
    compile(options: { optimizer: Optimizer; loss: string }): void;
    trainOnBatch(x: Tensor, y: Tensor): Promise<number | number[]>;
  }
  interface RecurrentOptions {
    units: number;
    returnSequences: boolean;
    recurrentInitializer: string;
    recurrentActivation?: string;
  }
  interface DenseOptions {
    units: number;
    useBias?: boolean;
    activation?: string;
    inputShape?: number[];
  }
  export function sequential(): Sequential;
  export const layers: {
    inputLayer(options: { inputShape: number[] }): Layer;
    dense(options: DenseOptions): Layer;
    simpleRNN(options: RecurrentOptions): Layer;
    lstm(options: RecurrentOptions): Layer;
    gru(options: RecurrentOptions): Layer;
    bidirectional(options: { layer: Layer; mergeMode: 'concat' }): Layer;
  };
}

declare module 'onnxruntime-web/wasm' {
  export class Tensor {
    constructor(type: 'int64', data: BigInt64Array, shape: readonly number[]);
    constructor(type: 'float32', data: Float32Array, shape: readonly number[]);
    readonly data: Float32Array | BigInt64Array;
  }
  export interface InferenceSession {
    run(feeds: Readonly<Record<string, Tensor>>): Promise<Readonly<Record<string, Tensor>>>;
  }
  export const InferenceSession: {
    create(path: string, options: { executionProviders: string[] }): Promise<InferenceSession>;
  };
  export const env: { wasm: { numThreads: number } };
}
