/** What the package gives: types/ says what each of it does. */
export { RnnError } from '../shared/rnn-error';
export { loadEngine } from './load-engine';
export { TextClassifier } from './text-classifier';
export { Vocabulary } from './vocabulary';
