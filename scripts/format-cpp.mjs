/** clang-format over our C++: names the files that differ from it, or with --write rewrites them. */
import { runTool } from './run-tool.mjs';
import { filesUnder } from './stamp.mjs';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const files = filesUnder(['src', 'tests']).filter((file) => /\.(cpp|hpp|h)$/.test(file));
const mode = process.argv.includes('--write') ? ['-i'] : ['--dry-run', '-Werror'];
const { code, output } = await runTool(['clang-format', ...mode, ...files]);
if (code !== 0) {
  const differing = files.filter((file) => output.includes(`${file}:`));
  process.stdout.write(
    differing.length > 0
      ? `Not formatted; npm run format puts it right:\n${differing.join('\n')}\n`
      : output,
  );
  process.exit(1);
}
