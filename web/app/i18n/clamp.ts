/** What the instrument that holds gates says; numbers, tokens and symbols arrive typeset. */
import type { Language } from '../../shared/lesson';
import { clampEn } from './clamp-en';
import { clampFr } from './clamp-fr';

type MapName = 'free' | 'held' | 'difference';
type Key = 'shiftArrows' | 'enter' | 'undo' | 'redo';

export interface ClampWords {
  readonly title: string;
  readonly reading: string;
  /** The form. */
  readonly gate: string;
  readonly value: string;
  readonly units: string;
  readonly steps: string;
  readonly all: string;
  readonly first: Readonly<Record<'units' | 'steps', string>>;
  readonly last: Readonly<Record<'units' | 'steps', string>>;
  /** The three stops of a gate, and those of a candidate. */
  readonly stops: readonly [string, string, string];
  readonly candidateStops: readonly [string, string, string];
  readonly hold: string;
  readonly another: string;
  readonly full: (count: string) => string;
  /** Which of the two the form does. */
  readonly making: string;
  readonly changing: (number: string) => string;
  /** The list. */
  readonly holds: string;
  readonly nothingHeld: string;
  readonly change: string;
  readonly letGo: string;
  readonly letAllGo: string;
  readonly undo: string;
  readonly redo: string;
  readonly aside: string;
  readonly misfits: Readonly<Record<'cell' | 'layer' | 'way' | 'units' | 'steps', string>>;
  readonly holdName: (facts: {
    readonly name: string;
    readonly letter: string;
    readonly value: string;
    readonly units: string;
    readonly steps: string;
    readonly layer: string | null;
    readonly way: string | null;
  }) => string;
  readonly span: Readonly<Record<'units' | 'steps', SpanWords>>;
  readonly presets: string;
  readonly preset: Readonly<Record<'forget' | 'nothing-in', (gate: string) => string>>;
  /** The figure. */
  readonly maps: Readonly<Record<MapName, (tensor: string) => string>>;
  readonly cursors: Readonly<Record<MapName | 'answers', string>>;
  readonly cursorHelp: string;
  readonly answersHelp: string;
  readonly answers: (text: string) => string;
  readonly hint: string;
  readonly keyNames: Readonly<Record<Key, string>>;
  readonly keyActs: Readonly<Record<Key, string>>;
  readonly at: (facts: {
    readonly unit: string;
    readonly step: string;
    readonly token: string;
    readonly letter: string;
    readonly free: string;
    readonly held: string | null;
    readonly difference: string | null;
  }) => string;
  readonly held: (moved: string) => string;
  readonly heldAt: (token: string, moved: string) => string;
  readonly free: (answer: string) => string;
  readonly stateMoved: (facts: {
    readonly letter: string;
    readonly unit: string;
    readonly step: string;
    readonly token: string;
    readonly free: string;
    readonly held: string;
  }) => string;
  readonly stateStill: (letter: string) => string;
  readonly setAside: (count: number) => string;
  readonly noGates: Readonly<Record<'bag' | 'rnn', string>>;
  readonly columns: {
    readonly of: string;
    readonly free: (what: string) => string;
    readonly held: (what: string) => string;
  };
  /** What is measured, which one of it, step, token, known, free, held. */
  readonly csv: readonly [string, string, string, string, string, string, string];
  readonly csvAnswer: string;
}

interface SpanWords {
  readonly all: string;
  readonly one: (number: string) => string;
  readonly between: (from: string, to: string) => string;
  readonly onwards: (from: string) => string;
}

export const clampWords: Readonly<Record<Language, ClampWords>> = { fr: clampFr, en: clampEn };
