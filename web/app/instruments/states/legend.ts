/** The scale of a map as a strip of cells, drawn by the same hand as the map. Pure. */
import type { StatesWords } from '../../i18n/states';
import type { Activations } from './activations';
import type { Painting } from './map-shapes';
import type { Scale, StateLetter } from './tensor-choice';

const column = 18;
const row = 14;

export interface Legend {
  readonly painting: Painting;
  readonly width: number;
  /** What stands at its two ends. */
  readonly ends: readonly [string, string];
  /** What its ends and marks mean. */
  readonly marks: readonly string[];
  /** All of it in one line. */
  readonly sentence: string;
}

/** From one end of the scale to the other; where values can lie beyond, one that does. */
export function legendValues({ signed, open }: Scale): readonly number[] {
  const inside = signed ? [-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1] : [0, 0.25, 0.5, 0.75, 1];
  return open ? [...inside, 1.5] : inside;
}

const isGate = (letter: StateLetter): letter is 'i' | 'f' | 'o' | 'r' | 'z' =>
  /[iforz]/u.test(letter);

export function legendOf(letter: StateLetter, scale: Scale, words: StatesWords): Legend {
  const values = legendValues(scale);
  const map: Activations = { units: 1, steps: values.length, at: (_, step) => values[step] ?? 0 };
  const { meaning, beyond, negative, cutCorner } = words.legend;
  const ends = [scale.signed ? '−1' : '0', scale.open ? beyond('1') : '1'] as const;
  const marks = [
    ...(isGate(letter) ? [meaning[letter]] : []),
    ...(scale.signed ? [negative] : []),
    ...(scale.open ? [cutCorner] : []),
  ];
  return {
    painting: { map, units: [0], scale, column, row, head: 0, seams: [] },
    width: values.length * column,
    ends,
    marks,
    sentence: [ends.join(' … '), ...marks].join(' · '),
  };
}
