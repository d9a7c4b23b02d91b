import type { PredictWords } from './predict';

export const en: PredictWords = {
  reading: {
    number:
      'the triangle is your prediction, the filled dot the measurement; between them lies the distance. A light ring: another seed.',
    choice: 'one line a model; the dot says when it reached the goal. A light ring: another seed.',
    curve:
      'dashed your curve, solid the measurement; between them the distance at each measurement. A light line: another seed.',
  },
  questions: 'Questions',
  asked: (examples, unit, seed) => `The training: ${examples} ${unit}, seed ${seed}.`,
  goal: (percent) => `The goal: ${percent} of the validation part.`,
  guess: { number: 'Your prediction', choice: 'Your choice' },
  slide: 'Your prediction, on the scale',
  between: (min, max, unit) => `from ${min} to ${max} ${unit}`,
  verbs: {
    commit: 'Commit',
    run: 'Train',
    pause: 'Pause',
    resume: 'Go on',
    stop: 'Stop',
    retry: 'Run again',
    another: (seed) => `Again, seed ${seed}`,
    anew: 'New prediction',
  },
  missing: {
    number: 'Say a number first, in digits.',
    outside: (min, max) => `The number must lie between ${min} and ${max}.`,
    choice: 'Choose an answer first.',
    curve: 'Draw a curve first: two points at least.',
  },
  state: {
    asking: 'Say what you expect first; the training comes after.',
    committed: 'Committed. Nothing is learned yet.',
    opening: 'The engine and the data are on their way…',
    running: (seen, examples, unit, left) =>
      `${seen} of ${examples} ${unit}${left === null ? '' : `; about ${left} to go`}.`,
    paused: 'Paused.',
    failed: 'The training did not come to its end; your prediction stays.',
    answered: (seeds, count) => `Measured, ${count > 1 ? 'seeds' : 'seed'} ${seeds}.`,
    enough: 'This prediction has had all its seeds.',
    diverged: 'A model diverged: its measurement ends there.',
    notKept: 'This browser does not keep your predictions: they will be lost when the page closes.',
  },
  pen: {
    label: 'Draw the curve',
    help: 'Draw in one stroke, with a finger or the mouse; go over it again to correct it. With keys: left and right to move on, up and down by a point, Page up and Page down by ten, Delete to erase.',
    at: (examples, unit, value) => `at ${examples} ${unit}: ${value}`,
    none: (examples, unit) => `at ${examples} ${unit}: nothing yet`,
    numbers: 'Write the curve as numbers',
    column: (accuracy) => (accuracy ? 'Accuracy, in %' : 'Loss, in nats'),
    value: (examples, unit) => `Value at ${examples} ${unit}`,
  },
  axis: { accuracy: 'Validation accuracy, in %', loss: 'Validation loss, in nats' },
  seen: (unit) => `${unit} seen`,
  picture: {
    guess: 'predicted',
    measured: 'measured',
    said: (guess) => `predicted: ${guess}`,
    found: (value) => `measured: ${value}`,
    now: (value) => `so far: ${value}`,
    choice: (run) => `${run} – your choice`,
    never: 'goal not reached',
    notYet: 'not yet',
  },
  amount: {
    points: (value) => `${value} ${value === '1' || value === '1.0' ? 'point' : 'points'}`,
    nats: (value) => `${value} nats`,
    examples: (value, unit) => `${value} ${unit}`,
  },
  verdicts: {
    close: 'Close',
    high: 'Too high',
    low: 'Too low',
    across: 'Another shape',
    never: 'Never reached',
    right: 'Right',
    wrong: 'Another one',
  },
  distance: (verdict, amount, mean) => {
    const name = mean ? 'off on average' : 'off';
    const of = amount === null ? '' : `${amount} ${name}`;
    return { close: of, high: of, low: of, across: of, never: '', right: '', wrong: '' }[verdict];
  },
  later: (amount) => `at the goal ${amount} after the first`,
  notReached: 'the chosen model did not reach the goal',
  curveSaid: 'a curve',
  none: 'none',
  tries: 'Your predictions',
  try: (number, guess) => `${number}. ${guess}`,
  outcome: (seed, measured, distance) =>
    `seed ${seed}: ${measured}${distance === '' ? '' : ` (${distance})`}`,
  luck: (seeds, from, to, end) => {
    const where = end ? ' at the end of the curve' : '';
    return from === to
      ? `Over ${seeds} seeds, always ${from}${where}.`
      : `Over ${seeds} seeds, from ${from} to ${to}${where}: that is what luck does.`;
  },
  unanswered: 'not measured yet',
  summary: {
    asking: 'Nothing is said yet.',
    committed: (guess) => `Predicted: ${guess}. Not measured yet.`,
    now: (guess, measured) => `Predicted: ${guess}. So far: ${measured}.`,
    answered: (guess, measured, distance) =>
      `Predicted: ${guess}. Measured: ${measured}${distance === '' ? '' : `, ${distance}`}.`,
    curveNow: (examples, unit, value) => `${value} at ${examples} ${unit}`,
    firstOf: (runs, examples) => `${runs}, at ${examples}`,
    noneFirst: 'none reached the goal',
    end: (value) => `a curve that ends at ${value}`,
  },
  cursor: 'Read the curves',
  cursorHelp: 'Left and right arrows from one measurement to the next, Escape to end.',
  cursorAt: (examples, unit, guess, measured) =>
    `at ${examples} ${unit}, predicted ${guess}, measured ${measured}`,
  columns: {
    examples: (unit) => `${unit.charAt(0).toUpperCase()}${unit.slice(1)} seen`,
    guess: 'Predicted',
    measured: (seed) => `Measured, seed ${seed}`,
    gap: 'Distance',
    number: 'Prediction',
    seed: 'Seed',
    found: 'Measured',
    run: 'Model',
  },
  said: { committed: (number) => `Prediction ${number} committed.` },
};
