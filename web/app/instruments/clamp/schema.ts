import { choice, flag, integer, number, optional, text } from '../../scene/schema';
import { mainProps, workshopMain } from '../main-run';
import { textField } from '../own-text';
import { instrument } from '../schema';
import { longestHolds, largestNumber, lowest, writeHolds } from './holds';

const mostUnits = 64;

/** What a lesson holds from the start: nothing where it names no gate. */
const props = {
  ...mainProps,
  text: textField,
  gate: choice(['none', 'i', 'f', 'g', 'o', 'r', 'z', 'n'], 'none'),
  value: number(-1, 1, 0),
  /** The first unit and the last; none: the first, or the last, that there is. */
  unit: optional(1, mostUnits, null),
  lastUnit: optional(1, mostUnits, null),
  from: optional(1, largestNumber, null),
  to: optional(1, largestNumber, null),
};

const scene = {
  text: textField,
  holds: text(longestHolds),
  symbol: choice(['h', 'c', 'i', 'f', 'g', 'o', 'r', 'z', 'n'], 'h'),
  layer: integer(1, 4, 1),
  backward: flag(false),
};

export const clampSchema = instrument({
  title: { fr: 'Tenir une porte', en: 'Hold a gate' },
  lead: {
    fr: 'Fermez ou ouvrez une porte de force, pour quelques unités et quelques pas, et voyez ce que deviennent l’état et la réponse.',
    en: 'Force a gate shut or open, for some units and steps, and see what becomes of the state and of the answer.',
  },
  props,
  scene,
  sceneWith({ text: written, gate, value, unit, lastUnit, from, to, direction }) {
    const start = { ...scene, text: { ...textField, default: written } };
    if (gate === 'none') return start;
    const hold = {
      gate,
      layer: 1,
      backward: direction === 'backward',
      hundredths: Math.max(lowest(gate), Math.round(100 * value)),
      units: { from: unit ?? 1, to: lastUnit },
      steps: { from: from ?? 1, to },
    };
    return { ...start, holds: text(longestHolds, writeHolds([hold])) };
  },
  controls: ['model', 'text', 'tensor', 'holds', 'presets'],
  height: { wide: 96, narrow: 118 },
  workshop: workshopMain,
});

export type ClampSchema = typeof clampSchema;
