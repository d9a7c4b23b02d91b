/** What a person typed, as the value of a setting that is a number. Pure. */
import type { Language } from '../../../shared/lesson';
import { parseNumber } from '../../../shared/quiz';
import { fits, type NumberField, type OptionalField } from '../../../shared/settings';

export type SettingReading =
  | { readonly value: number | null }
  | { readonly problem: 'not-number' | 'not-integer' | 'outside' };

/** Nothing typed leaves an optional setting to the engine. */
export function readSetting(
  field: NumberField | OptionalField,
  typed: string,
  language: Language,
): SettingReading {
  if (field.kind === 'optional' && typed.trim() === '') return { value: null };
  const value = parseNumber(typed, '', language);
  if (value === null) return { problem: 'not-number' };
  if (fits(field, value)) return { value };
  const whole = field.kind !== 'integer' || Number.isInteger(value);
  return { problem: whole ? 'outside' : 'not-integer' };
}
