/** The mistakes that are usually made in a cell's equation, and what each leads to. */
import {
  evaluate,
  operandsOf,
  type CellValues,
  type FunctionName,
  type Term,
  type ValueName,
} from '../../../shared/equations';
import { rounded, type Task } from './tasks';

export type Slip =
  /** The sign of the whole, or of one operand, is lost. */
  | { readonly kind: 'sign' }
  | { readonly kind: 'lost-sign'; readonly of: ValueName }
  | { readonly kind: 'no-function'; readonly name: FunctionName }
  | { readonly kind: 'other-function'; readonly name: FunctionName; readonly instead: FunctionName }
  /** 1 / (1 + eᵃ). */
  | { readonly kind: 'mirrored' }
  | { readonly kind: 'extra-tanh' }
  | { readonly kind: 'tanh-too-late' }
  | { readonly kind: 'added' }
  /** What is dosed is taken whole. */
  | { readonly kind: 'undosed'; readonly by: Term }
  | { readonly kind: 'no-complement'; readonly of: ValueName }
  | { readonly kind: 'exchanged'; readonly of: ValueName }
  | { readonly kind: 'missing'; readonly term: Term }
  | { readonly kind: 'step-before'; readonly of: ValueName }
  /** With the drawing's two decimals, where more are given. */
  | { readonly kind: 'coarse' }
  | { readonly kind: 'point' };

export interface Slipped {
  readonly slip: Slip;
  readonly value: number;
}

/** Every slip that leads to a number of its own. */
export function slipsOf(
  { asked, term }: Task,
  printed: CellValues,
  values: CellValues,
  digits: number,
): readonly Slipped[] {
  const right = evaluate(term, printed)!;
  const all: Slipped[] = [
    { slip: { kind: 'sign' }, value: -right },
    ...fromTerms(term, printed),
    ...fromValues(term, printed, values),
  ];
  if (term.kind !== 'function') all.push({ slip: { kind: 'extra-tanh' }, value: Math.tanh(right) });
  if (digits > 2) {
    const coarse = Object.entries(printed).map(([name, value]) => [name, rounded(value, 2)]);
    const value = evaluate(term, Object.fromEntries(coarse) as CellValues)!;
    all.push({ slip: { kind: 'coarse' }, value });
  }
  for (const value of [right * 10, right / 10]) all.push({ slip: { kind: 'point' }, value });
  // A weighted sum has no tanh in sight: who sends it through one is a step ahead.
  const ahead = asked === 'a' || asked.startsWith('a_');
  return all.filter(({ slip }) => !(ahead && slip.kind === 'extra-tanh'));
}

type Variant = readonly [Slip, Term];

const fromTerms = (term: Term, printed: CellValues): Slipped[] =>
  variants(term).flatMap(([slip, wrong]) => {
    const value = evaluate(wrong, printed);
    return value === null ? [] : [{ slip, value }];
  });

const namesIn = (term: Term): readonly ValueName[] => operandsOf(term).map(({ name }) => name);

/** The term with one mistake in it, in every way. */
function variants(term: Term): readonly Variant[] {
  const within = (part: Term, put: (wrong: Term) => Term): Variant[] =>
    variants(part).map(([slip, wrong]) => [slip, put(wrong)]);
  switch (term.kind) {
    case 'sum':
      return term.terms.flatMap((one, index) => {
        const others = term.terms.filter((_, place) => place !== index);
        const missing: Slip = { kind: 'missing', term: one };
        const put = (wrong: Term): Term => ({ ...term, terms: term.terms.with(index, wrong) });
        return [[missing, { ...term, terms: others }] as const, ...within(one, put)];
      });
    case 'product': {
      const [one, other] = term.factors;
      const sum: Term = { kind: 'sum', terms: [one, other] };
      return [
        [{ kind: 'added' }, sum],
        [{ kind: 'undosed', by: one }, other],
        ...late(one, other),
        ...within(one, (wrong) => ({ ...term, factors: [wrong, other] })),
        ...within(other, (wrong) => ({ ...term, factors: [one, wrong] })),
      ];
    }
    case 'complement':
      return [[{ kind: 'no-complement', of: namesIn(term)[0]! }, term.of]];
    case 'function':
      return [...bent(term), ...within(term.of, (wrong) => ({ ...term, of: wrong }))];
    default:
      return [];
  }
}

/** tanh(o c) for o tanh(c). */
function late(one: Term, other: Term): readonly Variant[] {
  if (other.kind !== 'function') return [];
  const inside: Term = { kind: 'product', factors: [one, other.of] };
  return [[{ kind: 'tanh-too-late' }, { ...other, of: inside }]];
}

function bent(term: Extract<Term, { kind: 'function' }>): readonly Variant[] {
  const { name } = term;
  const none: Variant = [{ kind: 'no-function', name }, term.of];
  if (name === 'relu') return [none];
  const instead = name === 'tanh' ? 'sigmoid' : 'tanh';
  const other: Variant = [
    { kind: 'other-function', name, instead },
    { ...term, name: instead },
  ];
  if (name === 'tanh') return [none, other];
  return [none, other, [{ kind: 'mirrored' }, { kind: 'complement', of: term }]];
}

/** The right term with a wrong number in it. */
function fromValues(term: Term, printed: CellValues, values: CellValues): Slipped[] {
  const withNumber = (slip: Slip, name: ValueName, value: number): Slipped => ({
    slip,
    value: evaluate(term, { ...printed, [name]: value })!,
  });
  const inverted = term.kind === 'sum' ? complemented(term) : null;
  return [...new Set(namesIn(term))].flatMap((name) => {
    const value = printed[name]!;
    const before = name === 'c' ? values.c_prev : undefined;
    return [
      ...(value < 0 ? [withNumber({ kind: 'lost-sign', of: name }, name, -value)] : []),
      ...(before === undefined
        ? []
        : [withNumber({ kind: 'step-before', of: name }, name, before)]),
      ...(name === inverted ? [withNumber({ kind: 'exchanged', of: name }, name, 1 - value)] : []),
    ];
  });
}

function complemented(term: Extract<Term, { kind: 'sum' }>): ValueName | null {
  for (const one of term.terms) {
    const [first] = one.kind === 'product' ? one.factors : [one];
    if (first.kind === 'complement') return namesIn(first)[0]!;
  }
  return null;
}
