/** Keeps the settings from one visit to the next, where the browser lets a page keep things. */
import type { RunSettings } from '../../shared/protocol';
import { parseSettings, storedSettings } from './setting-fields';

const keyOf = (dataset: string): string => `recurrence.lab.${dataset}`;

export function loadSettings(dataset: string): RunSettings | null {
  let text: string | null = null;
  try {
    text = localStorage.getItem(keyOf(dataset));
  } catch {
    // A browser that keeps nothing throws here: the lab starts with its defaults.
  }
  return parseSettings(text, dataset);
}

export function saveSettings(settings: RunSettings): void {
  try {
    localStorage.setItem(keyOf(settings.dataset), storedSettings(settings));
  } catch {
    // Full or forbidden: the settings hold until the page is left.
  }
}
