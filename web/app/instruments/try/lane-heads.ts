/** The names of the classes above their lanes, in as much room as there is. Pure. */
import { fitted, widthOf } from '../fitting';

export interface LaneHead {
  readonly lines: readonly string[];
  /** Written upwards: a lane is narrower than a word. */
  readonly upright: boolean;
  /** Baseline of the first line, from the top. */
  readonly first: number;
  /** The mark stands before the first line, or above it. */
  readonly markAbove: boolean;
  /** Middle of the mark, from the top. */
  readonly markY: number;
  readonly size: number;
}

interface Heads {
  readonly heads: readonly LaneHead[];
  readonly height: number;
}

const lineStep = 15;
/** Room for the ends of the scale under the names. */
const scaleHeight = 24;
const uprightHeight = 92;
const mostLines = 3;

/** How names may be written, the best first. */
const ways = [
  { size: 13.5, markAbove: false, least: 84 },
  { size: 12, markAbove: true, least: 0 },
  { size: 11, markAbove: true, least: 0 },
] as const;

export function laneHeads(names: readonly string[], room: number): Heads {
  for (const { size, markAbove, least } of ways) {
    const wrapped = names.map((name) => wrap(name, room - (markAbove ? 0 : 17), size));
    if (room < least || wrapped.some((lines) => lines === null)) continue;
    return written(wrapped as string[][], size, markAbove);
  }
  return uprightHeads(names);
}

function written(names: readonly string[][], size: number, markAbove: boolean): Heads {
  const most = Math.max(1, ...names.map((lines) => lines.length));
  const begin = markAbove ? 18 : 0;
  const heads = names.map((lines): LaneHead => {
    // Short names stand next to their lane, not far above it.
    const first = begin + 13 + (most - lines.length) * lineStep;
    const markY = markAbove ? first - 21 : first - 4.5;
    return { lines, upright: false, first, markAbove, markY, size };
  });
  return { heads, height: begin + most * lineStep + scaleHeight };
}

function uprightHeads(names: readonly string[]): Heads {
  const heads = names.map((name): LaneHead => {
    const lines = [fitted(name, uprightHeight - 2, 12)];
    const markY = uprightHeight + 12;
    return { lines, upright: true, first: uprightHeight, markAbove: true, markY, size: 12 };
  });
  return { heads, height: uprightHeight + 30 };
}

/** Words in lines of that width; null where one is wider, or where there are too many lines. */
function wrap(name: string, room: number, size: number): string[] | null {
  const lines: string[] = [];
  for (const word of name.split(' ')) {
    if (widthOf(word, size) > room) return null;
    const longer = lines.length > 0 ? `${lines.at(-1)!} ${word}` : word;
    if (lines.length > 0 && widthOf(longer, size) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.length <= mostLines ? lines : null;
}
