/** The workload in Node: prints what bits.cpp prints. */
import { readFile } from 'node:fs/promises';
import { Engine } from '../../web/worker/rnn';
import { hashes } from './workload';

const bytes = await readFile(new URL('../../build/engine/rnn.wasm', import.meta.url));
console.log(JSON.stringify(hashes(await Engine.load(bytes))));
