/** What a model is and how far it has come, in a few words each. Pure. */
import { formats } from '../format';
import { datasetWords, strings } from '../i18n';
import { modelLineWords } from '../i18n/model-line';
import type { Language } from '../../shared/lesson';
import type { RunState } from './run-state';

/** "LSTM, 32 units", "first names": what decides the model. */
export function modelInWords({ settings }: RunState, language: Language): readonly string[] {
  const text = strings(language).settings;
  const words = modelLineWords[language];
  const format = formats(language);
  const data = words.datasets[settings.dataset] ?? '';
  if (settings.cell === 'bag') return [text.cells.bag, data];
  const relu = settings.cell === 'rnn' && settings.nonlinearity === 'relu';
  const cell = text.cells[settings.cell] + (relu ? ' relu' : '');
  const model = text.brief(cell, settings.direction, format.integer(settings.hidden));
  const layers = settings.layers > 1 ? [words.layers(format.integer(settings.layers))] : [];
  return [[model, ...layers].join(', '), data];
}

/** How far the model has come that the worker holds; empty while it holds none. */
export function progressInWords(state: RunState, language: Language): readonly string[] {
  if (state.opened === null) return [];
  const words = modelLineWords[language];
  const format = formats(language);
  const { examples } = state.status;
  if (examples === 0) return [words.untrained(format.setting(state.settings.seed))];
  const unit = datasetWords(language, state.settings.dataset).examples;
  const measured = state.curve.validations.at(-1);
  // Measured at its own mark, which the training may have left behind.
  const at = measured && measured.examples !== examples ? format.integer(measured.examples) : null;
  const accuracy = measured ? [words.accuracy(format.percent(measured.accuracy), at)] : [];
  return [words.seen(format.integer(examples), unit), ...accuracy];
}
