/** What the settings of a run are called, beside each other in a form or in a sentence. */
import type { Language } from '../../shared/lesson';
import type { RunSettings } from '../../shared/protocol';
import type { ChoiceField, RunFieldName, runFields } from '../../shared/settings';
import { en } from './run-settings-en';
import { fr } from './run-settings-fr';

/** The values of a setting that is a choice. */
type ChoiceWords = {
  readonly [
    Name in RunFieldName as (typeof runFields)[Name] extends ChoiceField ? Name : never
  ]: Readonly<Record<RunSettings[Name] & string, string>>;
};

export interface SettingWords {
  readonly label: string;
  /** What it is, in a few words. */
  readonly help: string;
  /** In a sentence, with its article. */
  readonly noun: string;
  /** In French: does its noun call for "seule"? */
  readonly feminine?: true;
  /** A value where room is short, as in "rate 0.01". */
  readonly brief: (value: string) => string;
  /** What 0 means, where it is no number of anything. */
  readonly zero?: string;
}

export interface RunSettingWords {
  readonly settings: Readonly<Record<RunFieldName, SettingWords>>;
  readonly choices: ChoiceWords;
  /** Of an optional setting: left to the draw. */
  readonly drawn: string;
}

export const runSettingWords: Readonly<Record<Language, RunSettingWords>> = { fr, en };
