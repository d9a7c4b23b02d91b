/**
 * The drawing of a cell as nodes and wires, made from its equations. A box takes a weighted sum
 * of what comes in and its function; a circle works number by number, without weights.
 */
import {
  equations,
  functionText,
  symbolOf,
  type CellKind,
  type Equation,
  type Term,
} from './equations';
import type { SymbolLetter } from './symbols';

export interface GraphNode {
  /** `f` where the node makes f; else what it makes, such as `f·c_prev` or `tanh(c)`. */
  readonly id: string;
  /** `gate`: weights and function; `weights`: weights alone; `function`: pointwise. */
  readonly kind: 'input' | 'gate' | 'weights' | 'function' | 'product' | 'sum' | 'complement';
  readonly text: string;
  /** Whose number comes out, as far as it has a letter of its own. */
  readonly symbol: SymbolLetter | null;
}

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
}

export interface CellGraph {
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly edges: readonly GraphEdge[];
}

export function graphOf(kind: CellKind): CellGraph {
  const nodes = new Map<string, GraphNode>();
  const edges: GraphEdge[] = [];
  const add = (node: GraphNode, inputs: readonly string[]): string => {
    nodes.set(node.id, node);
    for (const from of inputs) edges.push({ from, to: node.id });
    return node.id;
  };
  const input = (name: 'x' | 'h_prev' | 'c_prev' | 'b'): string => {
    const symbol = name === 'b' ? null : (name[0] as SymbolLetter);
    return nodes.has(name) ? name : add({ id: name, kind: 'input', text: '', symbol }, []);
  };

  const walk = (term: Term, equation: Equation, outermost: boolean): string => {
    const made = outermost ? equation.result : null;
    const symbol = outermost ? symbolOf(equation.result) : null;
    const inner = (one: Term): string => walk(one, equation, false);
    switch (term.kind) {
      case 'quantity':
        return term.name === 'h_prev' || term.name === 'c_prev' ? input(term.name) : term.name;
      case 'weighted':
        return add({ id: term.name, kind: 'weights', text: term.matrix, symbol: null }, [
          input(term.vector),
        ]);
      case 'bias':
        return input('b');
      case 'sum': {
        const weights = term.terms.find((one) => one.kind === 'weighted');
        if (weights && made === null) return inner(weights);
        const inputs = term.terms.map(inner);
        return add({ id: made ?? inputs.join('+'), kind: 'sum', text: '+', symbol }, inputs);
      }
      case 'product': {
        const inputs = term.factors.map(inner);
        return add({ id: made ?? inputs.join('·'), kind: 'product', text: '×', symbol }, inputs);
      }
      case 'complement': {
        const from = inner(term.of);
        const node = { id: `(1−${from})`, kind: 'complement', text: '1 −' } as const;
        return add({ ...node, symbol: from as SymbolLetter }, [from]);
      }
      case 'function': {
        const text = functionText[term.name];
        if (term.of.kind !== 'sum') {
          const from = inner(term.of);
          return add({ id: made ?? `${text}(${from})`, kind: 'function', text, symbol }, [from]);
        }
        const inputs = term.of.terms.flatMap((one) => {
          if (one.kind === 'weighted') return [input(one.vector)];
          return one.kind === 'bias' ? [] : [inner(one)];
        });
        return add({ id: made ?? text, kind: 'gate', text, symbol }, inputs);
      }
    }
  };
  for (const equation of equations[kind]) walk(equation.term, equation, true);
  return { nodes, edges };
}
