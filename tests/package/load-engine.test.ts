/** Where the installed package takes its engine from, and what it says when it cannot. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { folder, load, project } from './installed';

const { loadEngine, RnnError } = await load();
const wasm = join(folder, 'rnn.wasm');
const bytes = new Uint8Array(readFileSync(wasm));

describe('the engine is loaded from', () => {
  it.each([
    ['the file beside the module', () => undefined],
    ['bytes', () => bytes],
    ['a buffer', () => bytes.buffer],
    ['a view into more', () => new Uint8Array([0, ...bytes, 0]).subarray(1, -1)],
    ['a Response', () => new Response(bytes)],
    ['a promise', () => Promise.resolve(new Response(bytes))],
    ['a URL', () => pathToFileURL(wasm)],
    ['an address', () => `data:application/wasm;base64,${Buffer.from(bytes).toString('base64')}`],
  ])('%s', async (_, source) => {
    const engine = await loadEngine(source());
    const config = { vocabulary: 3, embedding: 2, hidden: 2, classes: 2, maxBatch: 1 };
    expect(engine.createModel({ ...config, maxLength: 4 }).parameters).toBeGreaterThan(0);
    expect(engine.memoryBytes).toBeGreaterThan(0);
  });
});

describe('the engine is refused with fact and remedy', () => {
  const page = join(project, 'page.html');
  writeFileSync(page, '<!doctype html>');

  it.each([
    ['a page in its place', pathToFileURL(page), 'argument', /begin with "<!doctype html>"\. Give/],
    ['no file', pathToFileURL(`${wasm}x`), 'network', /rnn\.wasmx cannot be read.*ENOENT.*Put/],
    ['404', new Response('', { status: 404 }), 'network', /status 404\. Serve rnn\.wasm/],
    ['no server', 'http://127.0.0.1:1/', 'network', /127\.0\.0\.1:1\/ cannot be fetched.*Serve/],
    ['a path in Node', '/rnn.wasm', 'argument', /"\/rnn\.wasm"; it must be .*whole address/],
    ['a number', 3 as unknown as string, 'argument', /is 3; it must be bytes/],
    ['half of it', bytes.slice(0, 1000), 'unsupported', /cannot be compiled/],
  ])('%s', async (_, source, code, message) => {
    const error: unknown = await loadEngine(source).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(RnnError);
    expect(error).toMatchObject({ code, message: expect.stringMatching(message) });
  });
});
