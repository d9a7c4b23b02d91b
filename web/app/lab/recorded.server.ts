import { existsSync, readFileSync } from 'node:fs';
import { datasets } from '../../shared/datasets';
import type { Lesson } from '../../shared/lesson';
import type { RecordedRun } from '../../shared/recorded-run';

type Runs = Record<string, RecordedRun>;

/** The recorded run of every data set that a lesson's instruments name. */
export function loadRecordedRuns(lesson: Lesson): Runs {
  const names = lesson.blocks.flatMap((block) =>
    block.kind === 'instrument' && block.props['dataset'] ? [block.props['dataset']] : [],
  );
  return runsOf(names);
}

/** Those of all data sets, where a reader may choose. */
export const loadAllRecordedRuns = (): Runs => runsOf(datasets);

const runsOf = (names: readonly string[]): Runs =>
  Object.fromEntries(names.map((name) => [name, read(`build/recorded/${name}.json`)]));

function read(file: string): RecordedRun {
  if (!existsSync(file)) {
    throw new Error(`${file} is missing: no run is recorded yet. Run npm run build.`);
  }
  return JSON.parse(readFileSync(file, 'utf8')) as RecordedRun;
}
