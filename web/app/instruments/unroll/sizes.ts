/** The small numbers on the arrows of the unrolled network. Pure. */
import type { Drafting, Label, Spot } from './drafting';
import { back, laneOf, loopReach, loopSide } from './states';

export interface Size extends Label {
  readonly text: string;
  /** The part whose states it counts. */
  readonly part: number | null;
  /** Where it stands: at the first step that is drawn, at the second, or at a loop. */
  readonly on: 'first' | 'second' | 'loop' | 'fold';
}

/** Below this there is no room for a number beside an arrow. */
const leastRoom = 17;

export function sizesOf(draft: Drafting): Size[] {
  const { network, measures, two, depths } = draft;
  const { gap, cell } = measures;
  const sizes: Size[] = [];
  if (gap >= leastRoom) {
    const depth = draft.aboveEmbedding + gap * (two ? 0.22 : 0.42);
    sizes.push({ ...beside(draft, [0, depth]), symbol: 'x', text: String(network.embedding) });
  }
  network.parts.forEach(({ layer, reverse }, part) => {
    if (gap >= leastRoom && layer > 0 && !(two && reverse)) {
      const depth = depths[part]! - cell[1] / 2 - gap * (two ? 0.5 : 0.55);
      const spot: Spot = [two ? measures.shift : 0, depth];
      sizes.push({ ...beside(draft, spot), symbol: 'h', text: String(network.output) });
    }
    sizes.push(...stateSizes(draft, part));
  });
  return sizes;
}

type Placed = Pick<Size, 'at' | 'anchor' | 'part' | 'on'>;

/** Beside a line that goes from the token to the answer. */
function beside(draft: Drafting, spot: Spot): Placed {
  const { x, y } = draft.point(spot);
  const own = { part: null, on: 'first' } as const;
  if (draft.wide) return { at: { x: x + 6, y: y + 4 }, anchor: 'start', ...own };
  return { at: { x, y: y - 5 }, anchor: 'middle', ...own };
}

/** The size of a part's states: where they come from another step, and at the loop. */
function stateSizes(draft: Drafting, part: number): Size[] {
  const { network, measures, wide } = draft;
  const { cell, pitch } = measures;
  const [to, at, depth] = [back(draft, part), draft.side(part), draft.depths[part]!];
  const size = { symbol: 'h' as const, text: String(network.hidden), part };
  const lane = laneOf(draft, network.states.length - 1);
  const middle = draft.point([at + (to * pitch) / 2, depth + lane]);
  const between: Size = {
    ...size,
    on: to > 0 ? 'first' : 'second',
    at: wide ? { x: middle.x, y: middle.y - 5 } : { x: middle.x + 5, y: middle.y + 4 },
    anchor: wide ? 'middle' : 'start',
  };
  const loops = (['loop', 'fold'] as const).map((on): Size => {
    const away = loopSide(draft, part, on);
    const { x, y } = draft.point([at + away * (cell[0] / 2 + loopReach + 5), depth]);
    if (wide) return { ...size, on, at: { x, y: y + 4 }, anchor: away > 0 ? 'start' : 'end' };
    return { ...size, on, at: { x, y: y + (away > 0 ? 10 : 0) }, anchor: 'middle' };
  });
  const roomy = pitch - cell[0] >= leastRoom && (wide || cell[1] >= 24);
  return roomy ? [between, ...loops] : loops;
}
