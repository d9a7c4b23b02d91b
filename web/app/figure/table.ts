/** A figure's numbers as a table on the page and as a file. Pure. */

export interface FigureTable {
  readonly columns: readonly string[];
  /** Typeset for the page; in a file, numbers as numbers. */
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** The moment it shows, in words: "after 4,096 names". */
  readonly at?: string;
}

/** A page's table holds at most so many rows. */
export const mostRows = 200;

export interface ShownTable extends FigureTable {
  readonly leftOut: number;
}

/** The last rows, where the news are, and how many stand before them. */
export function shownTable(table: FigureTable): ShownTable {
  const leftOut = Math.max(0, table.rows.length - mostRows);
  return { ...table, rows: table.rows.slice(leftOut), leftOut };
}

/** A spreadsheet would compute what begins so. */
const formula = /^[=+\-@\t\r].+/su;

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const text = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** As RFC 4180 has it: commas, CRLF, quotes where needed; numbers with a point, whatever the
 *  language. Text that a spreadsheet would compute has an apostrophe before it. */
export function toCsv({ columns, rows }: FigureTable): string {
  return [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}
