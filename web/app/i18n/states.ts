/** What the heat map of states and gates says, with its surveys and searches. */
import type { Language } from '../../shared/lesson';
import { statesEn } from './states-en';
import { statesFr } from './states-fr';

export type SortName = 'number' | 'value' | 'likeness' | 'feature';
type Key = 'shiftArrows' | 'enter';

/** Numbers arrive typeset. */
export interface StatesWords {
  readonly title: string;
  readonly reading: Readonly<Record<'signed' | 'share', string>>;
  /** The same where values are bars, as colours are not to be had. */
  readonly readingBars: Readonly<Record<'signed' | 'share', string>>;
  readonly symbol: string;
  readonly layer: string;
  readonly direction: string;
  readonly directions: Readonly<Record<'forward' | 'backward', string>>;
  readonly way: Readonly<Record<'forward' | 'backward', string>>;
  readonly sort: string;
  readonly sorts: Readonly<Record<SortName, string>>;
  readonly sortStep: string;
  readonly unitHead: string;
  readonly cursor: string;
  readonly cursorHelp: string;
  readonly keyNames: Readonly<Record<Key, string>>;
  readonly keyActs: Readonly<Record<Key, string>>;
  readonly at: (place: {
    readonly letter: string;
    readonly unit: string;
    readonly token: string;
    readonly step: string;
    readonly value: string;
  }) => string;
  readonly unknownToken: string;
  readonly inStretch: string;
  readonly hint: string;
  readonly legend: {
    readonly beyond: (end: string) => string;
    /** What the ends of a gate's scale do. */
    readonly meaning: Readonly<Record<'i' | 'f' | 'o' | 'r' | 'z', string>>;
    readonly negative: string;
    readonly cutCorner: string;
  };
  readonly summary: (facts: {
    readonly tensor: string;
    readonly units: string;
    readonly steps: string;
    readonly text: string;
    readonly largest: string;
    readonly smallest: string;
  }) => string;
  readonly extreme: (value: string, unit: string, token: string, step: string) => string;
  /** The tensor in words: "hidden state h, layer 2, read backwards". */
  readonly tensor: (
    name: string,
    letter: string,
    layer: string | null,
    way: string | null,
  ) => string;
  readonly sorted: Readonly<Record<'number' | 'feature', string>>;
  readonly sortedByValue: (step: string, token: string) => string;
  readonly groups: (count: number, units: string) => string;
  readonly sortWaits: string;
  readonly modelAt: (examples: string, unit: string) => string;
  readonly untrained: string;
  readonly states: {
    readonly bag: string;
    readonly empty: string;
    readonly loading: string;
    readonly none: string;
    readonly refused: (message: string) => string;
  };
  readonly column: (step: string, token: string) => string;
  readonly csv: readonly [string, string, string, string, string, string];
  readonly ask: {
    readonly title: string;
    readonly lead: string;
    readonly feature: string;
    readonly choose: string;
    readonly groups: Readonly<Record<'class' | 'seen' | 'token' | 'other', string>>;
    /** As an option of the list. */
    readonly option: Readonly<Record<'class' | 'seen' | 'token', (of: string) => string>>;
    readonly vowel: string;
    readonly position: string;
    /** As a part of a sentence, in which it is what a unit follows. */
    readonly named: Readonly<Record<'class' | 'seen' | 'token', (of: string) => string>> &
      Readonly<Record<'vowel' | 'position', string>>;
    readonly backwards: string;
    readonly go: string;
    readonly cancel: string;
    readonly running: string;
    /** How long it still takes, by what is done. */
    readonly left: (duration: string) => string;
    readonly cancelled: string;
    readonly overtaken: string;
    readonly found: Readonly<
      Record<'still' | 'none' | 'faint' | 'clear' | 'close', (facts: FoundFacts) => string>
    >;
    readonly numbers: (facts: FoundFacts) => string;
    readonly caveat: (facts: FoundFacts) => string;
    /** The same where no unit was found. */
    readonly caveatNone: (facts: FoundFacts) => string;
    readonly stale: string;
    readonly picture: (facts: FoundFacts) => string;
    readonly lines: readonly [string, string, string];
    readonly chosenOf: (units: string) => string;
    readonly marked: (unit: string) => string;
  };
  readonly search: {
    readonly title: string;
    readonly lead: string;
    readonly from: string;
    readonly to: string;
    readonly chosen: (from: string, to: string, tokens: string) => string;
    readonly go: string;
    readonly clear: string;
    readonly running: string;
    readonly found: (count: number, tokens: string, tensor: string) => string;
    readonly none: string;
    readonly note: string;
    readonly distance: (value: string) => string;
    readonly distanceHead: string;
    readonly show: string;
    readonly shown: (text: string) => string;
    readonly back: string;
    readonly backSaid: string;
    readonly shownNow: string;
  };
}

export interface FoundFacts {
  readonly letter: string;
  readonly unit: string;
  readonly units: string;
  readonly feature: string;
  readonly rises: boolean;
  readonly chosen: string;
  readonly measured: string;
  readonly shuffled: string;
  readonly places: string;
  readonly examples: string;
}

export const statesWords: Readonly<Record<Language, StatesWords>> = { fr: statesFr, en: statesEn };
