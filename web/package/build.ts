/** Writes dist/engine: the engine as an npm package, in one module that a person can read. */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { rolldown } from 'rolldown';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'dist/engine');

const copied = {
  'build/engine/rnn.wasm': 'rnn.wasm',
  LICENSE: 'LICENSE',
  'web/package/README.md': 'README.md',
  'web/package/types/index.d.ts': 'index.d.ts',
  'web/package/types/model.d.ts': 'model.d.ts',
};

async function bundle(): Promise<string> {
  const build = await rolldown({
    cwd: root,
    input: join(import.meta.dirname, 'index.ts'),
    external: /^node:/,
    platform: 'neutral',
    tsconfig: false,
    transform: { target: 'es2022' },
    onLog(level, log) {
      if (level === 'warn') throw new Error(log.message);
    },
  });
  try {
    const { output } = await build.generate({ format: 'es', codeSplitting: false, minify: false });
    if (output.length > 1) throw new Error(`The bundle has ${output.length} files instead of one.`);
    return output[0].code;
  } finally {
    await build.close();
  }
}

async function metadata(): Promise<string> {
  const read = async (path: string): Promise<Record<string, unknown>> =>
    JSON.parse(await readFile(join(root, path), 'utf8'));
  const { name, ...rest } = await read('web/package/package.json');
  const { version } = await read('package.json');
  return JSON.stringify({ name, version, ...rest });
}

async function write(name: string, text: string): Promise<void> {
  const filepath = join(root, name);
  const style = await resolveConfig(join(root, 'prettier.config.js'));
  await writeFile(join(folder, name), await format(text, { ...style, filepath }));
}

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
await write('index.js', await bundle());
await write('package.json', await metadata());
for (const [from, to] of Object.entries(copied)) await cp(join(root, from), join(folder, to));
