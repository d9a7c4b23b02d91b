import type { ClampWords } from './clamp';

export const clampEn: ClampWords = {
  title: 'Hold a gate',
  reading:
    'the same text, read twice by the same model: freely, then with gates held. A dashed frame surrounds what is held. Below, each line goes from the free answer to that of the held model.',
  gate: 'Gate',
  value: 'Held at',
  units: 'Units',
  steps: 'Steps',
  all: 'all',
  first: { units: 'From unit', steps: 'From step' },
  last: { units: 'to unit', steps: 'to step' },
  stops: ['shut 0', 'half 0.5', 'open 1'],
  candidateStops: ['−1', '0', '1'],
  hold: 'Hold',
  another: 'Hold another',
  full: (count) => `${count} gates are held: the engine holds no more. Let one go.`,
  making: 'Choose a gate, then hold it. Drag over a map to choose units and steps.',
  changing: (number) => `You are setting held gate no. ${number}: all follows as you do.`,
  holds: 'Held gates',
  nothingHeld: 'None: the model reads freely.',
  change: 'Set',
  letGo: 'Let go',
  letAllGo: 'Let all go',
  undo: 'Undo',
  redo: 'Redo',
  aside: 'set aside',
  misfits: {
    cell: 'this cell has no such gate',
    layer: 'the model has no such layer',
    way: 'the model does not read in that direction',
    units: 'the model has fewer units',
    steps: 'the text is shorter',
  },
  holdName: ({ name, letter, value, units, steps, layer, way }) =>
    [
      `${name} ${letter} = ${value}`,
      units,
      steps,
      ...(layer === null ? [] : [`layer ${layer}`]),
      ...(way === null ? [] : [way]),
    ].join(', '),
  span: {
    units: {
      all: 'all units',
      one: (number) => `unit ${number}`,
      between: (from, to) => `units ${from} to ${to}`,
      onwards: (from) => `from unit ${from} on`,
    },
    steps: {
      all: 'at all steps',
      one: (number) => `at step ${number}`,
      between: (from, to) => `from step ${from} to step ${to}`,
      onwards: (from) => `from step ${from} on`,
    },
  },
  presets: 'To begin with',
  preset: {
    forget: (gate) => `forget all at one step (${gate})`,
    'nothing-in': (gate) => `let nothing in after the first token (${gate})`,
  },
  maps: {
    free: (tensor) => `Free: ${tensor}`,
    held: (tensor) => `Held: ${tensor}`,
    difference: () => 'Difference: held minus free',
  },
  cursors: {
    free: 'Read the free map',
    held: 'Read the held map',
    difference: 'Read the difference',
    answers: 'Read the answers',
  },
  cursorHelp:
    'Arrows go from cell to cell, Shift with the arrows chooses units and steps, Enter chooses this step for all units.',
  answersHelp:
    'Up and down arrows from one token to the next, left and right from one class to another, Escape to end.',
  answers: (text) => `Answers along ${text}`,
  hint: 'Point at a cell to read it; drag to choose units and steps, press a token for all units at that step.',
  keyNames: {
    shiftArrows: 'Shift + arrows',
    enter: 'Enter',
    undo: 'Ctrl + Z',
    redo: 'Ctrl + Shift + Z',
  },
  keyActs: {
    shiftArrows: 'choose units and steps',
    enter: 'choose this step, for all units',
    undo: 'undo the last change of what is held',
    redo: 'do it again',
  },
  at: ({ unit, step, token, letter, free, held, difference }) =>
    `Unit ${unit}, step ${step} (${token}): ${letter} = ${free}` +
    (held === null ? '' : ` free, ${held} held, difference ${difference}`),
  held: (moved) => `Held, at the end: ${moved}.`,
  heldAt: (token, moved) => `Held, at ${token}: ${moved}.`,
  free: (answer) => `Nothing is held. ${answer}`,
  stateMoved: ({ letter, unit, step, token, free, held }) =>
    `${letter} changes most at unit ${unit}, step ${step} (${token}): from ${free} to ${held}.`,
  stateStill: (letter) => `No value of ${letter} changes.`,
  setAside: (count) =>
    count === 1
      ? 'One held gate is set aside: the list says why.'
      : `${count} held gates are set aside: the list says why.`,
  noGates: {
    bag: 'A bag of words has neither states nor gates: there is nothing to hold. Choose an LSTM or a GRU.',
    rnn: 'The RNN has no gate: there is nothing to hold. Choose an LSTM or a GRU.',
  },
  columns: {
    of: 'row',
    free: (what) => `${what}, free`,
    held: (what) => `${what}, held`,
  },
  csv: ['quantity', 'which', 'step', 'token', 'known', 'free', 'held'],
  csvAnswer: 'probability',
};
