/** The service in a worker of a browser: messages, the clock, and the files of the site. */
import engineAddress from '$build/engine/rnn.wasm?url&no-inline';
import { RnnError } from '../shared/rnn-error';
import type { Host } from './host';
import { Service } from './service';

declare const self: DedicatedWorkerGlobalScope;

/** Addresses of all data that were built: a new dataset touches no code. */
const addresses: Readonly<Record<string, string>> = import.meta.glob(
  '$build/data/*/{first,rest,fresh}.txt',
  { query: '?url&no-inline', import: 'default', eager: true },
);
const infos: Readonly<Record<string, () => Promise<unknown>>> = import.meta.glob(
  '$build/data/*/info.json',
  { import: 'default' },
);

async function arrived<Value>(arriving: Promise<Value>, what: string): Promise<Value> {
  try {
    return await arriving;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new RnnError(
      'network',
      `${what} did not arrive (${reason}). Check the connection and try again.`,
      { cause },
    );
  }
}

async function fetchBytes(address: string): Promise<ArrayBuffer> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`status ${response.status}`);
  return response.arrayBuffer();
}

/** By the folder and name at the end of a path of the build. */
function built<Value>(
  files: Readonly<Record<string, Value>>,
  dataset: string,
  name: string,
): Value {
  const path = Object.keys(files).find((file) => file.endsWith(`/${dataset}/${name}`));
  if (path === undefined) throw new Error(`The site was built without ${dataset}/${name}.`);
  return files[path] as Value;
}

const dataOf = (dataset: string): string => `The data of ${dataset}`;

const channel = new MessageChannel();
/** Those who breathe: each is woken by a message of its own, in the order they came. */
const breathing: (() => void)[] = [];
channel.port2.onmessage = () => breathing.shift()?.();

const host: Host = {
  post: (message, transfer) => self.postMessage(message, transfer),
  now: () => performance.now(),
  // A message to oneself queues behind those that wait; a timer would idle for milliseconds.
  breathe: () =>
    new Promise((resolve) => {
      breathing.push(resolve);
      channel.port1.postMessage(null);
    }),
  engineBytes: () => arrived(fetchBytes(engineAddress), 'The engine'),
  datasets: Object.keys(infos).map((path) => path.split('/').at(-2) ?? ''),
  datasetInfo: (dataset) => arrived(built(infos, dataset, 'info.json')(), dataOf(dataset)),
  async datasetText(dataset, part) {
    const address = built(addresses, dataset, `${part}.txt`);
    return new TextDecoder().decode(await arrived(fetchBytes(address), dataOf(dataset)));
  },
  // An uncaught error is what the page hears of a worker that must be replaced.
  die: (error) =>
    queueMicrotask(() => {
      throw error;
    }),
};

const service = new Service(host);
self.onmessage = ({ data }: MessageEvent<unknown>) => void service.receive(data);
self.onunhandledrejection = ({ reason }) => host.die(reason);
