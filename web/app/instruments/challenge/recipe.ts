/**
 * What a browser keeps of a solved challenge: how to do it again. It proves nothing, and is never
 * shown as solved: the run that it makes is checked as any other.
 */
import type { RunSettings } from '../../../shared/protocol';
import { fits, runFields } from '../../../shared/settings';
import type { Versions } from '../../scene/link';
import { chosenFields, settingsOf, type Challenge } from './challenges';

export interface Recipe {
  readonly settings: RunSettings;
  /** Seen when it was checked. */
  readonly examples: number;
  readonly versions: Versions;
  /** The day, as 2026-11-25. */
  readonly day: string;
}

/** What of the browser's storage a recipe uses; each call may throw. */
export type RecipeStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** One entry a challenge and data set. */
export const recipeKey = (id: string, dataset: string): string =>
  `recurrence.challenge.${id}.${dataset}`;

export function writeRecipe(challenge: Challenge, recipe: Recipe): string {
  const { settings, ...more } = recipe;
  const own = chosenFields(challenge).map((name) => [name, settings[name]]);
  return JSON.stringify({ ...more, settings: Object.fromEntries(own) });
}

const isText = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{1,16}$/u.test(value);

const asObject = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** Null for anything but a recipe of this challenge, whoever wrote it. */
export function parseRecipe(
  challenge: Challenge,
  language: 'fr' | 'en',
  text: string | null,
): Recipe | null {
  let raw: unknown;
  try {
    raw = JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
  const kept = asObject(raw);
  const chosen = asObject(kept['settings']);
  if (!chosenFields(challenge).every((name) => fits(runFields[name], chosen[name]))) return null;
  const { examples, day } = kept;
  const { maxExamples } = challenge.goal;
  if (!Number.isInteger(examples) || Number(examples) < 1 || Number(examples) > maxExamples) {
    return null;
  }
  if (typeof day !== 'string' || !/^\d{4}-\d\d-\d\d$/u.test(day) || isNaN(Date.parse(day))) {
    return null;
  }
  const { data, engine } = asObject(kept['versions']);
  if (!isText(data) || !isText(engine)) return null;
  const settings = settingsOf(challenge, chosen, language);
  return { settings, examples: Number(examples), versions: { data, engine }, day };
}
