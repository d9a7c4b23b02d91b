/** The names of the classes above their lanes, in as much room as there is. Pure. */

export interface LaneHead {
  readonly lines: readonly string[];
  /** Written upwards: a lane is narrower than any word. */
  readonly upright: boolean;
  /** Baseline of the first line, from the top. */
  readonly first: number;
  /** The mark stands before the first line, or above it. */
  readonly markAbove: boolean;
  /** Middle of the mark, from the top. */
  readonly markY: number;
  readonly size: number;
}

const lineStep = 15;
/** Room for the ends of the scale under the names. */
const scaleHeight = 24;
const uprightHeight = 92;
const mostLines = 3;
const roomyFrom = 84;
const uprightBelow = 44;

export function laneHeads(
  names: readonly string[],
  room: number,
): { readonly heads: readonly LaneHead[]; readonly height: number } {
  if (room < uprightBelow) return uprightHeads(names);
  const markAbove = room < roomyFrom;
  const size = markAbove ? 12 : 13.5;
  const wrapped = names.map((name) => wrap(name, (room - (markAbove ? 0 : 15)) / (size * 0.5)));
  const most = Math.max(1, ...wrapped.map((lines) => lines.length));
  const begin = markAbove ? 18 : 0;
  const heads = wrapped.map((lines): LaneHead => {
    // Short names stand next to their lane, not far above it.
    const first = begin + 13 + (most - lines.length) * lineStep;
    return {
      lines,
      upright: false,
      first,
      markAbove,
      markY: markAbove ? first - 21 : first - 4.5,
      size,
    };
  });
  return { heads, height: begin + most * lineStep + scaleHeight };
}

function uprightHeads(names: readonly string[]): ReturnType<typeof laneHeads> {
  const most = Math.floor((uprightHeight - 4) / 6.2);
  const heads = names.map((name): LaneHead => {
    const letters = [...name];
    const line = letters.length <= most ? name : `${letters.slice(0, most - 1).join('')}…`;
    return {
      lines: [line],
      upright: true,
      first: uprightHeight,
      markAbove: true,
      markY: uprightHeight + 12,
      size: 12,
    };
  });
  return { heads, height: uprightHeight + 30 };
}

/** Words in lines of about so many letters; what is left over at the end is cut. */
function wrap(name: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of name.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && [...last].length + 1 + [...word].length <= letters) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  if (lines.length <= mostLines) return lines;
  return [...lines.slice(0, mostLines - 1), `${lines[mostLines - 1]!}…`];
}
