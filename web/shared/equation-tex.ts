import type { BiasName, Equation, FunctionName, QuantityName, Term } from './equations';

const functionTex: Readonly<Record<FunctionName, string>> = {
  sigmoid: '\\sigma',
  tanh: '\\tanh',
  relu: '\\operatorname{relu}',
};

/** The equation in TeX as lessons write it, with t and t−1 under the letters. */
export function texOf(equation: Equation): string {
  const { result, term, breakAfter } = equation;
  const right = termTex(term);
  if (breakAfter === undefined) return `${quantityTex(result)} = ${right}`;
  const mark = biasTex(breakAfter);
  const end = right.indexOf(mark) + mark.length;
  const [first, second] = [right.slice(0, end), right.slice(end).trimStart()];
  const lines = `${quantityTex(result)} &= ${first} \\\\ &\\qquad ${second}`;
  return `\\begin{aligned} ${lines} \\end{aligned}`;
}

function termTex(term: Term): string {
  switch (term.kind) {
    case 'quantity':
      return quantityTex(term.name);
    case 'weighted': {
      const matrix = term.gate === null ? term.matrix : `${term.matrix}_${term.gate}`;
      return `${matrix} ${term.vector === 'x' ? 'x_t' : quantityTex(term.vector)}`;
    }
    case 'bias':
      return biasTex(term.name);
    case 'sum':
      return term.terms.map(termTex).join(' + ');
    case 'product':
      return term.factors.map(factorTex).join(' \\odot ');
    case 'complement':
      return `1 - ${termTex(term.of)}`;
    case 'function':
      return `${functionTex[term.name]}(${termTex(term.of)})`;
  }
}

function factorTex(term: Term): string {
  const tex = termTex(term);
  return term.kind === 'sum' || term.kind === 'complement' ? `(${tex})` : tex;
}

function quantityTex(name: QuantityName): string {
  if (name.startsWith('a_')) return `a_{${name.at(-1)},t}`;
  return name.endsWith('_prev') ? `${name[0]}_{t-1}` : `${name}_t`;
}

/** b, b_f, or PyTorch's two biases of a gate: b_ir and b_hr. */
function biasTex(name: BiasName): string {
  const below = name.slice(2);
  return below.length === 2 ? `b_{\\mathrm{${below}}}` : name;
}
