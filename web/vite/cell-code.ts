import { join } from 'node:path';
import { runnerImport, type Plugin } from 'vite';
import { cellKinds } from '../shared/equations.ts';

const name = 'virtual:cell-code';

/** The engine's own lines, read at build: what a page shows is what the tests have run. */
export function cellCode(): Plugin {
  return {
    name: 'recurrence:cell-code',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    async load(id) {
      if (id !== `\0${name}`) return undefined;
      const { module } = await runnerImport<typeof import('../content/cell-code')>(
        join(process.cwd(), 'web/content/cell-code.ts'),
      );
      const code = Object.fromEntries(cellKinds.map((kind) => [kind, module.cellCode(kind)]));
      for (const { file } of Object.values(code)) this.addWatchFile(join(process.cwd(), file));
      return `export default ${JSON.stringify(code)};`;
    },
  };
}
