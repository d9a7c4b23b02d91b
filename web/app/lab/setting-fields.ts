/** Reads what a person typed or a storage kept as a setting; says what is wrong with it. */
import type { Language } from '../../shared/lesson';
import type { RunSettings } from '../../shared/protocol';
import { parseNumber } from '../../shared/quiz';
import {
  defaultSettings,
  fits,
  runFieldNames,
  runFields,
  type RunFieldName,
} from '../../shared/settings';

/** The settings that the lab offers, and keeps from one visit to the next. */
export const labFields = ['cell', 'direction', 'hidden', 'learningRate', 'seed'] as const;

/** All others, which the lab shows where its reader may choose all, or where a link has set one. */
export const otherFields = runFieldNames.filter(
  (name): name is Exclude<RunFieldName, (typeof labFields)[number]> =>
    !(labFields as readonly RunFieldName[]).includes(name),
);

/** Is one of them not at its standard? */
export const differs = (settings: RunSettings): boolean =>
  otherFields.some((name) => settings[name] !== runFields[name].default);

/** Settings that are a number, always. */
export type NumberFieldName = {
  [Name in RunFieldName]: RunSettings[Name] extends number ? Name : never;
}[RunFieldName];

export type FieldReading =
  { readonly value: number } | { readonly problem: 'not-number' | 'not-integer' | 'outside' };

export function readField(name: NumberFieldName, typed: string, language: Language): FieldReading {
  const value = parseNumber(typed, '', language);
  if (value === null) return { problem: 'not-number' };
  const field = runFields[name];
  if (fits(field, value)) return { value };
  const whole = field.kind === 'number' || Number.isInteger(value);
  return { problem: whole ? 'outside' : 'not-integer' };
}

/** Settings read back from storage; null when any of them is not what this site writes today. */
export function parseSettings(text: string | null, dataset: string): RunSettings | null {
  let raw: unknown;
  try {
    raw = JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
  if (typeof raw !== 'object' || raw === null) return null;
  const kept = raw as Readonly<Record<string, unknown>>;
  if (!labFields.every((name) => fits(runFields[name], kept[name]))) return null;
  const settings = Object.fromEntries(labFields.map((name) => [name, kept[name]]));
  return { ...defaultSettings, ...settings, dataset };
}

/** What `parseSettings` reads. */
export const storedSettings = (settings: RunSettings): string =>
  JSON.stringify(Object.fromEntries(labFields.map((name) => [name, settings[name]])));
