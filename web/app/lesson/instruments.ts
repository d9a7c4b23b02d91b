import { untrack, type Component } from 'svelte';
import type { Block, Language } from '../../shared/lesson';
import type { Question } from '../../shared/prediction';
import type { RecordedRun } from '../../shared/recorded-run';
import { loadStrings } from '../i18n';
import type { LabSchema } from '../instruments/lab/schema';
import { placedOf } from '../instruments/placed';
import type { InstrumentSchema } from '../instruments/schema';
import { runOf } from '../lab/run-scene';
import type { Placed } from '../scene/link';
import type { SceneOf } from '../scene/schema';
import type { InstrumentScene, SceneStore } from '../scene/store.svelte';
import type { Workbench } from '../workbench/workbench';

export type InstrumentBlock = Extract<Block, { kind: 'instrument' }>;

export interface InstrumentProps<Schema extends InstrumentSchema = InstrumentSchema> {
  /** Its place on the page: `race-1`. */
  id: string;
  language: Language;
  /** What the lesson wrote, read by the schema. */
  props: SceneOf<Schema['props']>;
  /** Recorded runs by data set. */
  runs: Readonly<Record<string, RecordedRun>>;
  /** What the lesson asks there, where it asks. */
  questions: readonly Question[];
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

interface Registered {
  /** For the place where it stands, and what links may say of it: with the page. */
  readonly schema: () => Promise<InstrumentSchema>;
  /** The instrument itself: when the reader comes near. */
  readonly load: Load;
}

/** Holds the component against its schema; from here on the place gives it what both say. */
function registered<Schema extends InstrumentSchema>(
  schema: () => Promise<Schema>,
  load: () => Promise<{ default: Component<InstrumentProps<Schema>> }>,
): Registered {
  return { schema, load: load as unknown as Load };
}

/** The build does not draw these: so their styles do not stand in its pages either. */
const later = (): Promise<never> =>
  Promise.reject(new Error('The build draws no such instrument.'));

/** Two lines an instrument: a page fetches what its own instruments need, and nothing of others. */
const registry: Readonly<Record<string, Registered>> = {
  lab: registered(
    async () => (await import('../instruments/lab/schema')).labSchema,
    () => import('../lab/Lab.svelte'),
  ),
  race: registered(
    async () => (await import('../instruments/race/schema')).raceSchema,
    () => (import.meta.env.SSR ? later() : import('../instruments/race/Race.svelte')),
  ),
  unroll: registered(
    async () => (await import('../instruments/unroll/schema')).unrollSchema,
    () => (import.meta.env.SSR ? later() : import('../instruments/unroll/Unroll.svelte')),
  ),
  cell: registered(
    async () => (await import('../instruments/cell/schema')).cellSchema,
    () => (import.meta.env.SSR ? later() : import('../instruments/cell/Cell.svelte')),
  ),
  states: registered(
    async () => (await import('../instruments/states/schema')).statesSchema,
    () => (import.meta.env.SSR ? later() : import('../instruments/states/States.svelte')),
  ),
  try: registered(
    async () => (await import('../instruments/try/schema')).trySchema,
    () => (import.meta.env.SSR ? later() : import('../instruments/try/Try.svelte')),
  ),
  gradient: registered(
    async () => (await import('../instruments/gradient/schema')).gradientSchema,
    () => (import.meta.env.SSR ? later() : import('../instruments/gradient/Gradient.svelte')),
  ),
  clamp: registered(
    async () => (await import('../instruments/clamp/schema')).clampSchema,
    () => (import.meta.env.SSR ? later() : import('../instruments/clamp/Clamp.svelte')),
  ),
  confusion: registered(
    async () => (await import('../instruments/confusion/schema')).confusionSchema,
    () => (import.meta.env.SSR ? later() : import('../instruments/confusion/Confusion.svelte')),
  ),
  predict: registered(
    async () => (await import('../instruments/predict/schema')).predictSchema,
    () => (import.meta.env.SSR ? later() : import('../instruments/predict/Predict.svelte')),
  ),
  challenge: registered(
    async () => (await import('../instruments/challenge/schema')).challengeSchema,
    () => (import.meta.env.SSR ? later() : import('../instruments/challenge/Challenge.svelte')),
  ),
};

/**
 * Lets the page's own model begin as its lab says, which a link may set without showing it: so
 * the link of an instrument that looks into the model holds for the model too.
 */
export function beginAsTheLab(workbench: Workbench, blocks: Blocks, scenes: SceneStore): Workbench {
  const lab = instrumentsIn(blocks).find(({ name }) => name === 'lab');
  if (lab) {
    const scene = scenes.of<LabSchema['scene']>(lab.id);
    workbench.begins('main', () => untrack(() => runOf(scene.value, lab.props['dataset'] ?? '')));
  }
  return workbench;
}

/** Those that the build draws into the page, where they come first on it. */
const drawnByBuild: ReadonlySet<string> = new Set(['lab']);

function registeredOf(name: string): Registered {
  const found = Object.hasOwn(registry, name) ? registry[name] : undefined;
  if (found) return found;
  throw new Error(
    `web/app/lesson/instruments.ts knows no instrument '${name}'. Register it, or name one of: ${Object.keys(registry).join(', ')}.`,
  );
}

export const loadInstrument = (name: string): ReturnType<Load> => registeredOf(name).load();

/** The schemas of the instruments of one page, by name. */
export type Schemas = Readonly<Record<string, InstrumentSchema>>;

type Blocks = readonly Block<unknown>[];

export const instrumentsIn = (blocks: Blocks): InstrumentBlock[] =>
  blocks.filter((block) => block.kind === 'instrument');

async function loadSchemas(blocks: Blocks): Promise<Schemas> {
  const names = [...new Set(instrumentsIn(blocks).map(({ name }) => name))];
  const schemas = await Promise.all(names.map((name) => registeredOf(name).schema()));
  return Object.fromEntries(names.map((name, index) => [name, schemas[index]!]));
}

export function schemaOf(name: string, schemas: Schemas): InstrumentSchema {
  const schema = schemas[name];
  if (schema) return schema;
  throw new Error(`The schema of '${name}' is not here. Load it with the page: loadSchemas.`);
}

export const placedIn = (blocks: Blocks, schemas: Schemas): Placed[] =>
  instrumentsIn(blocks).map((block) => placedOf(block.id, schemaOf(block.name, schemas), block));

/** The page's first instrument, by its id, where the build draws it; the others come later. */
async function loadFirst(blocks: Blocks): Promise<Readonly<Record<string, Instrument>>> {
  const [first] = instrumentsIn(blocks);
  if (!first || !drawnByBuild.has(first.name)) return {};
  return { [first.id]: (await loadInstrument(first.name)).default };
}

/** What a page and its instruments need before it is drawn. */
export async function loadPage(blocks: Blocks, language: Language) {
  const [schemas, drawn] = await Promise.all([
    loadSchemas(blocks),
    loadFirst(blocks),
    loadStrings(language),
  ]);
  return { schemas, drawn };
}
