/**
 * clang-tidy over the engine, as preset dev compiles it; a file is looked at again only when it,
 * a header or a rule has changed.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, relative } from 'node:path';
import { runTool } from './run-tool.mjs';
import { filesUnder, fingerprint, stampSays, writeStamp } from './stamp.mjs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);

/** @type {{ file: string, directory: string, command: string }[]} */
const database = JSON.parse(readFileSync('build/cmake/dev/compile_commands.json', 'utf8'));
// The sources are compiled for float and for double: one look at each file is enough.
// And GCC's precompiled headers mean nothing to clang.
const once = new Map(
  database.map((entry) => [
    relative(root, entry.file),
    { ...entry, command: entry.command.replace(/-Winvalid-pch -include \S+/, '') },
  ]),
);
const folder = 'build/tidy';
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}/compile_commands.json`, JSON.stringify([...once.values()]));

const shared = filesUnder(['src', 'tests/engine', '.clang-tidy']).filter(
  (file) => !file.endsWith('.cpp'),
);
const waiting = [...once.keys()]
  .filter((file) => /^src\//.test(file))
  .map((file) => {
    const command = once.get(file)?.command ?? '';
    return {
      file,
      stamp: `${folder}/${file}.ok`,
      value: fingerprint([file, ...shared], [command]),
    };
  })
  .filter(({ stamp, value }) => !stampSays(stamp, value));

let failed = 0;
async function work() {
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { file, stamp, value } = next;
    const { code, output } = await runTool(['clang-tidy', '--quiet', '-p', folder, file]);
    if (code === 0) {
      writeStamp(stamp, value);
    } else {
      failed++;
      process.stdout.write(`${basename(file)}:\n${output}\n`);
    }
  }
}
await Promise.all(Array.from({ length: availableParallelism() }, work));
if (failed > 0) process.exit(1);
