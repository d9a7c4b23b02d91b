/** Settings and models in words. Pure. */
import type { RunSettings } from '../../../shared/protocol';
import { applies, runFields, type RunFieldName } from '../../../shared/settings';
import type { Language } from '../../../shared/lesson';
import type { Formats } from '../../format';
import type { RaceWords } from '../../i18n/race';
import type { RunSettingWords } from '../../i18n/run-settings';
import { changesOf, differences, type ModelField } from './models';
import { letters } from './schema';

/** What it takes to say a setting of any run. */
export interface SettingTexts {
  readonly language: Language;
  readonly run: RunSettingWords;
  readonly format: Formats;
}

export interface Texts extends SettingTexts {
  readonly race: RaceWords;
}

export const letterOf = (index: number): string => (letters[index] ?? '').toUpperCase();

/** The value of a setting, as a form or a sentence prints it. */
export function valueText(
  name: RunFieldName,
  value: unknown,
  { run, format }: SettingTexts,
): string {
  if (runFields[name].kind === 'choice') {
    const choices: Readonly<Record<string, Readonly<Record<string, string>>>> = run.choices;
    return choices[name]?.[String(value)] ?? String(value);
  }
  if (value === null) return run.drawn;
  const { zero } = run.settings[name];
  return value === 0 && zero !== undefined ? zero : format.setting(Number(value));
}

export const briefText = (name: RunFieldName, settings: RunSettings, texts: Texts): string =>
  texts.run.settings[name].brief(valueText(name, settings[name], texts));

/** What each model is called: its letter, and what it alone has, or else what sets it apart. */
export function namesOf(models: readonly RunSettings[], texts: Texts): readonly string[] {
  const differing = differences(models);
  const sharing = (name: ModelField, { [name]: value }: RunSettings): number =>
    models.filter((model) => applies(name, model) && model[name] === value).length;
  return models.map((model, index) => {
    const own = differing.filter((each) => applies(each, model));
    const name = own.find((each) => sharing(each, model) === 1) ?? own[0];
    return name ? `${letterOf(index)}\u00a0${briefText(name, model, texts)}` : letterOf(index);
  });
}

const listed = (parts: readonly string[], language: Language): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(parts);

/** "Only the cell differs: …" */
export function differenceSentence(models: readonly RunSettings[], texts: Texts): string {
  const { race, run, language } = texts;
  const differing = differences(models);
  const [only] = differing;
  if (only === undefined) return race.differ.none;
  if (differing.length > 1) {
    return race.differ.several(
      listed(
        differing.map((name) => run.settings[name].noun),
        language,
      ),
    );
  }
  const { noun, feminine } = run.settings[only];
  return race.differ.one(noun, feminine ?? false, valuesOf(only, models, texts));
}

function valuesOf(name: ModelField, models: readonly RunSettings[], texts: Texts): string {
  return models
    .flatMap((model, index) =>
      applies(name, model)
        ? [texts.race.differ.value(letterOf(index), valueText(name, model[name], texts))]
        : [],
    )
    .join(', ');
}

/** A model of the last race, with what it was where it is another one now: "C before (LSTM)". */
export function ghostName(
  index: number,
  model: RunSettings,
  before: RunSettings,
  texts: Texts,
): string {
  const label = texts.race.ghost.label(letterOf(index));
  const changed = changesOf(model, before).filter((name) => applies(name, before));
  const parts = changed.map((name) => briefText(name, before, texts));
  return parts.length > 0 ? `${label} (${parts.join(', ')})` : label;
}

/** What a model was before, where it is another one now: "C: LSTM, rate 0.01". */
export function ghostSentence(
  models: readonly RunSettings[],
  ghosts: readonly (RunSettings | null)[],
  texts: Texts,
): string {
  const { ghost } = texts.race;
  const changes = models.flatMap((model, index) => {
    const before = ghosts[index];
    if (!before) return [];
    const changed = changesOf(model, before).filter((name) => applies(name, before));
    const parts = changed.map((name) => briefText(name, before, texts));
    return parts.length > 0 ? [ghost.change(letterOf(index), parts.join(', '))] : [];
  });
  return changes.length > 0
    ? ghost.changed(changes.join(texts.language === 'fr' ? '\u202f; ' : '; '))
    : ghost.same;
}
