/** The model's answer at each token of a text, as places on a scale between two answers. Pure. */
import type { Unit } from '../../shared/data-info';
import type { Reading } from '../../shared/protocol';
import { joined } from '../../shared/words';

export interface TokenMark {
  readonly x: number;
  readonly y: number;
  /** What stands under the mark. */
  readonly label: string;
  readonly known: boolean;
  /** Does the answer lean to the class at the top here? */
  readonly towards: boolean;
  /** The probability that is written: of the leading class where there are two, else of the top. */
  readonly share: number;
}

export interface WordDrawing {
  readonly width: number;
  /** Width of a token's column. */
  readonly step: number;
  readonly height: number;
  /** Heights at which the class at the top, neither, and the other answer are certain. */
  readonly top: number;
  readonly middle: number;
  readonly bottom: number;
  readonly labelY: number;
  readonly valueY: number;
  readonly labelSize: number;
  /** Words that are wider than their columns stand upright. */
  readonly upright: boolean;
  readonly marks: readonly TokenMark[];
  readonly path: string;
  /** Is there room for every token's number, or only for the answer's? */
  readonly allValues: boolean;
}

/** What the scale is made for. */
export interface WordScale {
  readonly unit: Unit;
  /** The class at the top; the other answer, or all others, are at the bottom. */
  readonly side: number;
}

const top = 22;
const bottom = 112;
const widestStep = { character: 46, word: 108 };
const valueWidth = 22;
const wordSize = 14;
/** Of a letter of a word, at most; in ems. */
const letterWidth = 0.6;
/** Longer words are shortened, so that they fit under the scale. */
const longestWord = 12;

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

/** The text up to a token, as it prints. */
export function prefixOf({ characters }: Reading, index: number, unit: Unit = 'character'): string {
  return isolated(joined(characters.slice(0, index + 1).map(visible), unit));
}

/** A code point's name is wider than its column; a word has room for so many letters. */
function labelOf(token: string, unit: Unit): string {
  if (unit === 'character') return visible(token) === token ? token : '\ufffd';
  const letters = [...token];
  return letters.length <= longestWord ? token : `${letters.slice(0, longestWord - 1).join('')}…`;
}

function markAt(reading: Reading, index: number, x: number, { unit, side }: WordScale): TokenMark {
  const probabilities = reading.probabilities[index] ?? [];
  const lead = leaning(probabilities);
  const share = probabilities[side] ?? 0.5;
  return {
    x,
    y: bottom + (top - bottom) * share,
    label: labelOf(reading.characters[index] ?? '', unit),
    known: reading.known[index] ?? false,
    towards: lead.index === side,
    share: probabilities.length > 2 ? share : lead.share,
  };
}

export function drawWord(
  reading: Reading | null,
  width: number,
  scale: WordScale = { unit: 'character', side: 0 },
): WordDrawing {
  const { unit } = scale;
  const count = Math.max(1, reading?.characters.length ?? 0);
  const step = Math.min(widestStep[unit], width / count);
  const marks = (reading?.characters ?? []).map((_, index) =>
    markAt(reading!, index, step * (index + 0.5), scale),
  );
  const words = unit === 'word';
  const longest = Math.max(...marks.map(({ label }) => [...label].length), 0);
  const upright = words && longest * letterWidth * wordSize > step - 4;
  return {
    width,
    height: !words ? 184 : upright ? 264 : 192,
    step,
    top,
    middle: (top + bottom) / 2,
    bottom,
    labelY: bottom + (words ? 60 : 46),
    valueY: bottom + (words ? 40 : 65),
    labelSize: words ? wordSize : Math.max(9, Math.min(20, step * 0.95)),
    upright,
    marks,
    path: marks
      .map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)},${y.toFixed(1)}`)
      .join(''),
    allValues: step >= valueWidth,
  };
}

/** The distinct tokens of a reading that the model never saw, as they print. */
export function unknownTokens({ characters, known }: Reading): string[] {
  return [...new Set(characters.filter((_, index) => known[index] === false))].map(visible);
}
