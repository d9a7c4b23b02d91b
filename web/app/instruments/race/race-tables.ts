/** The numbers of a race, for its table and its file. Pure. */
import type { FigureTable } from '../../figure/table';
import type { Curve } from '../../workbench/run-state';
import { pointsOf, type Lane } from './lanes';
import { ghostName, type Texts } from './race-text';
import type { Measure } from './schema';

/** A curve with a name: those of this race, then those of the last, where there was one. */
interface Named {
  readonly name: string;
  readonly curve: Curve;
  /** Where it diverged: after so many examples, at that step. */
  readonly diverged: { readonly examples: number; readonly step: number } | null;
}

function namedOf(lanes: readonly Lane[], names: readonly string[], texts: Texts): Named[] {
  const now = lanes.map(({ curve, stage, examples }, index) => ({
    name: names[index] ?? '',
    curve,
    diverged: stage.kind === 'diverged' ? { examples, step: stage.at } : null,
  }));
  const before = lanes.flatMap(({ settings, ghost }, index) =>
    ghost
      ? [
          {
            name: ghostName(index, settings, ghost.settings, texts),
            curve: ghost.curve,
            diverged: null,
          },
        ]
      : [],
  );
  return [...now, ...before];
}

const rising = (places: readonly number[]): readonly number[] =>
  [...new Set(places)].sort((one, other) => one - other);

/** As it is drawn, the last race's lines too: a row for every point of the axis. */
export function raceTable(
  lanes: readonly Lane[],
  names: readonly string[],
  measure: Measure,
  unit: string,
  texts: Texts,
): FigureTable {
  const { race, format } = texts;
  const print = measure === 'accuracy' ? format.percent : format.loss;
  const curves = namedOf(lanes, names, texts).map((named) => ({
    ...named,
    points: new Map(pointsOf(named.curve, measure).map((p) => [p.examples, p.value])),
  }));
  const places = rising(
    curves.flatMap(({ points, diverged }) => [
      ...points.keys(),
      ...(diverged ? [diverged.examples] : []),
    ]),
  );
  return {
    columns: [
      race.table.examples(unit),
      ...curves.map(({ name }) => race.table.columns[measure](name)),
    ],
    rows: places.map((examples) => [
      format.integer(examples),
      ...curves.map(({ points, diverged }) => {
        const value = points.get(examples);
        const end =
          diverged?.examples === examples ? race.table.diverged(format.integer(diverged.step)) : '';
        return [...(value === undefined ? [] : [print(value)]), end].filter(Boolean).join(', ');
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
  texts: Texts,
): FigureTable {
  const { race } = texts;
  const named = namedOf(lanes, names, texts);
  const curves = named.map(({ curve }) =>
    all.map((measure) => new Map(pointsOf(curve, measure).map((p) => [p.examples, p.value]))),
  );
  const places = rising(curves.flatMap((measures) => measures.flatMap((each) => [...each.keys()])));
  return {
    columns: [
      race.table.examples(unit),
      ...named.flatMap(({ name }) => all.map((measure) => race.table.columns[measure](name))),
    ],
    rows: places.map((examples) => [
      examples,
      ...curves.flatMap((measures) => measures.map((points) => points.get(examples) ?? null)),
    ]),
  };
}
