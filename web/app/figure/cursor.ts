/** A cursor over a row of places or over rows and columns: how a key moves it. Pure. */

const wideStep = 8;

/** The number that is nearest to a value; null where there is none. */
export function nearest(places: readonly number[], value: number): number | null {
  let best: number | null = null;
  for (const place of places) {
    if (best === null || Math.abs(place - value) < Math.abs(best - value)) best = place;
  }
  return best;
}

const within = (index: number, count: number): number => Math.min(count - 1, Math.max(0, index));

/**
 * Where a key moves the cursor over places in order: null takes it away, undefined means that
 * the key is not the cursor's. A cursor that stands nowhere begins at the end, where the news are.
 */
export function moved(
  places: readonly number[],
  current: number | null,
  key: string,
): number | null | undefined {
  if (key === 'Escape') return null;
  const last = places.length - 1;
  if (last < 0) return undefined;
  const found = current === null ? -1 : places.indexOf(current);
  const index = found === -1 ? last : found;
  const goal = {
    ArrowLeft: found === -1 ? last : index - 1,
    ArrowDown: found === -1 ? last : index - 1,
    ArrowRight: index + 1,
    ArrowUp: index + 1,
    PageDown: index - wideStep,
    PageUp: index + wideStep,
    Home: 0,
    End: last,
  }[key];
  return goal === undefined ? undefined : places[within(goal, places.length)]!;
}

/** A place on a figure of rows and columns; one row makes a line of places. */
export interface CursorPlace {
  readonly row: number;
  readonly column: number;
}

export interface CursorRoom {
  readonly rows: number;
  readonly columns: number;
}

/** The place as it stands in a room that may have shrunk; null where the room is empty. */
export function placeIn(room: CursorRoom, place: CursorPlace | null): CursorPlace | null {
  if (place === null || room.rows < 1 || room.columns < 1) return null;
  return { row: within(place.row, room.rows), column: within(place.column, room.columns) };
}

interface Key {
  readonly key: string;
  readonly ctrlKey?: boolean;
}

/**
 * The same over rows and columns: down is the row below, Home and End end the row, with Ctrl
 * the whole. In one row, up and down move along it, as on any slider.
 */
export function movedIn(
  room: CursorRoom,
  current: CursorPlace | null,
  { key, ctrlKey = false }: Key,
): CursorPlace | null | undefined {
  if (key === 'Escape') return null;
  if (room.rows < 1 || room.columns < 1) return undefined;
  if (room.rows === 1) {
    const places = Array.from({ length: room.columns }, (_, index) => index);
    const column = moved(places, placeIn(room, current)?.column ?? null, key);
    return typeof column === 'number' ? { row: 0, column } : column;
  }
  const { row, column } = placeIn(room, current) ?? { row: 0, column: 0 };
  const goals: Readonly<Record<string, CursorPlace>> = {
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    PageUp: { row: row - wideStep, column },
    PageDown: { row: row + wideStep, column },
    Home: { row: ctrlKey ? 0 : row, column: 0 },
    End: { row: ctrlKey ? room.rows - 1 : row, column: room.columns - 1 },
  };
  if (!Object.hasOwn(goals, key)) return undefined;
  // A cursor that stands nowhere begins at the first place, whichever arrow calls it.
  const starts = current === null && key.startsWith('Arrow');
  return placeIn(room, starts ? { row: 0, column: 0 } : goals[key]!);
}
