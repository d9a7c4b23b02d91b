import type { Component } from 'svelte';
import type { Language, Lesson } from '../../shared/lesson';
import type { RecordedRun } from '../../shared/recorded-run';

export interface InstrumentProps {
  language: Language;
  /** As the lesson wrote them. */
  props: Readonly<Record<string, string>>;
  /** Recorded runs by data set. */
  runs: Readonly<Record<string, RecordedRun>>;
}

/** The recorded run that an instrument's attribute `dataset` names. */
export function recordedOf(
  props: InstrumentProps['props'],
  runs: InstrumentProps['runs'],
): { readonly dataset: string; readonly recorded: RecordedRun } {
  const dataset = props['dataset'] ?? '';
  const recorded = runs[dataset];
  if (!recorded) {
    throw new Error(
      `No run of the data set '${dataset}' is recorded. Name one of: ${Object.keys(runs).join(', ')}.`,
    );
  }
  return { dataset, recorded };
}

export type Instrument = Component<InstrumentProps>;

/** Each is loaded by the pages that hold it, and by no other. */
const registry: Readonly<Record<string, () => Promise<{ default: Instrument }>>> = {
  lab: () => import('../lab/Lab.svelte'),
};

export async function loadInstruments(lesson: Lesson): Promise<Record<string, Instrument>> {
  const names = new Set(
    lesson.blocks.flatMap((block) => (block.kind === 'instrument' ? [block.name] : [])),
  );
  const loaded = [...names].map(async (name) => {
    const load = registry[name];
    if (!load) {
      throw new Error(
        `web/app/lesson/instruments.ts knows no instrument '${name}'. Register it, or name one of: ${Object.keys(registry).join(', ')}.`,
      );
    }
    return [name, (await load()).default] as const;
  });
  return Object.fromEntries(await Promise.all(loaded));
}
