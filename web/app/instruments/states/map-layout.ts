/** The geometry of the map: rows of units, columns of steps, and what is written beside. Pure. */

export interface MapLayout {
  readonly rows: number;
  readonly columns: number;
  /** A cell's width and height. */
  readonly column: number;
  readonly row: number;
  /** Room for the tokens above the cells. */
  readonly head: number;
  /** Of cells and tokens; labels that lean over the last column need more than the cells. */
  readonly width: number;
  readonly height: number;
  /** Do the tokens lean, as they are wider than their columns? */
  readonly leaning: boolean;
}

/** Room for the units' numbers, left of the map. */
export const gutter = 34;
/** Of the leaning tokens, against the horizontal. */
export const lean = 52;
export const tokenSize = 13;
export const unitSize = 11.5;

const narrowestColumn = 14;
const widestColumn = 72;
const flatHead = 26;
/** A longer token is cut, and told in full under the cursor. */
export const longestToken = 108;

const radians = (lean * Math.PI) / 180;

const tallest = 420;

/** Rows of a map that must be small may be thinner than a finger or a pen would like. */
function rowHeight(rows: number, tall: number): number {
  const least = tall < tallest ? 6 : 9;
  return Math.min(20, Math.max(least, Math.floor(tall / Math.max(1, rows))));
}

/**
 * @param room width for the cells, in CSS pixels; a map that needs more is scrolled
 * @param labels width of each column's token as printed
 * @param tall room for the rows
 */
export function mapLayout(
  rows: number,
  room: number,
  labels: readonly number[],
  tall = tallest,
): MapLayout {
  const columns = labels.length;
  const widths = labels.map((width) => Math.min(width, longestToken));
  const fitting = (width: number): number =>
    Math.max(narrowestColumn, Math.min(widestColumn, Math.floor(width / Math.max(1, columns))));
  const straight = fitting(room);
  const leaning = widths.some((width) => width > straight - 3);
  const widest = Math.max(0, ...widths);
  const overhangs = (column: number): number =>
    Math.max(
      0,
      ...widths.map(
        (width, i) =>
          (i + 0.5) * column + width * Math.cos(radians) + tokenSize / 2 - columns * column,
      ),
    );
  const column = leaning ? fitting(room - overhangs(straight)) : straight;
  const row = rowHeight(rows, tall);
  const head = leaning ? Math.ceil(widest * Math.sin(radians) + 0.9 * tokenSize) + 4 : flatHead;
  return {
    rows,
    columns,
    column,
    row,
    head,
    width: Math.ceil(columns * column + (leaning ? overhangs(column) : 0)),
    height: head + rows * row + 1,
    leaning,
  };
}

export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** The cell under a point; the nearest row where the point lies above or below the cells. */
export function cellAt(
  { rows, columns, column, row, head }: MapLayout,
  x: number,
  y: number,
): Cell | null {
  const place = Math.floor(x / column);
  if (place < 0 || place >= columns || rows === 0) return null;
  const line = Math.floor((y - head) / row);
  return { row: Math.min(rows - 1, Math.max(0, line)), column: place };
}

/** Is the point on the tokens, above the cells? */
export const onTokens = ({ head }: MapLayout, y: number): boolean => y < head;

/** Middle of a column and of a row. */
export const middleX = ({ column }: MapLayout, index: number): number => (index + 0.5) * column;
export const middleY = ({ head, row }: MapLayout, index: number): number =>
  head + (index + 0.5) * row;

/** Rows whose unit is named: those that must be, and between them as many as there is room for. */
export function namedRows({ rows, row }: MapLayout, needed: readonly number[]): number[] {
  const apart = Math.ceil(12 / row);
  const named = new Set(needed.filter((each) => each >= 0 && each < rows));
  const room = (place: number): boolean =>
    ![...named].some((other) => Math.abs(other - place) < apart);
  for (let place = 0; place < rows; place += apart) if (room(place)) named.add(place);
  return [...named].sort((a, b) => a - b);
}

/** A stretch of steps, the first and the last of it. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** A rectangle of cells. */
export interface Block {
  readonly rows: Stretch;
  readonly columns: Stretch;
}

/** The stretch between two steps, in whichever order they were chosen. */
export const between = (one: number, other: number): Stretch => ({
  first: Math.min(one, other),
  last: Math.max(one, other),
});

/** What of a stretch lies in a text of so many steps; null where nothing does. */
export function stretchIn(steps: number, from: number | null, to: number | null): Stretch | null {
  if (from === null && to === null) return null;
  const { first, last } = between(from ?? to!, to ?? from!);
  return first >= steps || first < 0 ? null : { first, last: Math.min(last, steps - 1) };
}
