import type { FromWorker } from '../shared/protocol';

/** What the service needs of the place it runs in: a worker of a browser, or a test. */
export interface Host {
  post(message: FromWorker, transfer: Transferable[]): void;
  /** Milliseconds. Decides when to yield and when to report, never what is computed. */
  now(): number;
  /** Comes back after the messages that wait have been heard; many may breathe at once. */
  breathe(): Promise<void>;
  /** Bytes of rnn.wasm. @throws RnnError `network` */
  engineBytes(): Promise<BufferSource>;
  /** Ids of the datasets that exist. */
  readonly datasets: readonly string[];
  /** What the build knows of a dataset: build/data/<id>/info.json. @throws RnnError `network` */
  datasetInfo(dataset: string): Promise<unknown>;
  /** Text of build/data/<id>/<part>.txt. @throws RnnError `network` */
  datasetText(dataset: string, part: 'first' | 'rest' | 'fresh'): Promise<string>;
  /** An error after which nothing here can be trusted; ends the worker. */
  die(error: unknown): void;
}
