/** What a cell's drawing is made of, in units of its own box; the components only paint it. */
import { graphOf, type GraphNode } from '../../shared/cell-graph';
import type { CellKind, ValueName } from '../../shared/equations';
import type { SymbolLetter } from '../../shared/symbols';

/** Time runs to the right in the wide drawing, downwards in the narrow one. */
export type Orientation = 'wide' | 'narrow';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

export interface Wire {
  readonly from: string;
  /** Null for a trunk that others branch from, or that leaves the cell. */
  readonly to: string | null;
  readonly symbol: SymbolLetter | null;
  /** `rail`: a state on its way through time; `stem`: a branch of one; `wire`: what a node made. */
  readonly kind: 'rail' | 'stem' | 'wire';
  readonly points: readonly Point[];
}

/** A node with its middle at x, y. */
export interface PlacedNode extends GraphNode, Box {
  readonly shape: 'box' | 'pill' | 'circle';
}

export interface Label {
  /** The number beside it; x is a vector, and has none. */
  readonly name: ValueName | 'x';
  readonly letters: string;
  readonly below: string;
  readonly symbol: SymbolLetter | null;
  /** Baseline. */
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  /** The room it takes with its longest number, and no less than a finger needs. */
  readonly box: Box;
}

export interface CellDrawing {
  readonly width: number;
  readonly height: number;
  readonly wires: readonly Wire[];
  /** Where branches leave their trunk. */
  readonly dots: readonly (Point & { readonly symbol: SymbolLetter | null })[];
  readonly nodes: readonly PlacedNode[];
  readonly labels: readonly Label[];
}

/** A place as [along time, across it]: x and y of the wide drawing, y and x of the narrow one. */
export type Spot = readonly [along: number, across: number];

export interface WirePlan {
  readonly from: string;
  readonly to?: string;
  readonly symbol?: SymbolLetter;
  readonly kind?: Wire['kind'];
  readonly by: readonly Spot[];
  /** Its first point lies on a trunk. */
  readonly branches?: true;
}

export interface LabelPlan {
  readonly name: Label['name'];
  readonly symbol: SymbolLetter | null;
  readonly at: Point;
  readonly anchor?: Label['anchor'];
}

export interface Plan {
  readonly size: { readonly width: number; readonly height: number };
  /** Middle of every node but those that come in from outside. */
  readonly nodes: Readonly<Record<string, Spot>>;
  readonly wires: readonly WirePlan[];
  readonly labels: readonly LabelPlan[];
}

const sizes = {
  gate: { width: 52, height: 34, shape: 'box' },
  weights: { width: 40, height: 34, shape: 'box' },
  function: { width: 48, height: 26, shape: 'pill' },
  complement: { width: 38, height: 26, shape: 'pill' },
  product: { width: 26, height: 26, shape: 'circle' },
  sum: { width: 26, height: 26, shape: 'circle' },
} as const;

/** Puts a plan on paper; throws where the plan names a node that the equations do not have. */
export function drawPlan(kind: CellKind, orientation: Orientation, plan: Plan): CellDrawing {
  const graph = graphOf(kind);
  const place = ([along, across]: Spot): Point =>
    orientation === 'wide' ? { x: along, y: across } : { x: across, y: along };
  const nodes = Object.entries(plan.nodes).map(([id, spot]): PlacedNode => {
    const node = graph.nodes.get(id);
    if (!node || node.kind === 'input') throw new Error(`${kind} makes no "${id}"`);
    return { ...node, ...place(spot), ...sizes[node.kind] };
  });
  const wires = plan.wires.map(({ from, to, symbol, kind: wireKind, by }): Wire => {
    const own = graph.nodes.get(from)?.symbol ?? null;
    return {
      ...{ from, to: to ?? null, symbol: symbol ?? own },
      ...{ kind: wireKind ?? 'wire', points: by.map(place) },
    };
  });
  const dots = plan.wires.flatMap(({ branches }, index) => {
    const { points, symbol } = wires[index]!;
    return branches ? [{ ...points[0]!, symbol }] : [];
  });
  return { ...plan.size, wires, dots, nodes, labels: plan.labels.map(drawLabel) };
}

const longestValue = 36;
/** Least side of what a finger should hit: 24 pixels where the drawing is smallest. */
const target = 26;
const plainValues: Partial<Record<ValueName, string>> = { Wx: 'W x', Hh: 'H h' };

function drawLabel({ name, symbol, at, anchor = 'start' }: LabelPlan): Label {
  const letters = plainValues[name as ValueName] ?? name[0]!;
  const timed = letters.length === 1 && 'xhca'.includes(letters);
  const below = name.endsWith('_prev') ? 't−1' : timed ? 't' : '';
  const wanted = 11 * letters.length + 6 * below.length + (name === 'x' ? 0 : 5 + longestValue);
  const width = Math.max(target, wanted);
  const left = { start: at.x, middle: at.x - width / 2, end: at.x - width }[anchor];
  // An italic letter leans out of its own width.
  const box = { x: left - 4, y: at.y - 18, width: width + 6, height: target };
  return { name, letters, below, symbol, ...at, anchor, box };
}

/** The points as an SVG path, its corners a little rounded. */
export function pathOf(points: readonly Point[], radius = 5): string {
  const steps = points.map((point, index) => {
    const before = points[index - 1];
    const after = points[index + 1];
    if (!before) return `M${point.x},${point.y}`;
    if (!after) return `L${point.x},${point.y}`;
    const [enter, leave] = [towards(point, before, radius), towards(point, after, radius)];
    return `L${enter.x},${enter.y}Q${point.x},${point.y} ${leave.x},${leave.y}`;
  });
  return steps.join('');
}

/** The head of an arrow where a wire leaves the cell. */
export function arrowOf(points: readonly Point[], size = 7): string {
  const end = points.at(-1)!;
  const { x, y } = towards(end, points.at(-2)!, size);
  const [across, along] = [(end.y - y) * 0.75, (end.x - x) * 0.75];
  return `M${x - across},${y + along}L${end.x},${end.y}L${x + across},${y - along}`;
}

function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const share = Math.min(distance, length / 2) / length;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}
