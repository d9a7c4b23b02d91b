/** Holds worth trying first, for the cell that is there. Pure. */
import type { Cell } from '../../../shared/protocol';
import { everything, type Hold } from './holds';

export type PresetName = 'forget' | 'nothing-in';

interface Facts {
  readonly cell: Cell;
  readonly layer: number;
  readonly backward: boolean;
  /** Of the text. */
  readonly steps: number;
}

/**
 * Forget all at one step, in the midst of the text; and let nothing in after the first token that
 * is read. An LSTM has a gate for each; in a GRU both are z, at either end.
 */
export function presetOf(name: PresetName, { cell, layer, backward, steps }: Facts): Hold | null {
  if ((cell !== 'lstm' && cell !== 'gru') || steps < 2) return null;
  const place = { layer, backward, units: everything };
  const middle = Math.ceil((steps + 1) / 2);
  if (name === 'forget') {
    const gate = cell === 'lstm' ? 'f' : 'z';
    return { ...place, gate, hundredths: 0, steps: { from: middle, to: middle } };
  }
  const after = backward ? { from: 1, to: steps - 1 } : { from: 2, to: null };
  return cell === 'lstm'
    ? { ...place, gate: 'i', hundredths: 0, steps: after }
    : { ...place, gate: 'z', hundredths: 100, steps: after };
}
