/** What the instrument "gradient" says; numbers and tokens arrive typeset. */
import type { Language } from '../../shared/lesson';
import type { PresetName } from '../instruments/gradient/schema';
import { en } from './gradient-en';
import { fr } from './gradient-fr';

export interface GradientWords {
  readonly reading: string;
  readonly start: string;
  readonly pause: string;
  readonly step: string;
  readonly reset: string;
  readonly again: string;
  readonly presets: string;
  readonly preset: Readonly<Record<PresetName, string>>;
  readonly length: string;
  readonly letters: (count: string) => string;
  readonly example: string;
  readonly of: (count: string) => string;
  readonly ownText: string;
  readonly ownTextHelp: string;
  readonly position: string;
  readonly lastPosition: string;
  readonly output: string;
  readonly outputs: {
    readonly right: string;
    readonly of: (key: string) => string;
  };
  readonly settings: Readonly<Record<'rnn' | 'lstm' | 'all', string>>;
  readonly more: string;
  /** Refused or still missing. */
  readonly badStart: string;
  readonly refused: (message: string) => string;
  readonly state: {
    readonly opening: string;
    readonly ready: (seed: string) => string;
    readonly changed: string;
    readonly running: string;
    readonly paused: string;
    readonly over: string;
    readonly seen: (examples: string) => string;
  };
  readonly diverged: (facts: {
    readonly model: string;
    readonly step: string;
    readonly norm: string;
    readonly overflow: boolean;
    readonly before: string;
    readonly kept: string;
  }) => string;
  readonly recover: {
    readonly lead: string;
    readonly rate: (rate: string) => string;
    readonly clip: (norm: string) => string;
    readonly done: (kept: string) => string;
  };
  readonly heading: string;
  readonly lossHere: string;
  readonly unread: string;
  readonly cutHere: string;
  readonly bars: (output: string) => string;
  readonly letter: string;
  readonly names: Readonly<Record<'rnn-h' | 'lstm-h' | 'lstm-c' | 'gru-h', string>>;
  readonly cursor: string;
  readonly cursorHelp: string;
  readonly overflow: string;
  readonly at: (step: string, token: string, values: string) => string;
  readonly unreadAt: (step: string, token: string) => string;
  readonly value: (name: string, value: string) => string;
  readonly summary: {
    readonly waiting: string;
    readonly row: (text: string, label: string, position: string) => string;
    /** From the answer back to the first letter. */
    readonly fall: (values: string) => string;
    readonly predicted: (values: string) => string;
    readonly rnn: (radius: string, factor: string) => string;
    readonly most: (values: string) => string;
    readonly mostOf: (model: string, token: string, step: string) => string;
    readonly truncated: (steps: string) => string;
    readonly list: (values: readonly string[]) => string;
  };
  readonly strip: {
    readonly heading: string;
    readonly reading: (ceiling: string | null) => string;
    readonly ceiling: string;
    readonly step: string;
    readonly summary: (facts: {
      readonly model: string;
      readonly step: string;
      readonly before: string;
      readonly after: string;
      readonly clipped: string;
      readonly count: string;
    }) => string;
    readonly none: string;
    readonly cursor: string;
    readonly cursorHelp: string;
  };
  readonly table: {
    readonly step: string;
    readonly token: string;
    readonly gradient: (name: string) => string;
    readonly predicted: (name: string) => string;
    readonly uncut: (name: string) => string;
    readonly moved: (model: string) => string;
    readonly at: (examples: string) => string;
  };
}

export const gradientWords: Readonly<Record<Language, GradientWords>> = { fr, en };
