/** The models of a race as its scene describes them, and what tells them apart. Pure. */
import { cells, type RunSettings } from '../../../shared/run-settings';
import { applies, runFieldNames, runFields, type RunFieldName } from '../../../shared/settings';
import { part } from '../../scene/schema';
import { letters, modelFields, type Letter, type RaceScene } from './schema';

export type ModelField = Exclude<RunFieldName, 'seed'>;
export const modelFieldNames = runFieldNames.filter((name): name is ModelField => name !== 'seed');

export const lettersOf = ({ models }: Pick<RaceScene, 'models'>): readonly Letter[] =>
  letters.slice(0, models);

export function settingsOf(scene: RaceScene): readonly RunSettings[] {
  const { dataset, seed } = scene;
  return lettersOf(scene).map((letter) => ({
    ...part(scene, letter, modelFields),
    dataset,
    seed,
  }));
}

/** A setting that only one cell has, and that others cannot share. */
const ofOneCell = (name: ModelField): boolean =>
  cells.filter((cell) => applies(name, { cell })).length === 1;

/** Does this setting tell the models apart? What a cell does not have tells nothing. */
export function differs(name: ModelField, models: readonly RunSettings[]): boolean {
  const having = models.filter((model) => applies(name, model));
  const values = new Set(having.map((model) => model[name]));
  if (values.size > 1) return true;
  const some = having.length > 0 && having.length < models.length;
  return some && ofOneCell(name) && !values.has(runFields[name].default);
}

/** The settings in which models differ, in the order of a form. */
export const differences = (models: readonly RunSettings[]): readonly ModelField[] =>
  modelFieldNames.filter((name) => differs(name, models));

/** The settings in which one model differs from what it was. */
export const changesOf = (now: RunSettings, before: RunSettings): readonly RunFieldName[] =>
  runFieldNames.filter(
    (name) => now[name] !== before[name] && (applies(name, now) || applies(name, before)),
  );
