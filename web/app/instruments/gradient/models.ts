/** The three models of the figure, as its scene describes them. Pure. */
import { recurrentCells, type RunSettings } from '../../../shared/run-settings';
import { defaultSettings } from '../../../shared/settings';
import type { GradientScene } from './schema';

/** Each knob turns the one cell whose letter it is: H of the RNN, the forget gate of the LSTM. */
export function settingsOf(scene: GradientScene): readonly RunSettings[] {
  const { dataset, seed, truncate, clipNorm, learningRate, optimizer } = scene;
  const { nonlinearity, recurrentInit, recurrentScale, forgetBias } = scene;
  const shared = { ...defaultSettings, dataset, seed, truncate, clipNorm, learningRate, optimizer };
  return recurrentCells.map((cell) => ({
    ...shared,
    cell,
    ...(cell === 'rnn' && { nonlinearity, recurrentInit, recurrentScale }),
    ...(cell === 'lstm' && { forgetBias }),
  }));
}

/** The class that a text is of, by the rule of these data: its first letter. Null: it has none. */
export function labelOf(text: string, classes: readonly string[]): number | null {
  const label = classes.indexOf(text.trim().charAt(0).toLowerCase());
  return label < 0 ? null : label;
}
