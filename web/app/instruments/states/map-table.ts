/** The map's numbers as a table and as a file. Pure. */
import type { Activations } from './activations';
import type { FigureTable } from '../../figure/table';
import type { Wording } from './in-words';

export interface TableFacts {
  readonly tensor: string;
  readonly tokens: readonly string[];
  readonly known: readonly boolean[];
  readonly map: Activations;
  /** The unit of each row. */
  readonly units: readonly number[];
}

/** One row a unit, in the order of the map; printed as its cells are read out. */
export function mapTable(
  { tokens, map, units }: TableFacts,
  wording: Wording,
  at: string,
): FigureTable {
  const { words, format } = wording;
  return {
    columns: [
      words.unitHead,
      ...tokens.map((token, step) => words.column(format.integer(step + 1), token)),
    ],
    rows: units.map((unit) => [
      format.integer(unit + 1),
      ...tokens.map((_, step) => wording.value(map.at(unit, step))),
    ]),
    at,
  };
}

/** One row a value, with all its digits. */
export function mapFile(
  { tensor, tokens, known, map }: TableFacts,
  { words }: Pick<Wording, 'words'>,
): FigureTable {
  const rows: (string | number)[][] = [];
  for (let unit = 0; unit < map.units; unit += 1) {
    tokens.forEach((token, step) => {
      const seen = known[step] === false ? 0 : 1;
      rows.push([tensor, unit + 1, step + 1, token, seen, map.at(unit, step)]);
    });
  }
  return { columns: words.csv, rows };
}
