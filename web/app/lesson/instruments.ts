import type { Component } from 'svelte';
import type { Block, Language } from '../../shared/lesson';
import type { RecordedRun } from '../../shared/recorded-run';
import { cellSchema } from '../instruments/cell/schema';
import { labSchema } from '../instruments/lab/schema';
import { placedOf } from '../instruments/placed';
import { raceSchema } from '../instruments/race/schema';
import type { InstrumentSchema } from '../instruments/schema';
import { schemas } from '../instruments/schemas';
import { trySchema } from '../instruments/try/schema';
import { unrollSchema } from '../instruments/unroll/schema';
import { statesSchema } from '../instruments/states/schema';
import type { Placed } from '../scene/link';
import type { SceneOf } from '../scene/schema';
import type { InstrumentScene } from '../scene/store.svelte';

export type InstrumentBlock = Extract<Block, { kind: 'instrument' }>;

export interface InstrumentProps<Schema extends InstrumentSchema = InstrumentSchema> {
  /** Its place on the page: `race-1`. */
  id: string;
  language: Language;
  /** What the lesson wrote, read by the schema. */
  props: SceneOf<Schema['props']>;
  /** Recorded runs by data set. */
  runs: Readonly<Record<string, RecordedRun>>;
  /** What a link may set: read it, set it. */
  scene: InstrumentScene<Schema['scene']>;
}

/** The recorded run of a data set. */
export function recordedOf(dataset: string, runs: InstrumentProps['runs']): RecordedRun {
  const recorded = runs[dataset];
  if (!recorded) {
    throw new Error(
      `No run of the data set '${dataset}' is recorded. Name one of: ${Object.keys(runs).join(', ')}.`,
    );
  }
  return recorded;
}

export type Instrument = Component<InstrumentProps>;
type Load = () => Promise<{ default: Instrument }>;

/** Holds the component against its schema; from here on the place gives it what both say. */
function registered<Schema extends InstrumentSchema>(
  _schema: Schema,
  load: () => Promise<{ default: Component<InstrumentProps<Schema>> }>,
): Load {
  return load as unknown as Load;
}

/** One line an instrument; its schema stands in web/app/instruments/schemas.ts. */
const registry: Readonly<Record<string, Load>> = {
  lab: registered(labSchema, () => import('../lab/Lab.svelte')),
  race: registered(raceSchema, () => import('../instruments/race/Race.svelte')),
  cell: registered(cellSchema, () => import('../instruments/cell/Cell.svelte')),
  unroll: registered(unrollSchema, () => import('../instruments/unroll/Unroll.svelte')),
  try: registered(trySchema, () => import('../instruments/try/Try.svelte')),
  states: registered(statesSchema, () => import('../instruments/states/States.svelte')),
};

/** Those that the build draws into the page, where they come first on it. */
const drawnByBuild: ReadonlySet<string> = new Set(['lab']);

export function loadInstrument(name: string): ReturnType<Load> {
  const load = Object.hasOwn(registry, name) ? registry[name] : undefined;
  if (load) return load();
  throw new Error(
    `web/app/lesson/instruments.ts knows no instrument '${name}'. Register it, or name one of: ${Object.keys(registry).join(', ')}.`,
  );
}

export const schemaOf = (name: string): InstrumentSchema => {
  const schema = schemas[name];
  if (schema) return schema;
  throw new Error(`web/app/instruments/schemas.ts has no schema of '${name}'. Add it.`);
};

type Blocks = readonly Block[];

export const instrumentsIn = (blocks: Blocks): InstrumentBlock[] =>
  blocks.filter((block) => block.kind === 'instrument');

export const placedIn = (blocks: Blocks): Placed[] =>
  instrumentsIn(blocks).map((block) => placedOf(block.id, schemaOf(block.name), block));

/** The page's first instrument, by its id, where the build draws it; the others come later. */
export async function loadFirst(blocks: Blocks): Promise<Readonly<Record<string, Instrument>>> {
  const [first] = instrumentsIn(blocks);
  if (!first || !drawnByBuild.has(first.name)) return {};
  return { [first.id]: (await loadInstrument(first.name)).default };
}

/** Every instrument of the registry, as the workshop's page places them. */
export const workshopBlocks = (language: Language): InstrumentBlock[] =>
  Object.entries(schemas).map(([name, schema]) => {
    const { scene = '', ...props } = schema.workshop[language];
    return { kind: 'instrument', name, id: `${name}-1`, props, scene, hide: [] };
  });
