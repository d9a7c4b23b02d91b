/** Compiles limit.c with the Emscripten at hand. */
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findEmscripten } from '../../scripts/emscripten.mjs';
import { runTool } from '../../scripts/run-tool.mjs';

/** @param path of the WebAssembly to write */
export async function buildLimit(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const source = fileURLToPath(new URL('limit.c', import.meta.url));
  const { env } = findEmscripten();
  const { code, output } = await runTool(
    [
      'emcc',
      ...['-O3', '-msimd128', '-ffp-contract=off', '--no-entry', '-sSTANDALONE_WASM'],
      ...[source, '-o', path],
    ],
    { env },
  );
  if (code !== 0) throw new Error(`emcc could not compile limit.c:\n${output}`);
}
