import type { Element, ElementContent } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { texOf } from '../shared/equation-tex';
import { cellKinds, equations, type CellKind } from '../shared/equations';
import { isSymbolLetter } from '../shared/symbols';
import { setFormula } from './formula';

/** MathML of every equation, by cell and tag; a letter with a colour says so in `data-symbol`. */
export type CellFormulas = Readonly<Record<CellKind, Readonly<Record<string, string>>>>;

export function cellFormulas(): CellFormulas {
  const writer = unified().use(rehypeStringify);
  const html = (tex: string): string => {
    const math = setFormula(tex, true, 'en', {}).element.children[0] as Element;
    markSymbols(math);
    return writer.stringify({ type: 'root', children: [math] });
  };
  return Object.fromEntries(
    cellKinds.map((kind) => [
      kind,
      Object.fromEntries(equations[kind].map((equation) => [equation.tag, html(texOf(equation))])),
    ]),
  ) as unknown as CellFormulas;
}

/** Puts the letter on the whole of f_t, and on the f alone of W_f. */
function markSymbols(element: Element): void {
  for (const child of element.children) {
    if (child.type !== 'element') continue;
    const letter =
      letterOf(child) ?? (child.tagName === 'msub' ? letterOf(child.children[0]) : null);
    if (letter === null) markSymbols(child);
    else child.properties['dataSymbol'] = letter;
  }
}

function letterOf(node: ElementContent | undefined): string | null {
  if (node?.type !== 'element' || node.tagName !== 'mi') return null;
  const text = node.children[0];
  return text?.type === 'text' && isSymbolLetter(text.value) ? text.value : null;
}
