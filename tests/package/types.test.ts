/** The package's types: strict programs compile against them, and they say what the module is. */
import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { folder, load, project } from './installed';
import { agreementErrors, declaredValues } from './type-check';

const root = join(import.meta.dirname, '../..');
const strict = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noImplicitOverride: true,
  noPropertyAccessFromIndexSignature: true,
  verbatimModuleSyntax: true,
  skipLibCheck: false,
  target: 'es2022',
  noEmit: true,
};
const inNode = { module: 'nodenext', lib: ['es2022'], types: ['node'] };
const inPage = { module: 'esnext', moduleResolution: 'bundler', lib: ['es2022', 'dom'], types: [] };
const bare = { ...inNode, types: [] };

/** What tsc says of a program in a folder of its own beside the installed package. */
async function compile(name: string, options: object, write: (file: string) => void) {
  const at = join(project, name);
  mkdirSync(at);
  write(join(at, 'program.ts'));
  const typeRoots = [join(root, 'node_modules/@types')];
  const compilerOptions = { ...strict, typeRoots, ...options };
  writeFileSync(join(at, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const run = promisify(execFile)(process.execPath, [tsc, '-p', at], { cwd: at });
  return run.then(
    () => '',
    ({ stdout }: { stdout: string }) => stdout,
  );
}

const consumer = (file: string) => copyFileSync(join(import.meta.dirname, 'consumer.ts'), file);
const line = (text: string) => (file: string) => writeFileSync(file, text);

// The program has mistakes that must be found, so an answer without any is no empty one.
describe('strict TypeScript', () => {
  it.each([
    ['in Node', inNode, consumer],
    ['in a page', inPage, consumer],
    ['with neither’s types', bare, line("export * from 'recurrence-engine';\n")],
  ])('takes a program %s', async (name, options, write) => {
    expect(await compile(name.replace(/\W/g, '-'), options, write)).toBe('');
  });
});

describe('the hand-written types', () => {
  const types = join(root, 'web/package/types');

  it('are those of the package', () => {
    for (const name of readdirSync(types)) {
      const packed = readFileSync(join(folder, name), 'utf8');
      expect(packed, name).toBe(readFileSync(join(types, name), 'utf8'));
    }
  });

  it('declare the exports of the packed module', async () => {
    expect(Object.keys(await load()).sort()).toEqual(declaredValues().sort());
  });

  it('agree with the sources', () => {
    expect(agreementErrors()).toEqual([]);
  });

  it.each([
    ['promise a function that is not there', 'index', /$/, 'export function extra(): void;'],
    ['leave an export out', 'index', 'export function loadEngine', 'declare function loadEngine'],
    ['promise another result', 'index', 'readonly accuracy: number', 'readonly accuracy: string'],
    ['leave a method out', 'model', 'forward(): void;', ''],
    ['take what the module does not', 'index', 'encode(text: string)', 'encode(text: number)'],
    ['leave a setting out', 'model', 'readonly carry?: boolean;', ''],
    ['name a setting that is none', 'model', 'readonly carry?:', 'readonly carries?: 1; carry?:'],
  ])('are refused when they %s', (_, file, part, other) => {
    const before = readFileSync(join(types, `${file}.d.ts`), 'utf8');
    const after = before.replace(part, other);
    expect(after).not.toBe(before);
    expect(agreementErrors({ [`${file}.d.ts`]: after })).not.toEqual([]);
  });
});

it('the package holds these files', () => {
  expect(readdirSync(folder).sort()).toEqual(
    'LICENSE README.md index.d.ts index.js model.d.ts package.json rnn.wasm'.split(' '),
  );
});
