import type { Plugin } from 'vite';
import { cellFormulas } from '../content/cell-formulas';

const name = 'virtual:cell-formulas';

/** The cells' equations as MathML, set at build: no formula is set in the page. */
export function formulas(): Plugin {
  return {
    name: 'recurrence:cell-formulas',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load: (id) =>
      id === `\0${name}` ? `export default ${JSON.stringify(cellFormulas())};` : undefined,
  };
}
