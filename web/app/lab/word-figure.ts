/** The model's answer after each letter, as places on a scale between two classes. Pure. */
import type { Reading } from '../../shared/protocol';

export interface LetterMark {
  readonly x: number;
  readonly y: number;
  /** What stands under the mark. */
  readonly letter: string;
  readonly known: boolean;
  /** Index of the class that the answer leans to here. */
  readonly leaning: number;
  /** Its probability. */
  readonly share: number;
}

export interface WordDrawing {
  readonly width: number;
  /** Width of a letter's column. */
  readonly step: number;
  readonly height: number;
  /** Heights at which the first class, neither, and the second class are certain. */
  readonly top: number;
  readonly middle: number;
  readonly bottom: number;
  readonly letterY: number;
  readonly valueY: number;
  readonly letterSize: number;
  readonly marks: readonly LetterMark[];
  readonly path: string;
  /** Is there room for every letter's number, or only for the last one's? */
  readonly allValues: boolean;
}

const top = 22;
const bottom = 112;
const widestStep = 46;
const valueWidth = 22;

/** A character that prints, or the name of its code point. */
export function visible(character: string): string {
  if (!/^[\p{C}\p{Z}\p{M}]+$/u.test(character)) return character;
  return [...character]
    .map((each) => `U+${each.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`)
    .join('\u00a0');
}

/** Keeps a reader's own words, whatever their direction, from reordering the sentence around. */
export const isolated = (text: string): string => `\u2068${text}\u2069`;

export function leaning(probabilities: readonly number[]): { index: number; share: number } {
  const share = Math.max(...probabilities);
  return { index: probabilities.indexOf(share), share };
}

/** The word up to a letter, as it prints. */
export function prefixOf({ characters }: Reading, index: number): string {
  const letters = characters.slice(0, index + 1);
  return isolated(letters.map(visible).join(''));
}

export function drawWord(reading: Reading | null, width: number): WordDrawing {
  const count = Math.max(1, reading?.characters.length ?? 0);
  const step = Math.min(widestStep, width / count);
  const marks = (reading?.characters ?? []).map((character, index): LetterMark => {
    const probabilities = reading?.probabilities[index] ?? [];
    const { index: side, share } = leaning(probabilities);
    return {
      x: step * (index + 0.5),
      y: bottom + (top - bottom) * (probabilities[0] ?? 0.5),
      // A code point's name is wider than its column.
      letter: visible(character) === character ? character : '\ufffd',
      known: reading?.known[index] ?? false,
      leaning: side,
      share,
    };
  });
  return {
    width,
    height: 184,
    step,
    top,
    middle: (top + bottom) / 2,
    bottom,
    letterY: bottom + 46,
    valueY: bottom + 65,
    letterSize: Math.max(9, Math.min(20, step * 0.95)),
    marks,
    path: marks
      .map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)},${y.toFixed(1)}`)
      .join(''),
    allValues: step >= valueWidth,
  };
}

/** The distinct characters of a reading that the model never saw, as they print. */
export function unknownCharacters({ characters, known }: Reading): string[] {
  return [...new Set(characters.filter((_, index) => known[index] === false))].map(visible);
}
