import { join } from 'node:path';
import { runnerImport, type Plugin } from 'vite';

const name = 'virtual:cell-formulas';

/** The cells' equations as MathML, set at build: no formula is set in the page. */
export function formulas(): Plugin {
  return {
    name: 'recurrence:cell-formulas',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    async load(id) {
      if (id !== `\0${name}`) return undefined;
      // Imported when it is asked for: the configuration itself needs none of web/content.
      const { module } = await runnerImport<typeof import('../content/cell-formulas')>(
        join(process.cwd(), 'web/content/cell-formulas.ts'),
      );
      return `export default ${JSON.stringify(module.cellFormulas())};`;
    },
  };
}
