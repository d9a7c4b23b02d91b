/** The numbers of a race, for its table and its file. Pure. */
import type { FigureTable } from '../../figure/table';
import { placesOf, pointsOf, valueAt, type Lane } from './lanes';
import type { Texts } from './race-text';
import type { Measure } from './schema';

/** As it is drawn: a row for every point of the axis. */
export function raceTable(
  lanes: readonly Lane[],
  names: readonly string[],
  measure: Measure,
  unit: string,
  { race, format }: Texts,
): FigureTable {
  const print = measure === 'accuracy' ? format.percent : format.loss;
  const places = placesOf(lanes, measure);
  return {
    columns: [race.table.examples(unit), ...names.map(race.table.columns[measure])],
    rows: places.map((examples) => [
      format.integer(examples),
      ...lanes.map((lane) => {
        const { curve } = lane;
        const here = pointsOf(curve, measure).some((point) => point.examples === examples);
        const value = here ? valueAt(lane, measure, examples) : null;
        return value === null ? '' : print(value);
      }),
    ]),
    at: race.table.at(format.integer(places.at(-1) ?? 0), unit),
  };
}

const all = ['accuracy', 'loss', 'training'] as const;

/** Every number of every curve, raw. */
export function raceFile(
  lanes: readonly Lane[],
  names: readonly string[],
  unit: string,
  { race }: Texts,
): FigureTable {
  const curves = lanes.map(({ curve }) =>
    all.map((measure) => new Map(pointsOf(curve, measure).map((p) => [p.examples, p.value]))),
  );
  const places = [...new Set(all.flatMap((measure) => placesOf(lanes, measure)))].sort(
    (one, other) => one - other,
  );
  return {
    columns: [
      race.table.examples(unit),
      ...names.flatMap((name) => all.map((measure) => race.table.columns[measure](name))),
    ],
    rows: places.map((examples) => [
      examples,
      ...curves.flatMap((measures) => measures.map((points) => points.get(examples) ?? null)),
    ]),
  };
}
