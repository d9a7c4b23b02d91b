import type { StatesWords } from './states';

export const statesEn: StatesWords = {
  title: 'States and gates, step by step',
  reading: {
    signed:
      'one row a unit, one column a step. The stronger the shade, the further from 0; a bar across a cell means negative.',
    share: 'one row a unit, one column a step. The stronger the shade, the nearer to 1.',
  },
  readingBars: {
    signed:
      'one row a unit, one column a step. A bar to the right is positive, to the left negative, and as long as the value.',
    share: 'one row a unit, one column a step. A bar is as long as the value, from 0 to 1.',
  },
  symbol: 'Show',
  layer: 'Layer',
  direction: 'Reading',
  directions: { forward: 'from the beginning', backward: 'from the end' },
  way: { forward: 'read from left to right', backward: 'read from right to left' },
  sort: 'Order of the units',
  sorts: {
    number: 'by number',
    value: 'by value at a step',
    likeness: 'by likeness',
    feature: 'by correlation with the feature',
  },
  sortStep: 'Step',
  unitHead: 'unit',
  cursor: 'Read the map',
  cursorHelp:
    'Arrows go from cell to cell, Shift with the left and right arrows chooses a stretch, Enter orders the units by this step.',
  keyNames: { shiftArrows: 'Shift + left, right', enter: 'Enter' },
  keyActs: {
    shiftArrows: 'choose a stretch of steps',
    enter: 'order the units by their values at this step',
  },
  at: ({ letter, unit, token, step, value }) =>
    `Unit ${unit}, step ${step} (${token}): ${letter} = ${value}`,
  unknownToken: 'unknown',
  inStretch: 'in the stretch',
  hint: 'Point at a cell to read it; drag over steps to choose a stretch.',
  legend: {
    beyond: (end) => `${end}, and beyond`,
    meaning: {
      i: '0: nothing enters memory; 1: the whole candidate does',
      f: '0: all is forgotten; 1: all is kept',
      o: '0: nothing is shown; 1: all is shown',
      r: '0: the past does not count; 1: it counts in full',
      z: '0: all is replaced; 1: all is kept',
    },
    negative: 'bar: negative',
    cutCorner: 'cut corner: beyond the scale',
  },
  summary: ({ tensor, units, steps, text, largest, smallest }) =>
    `${tensor}: ${units} units, ${steps} steps of ${text}. Largest: ${largest}; smallest: ${smallest}.`,
  extreme: (value, unit, token, step) => `${value} (unit ${unit}, step ${step}, ${token})`,
  tensor: (name, letter, layer, way) =>
    [`${name[0]!.toUpperCase()}${name.slice(1)} ${letter}`, layer && `layer ${layer}`, way]
      .filter((part) => part !== null)
      .join(', '),
  sorted: {
    number: 'Units stand by number.',
    feature: 'Units stand by correlation with the feature, on half A: the highest above.',
  },
  sortedByValue: (step, token) =>
    `Units stand by value at step ${step} (${token}), the highest above.`,
  groups: (count, units) =>
    count === 1
      ? `Neighbours are alike: all ${units} units form one group, which moves together (correlation over these steps at least 0.5 on average).`
      : `Neighbours are alike: ${count} groups, parted by lines, move together (correlation over these steps at least 0.5 on average).`,
  sortWaits: 'By number, until a feature has been measured.',
  modelAt: (examples, unit) => `after ${examples} ${unit}`,
  untrained: 'before any training',
  states: {
    bag: 'A bag of words has neither states nor gates: it adds up its tokens, whatever their order. Choose a recurrent cell.',
    empty: 'Type a text: its states will stand here.',
    loading: 'The model is on its way…',
    none: 'There is no model to look into.',
    refused: (message) => `The engine answers: ${message}`,
  },
  column: (step, token) => `${step} ${token}`,
  csv: ['tensor', 'unit', 'step', 'token', 'known', 'value'],
  ask: {
    title: 'Does a unit follow a feature?',
    lead: 'Every unit is correlated with the feature over the validation set. The best one on half A is then measured on half B, which had no say.',
    feature: 'Feature',
    choose: 'Choose…',
    groups: {
      class: 'The right answer',
      seen: 'Already read',
      token: 'Read at this step',
      other: 'Also',
    },
    option: {
      class: (of) => `the answer is “${of}”`,
      seen: (of) => `“${of}” has been read`,
      token: (of) => `“${of}” is being read`,
    },
    vowel: 'a vowel is being read',
    position: 'how many steps have been read',
    named: {
      class: (of) => `whether the answer is “${of}”`,
      seen: (of) => `whether “${of}” has been read`,
      token: (of) => `whether “${of}” is being read`,
      vowel: 'whether a vowel is being read',
      position: 'how many steps have been read',
    },
    backwards:
      'This direction reads from the end: “has been read” means that it stands further on.',
    go: 'Measure',
    cancel: 'Cancel',
    running: 'Reading the validation set…',
    left: (duration) => `about ${duration} left`,
    cancelled: 'Cancelled.',
    overtaken: 'Another question about this model came first. Ask again.',
    found: {
      still: () =>
        'Nothing to measure: the feature, or every unit, stays the same over the validation set.',
      none: ({ feature, unit }) =>
        `No unit tells ${feature}: unit ${unit}, the best on half A, gives next to nothing on half B, or no more than shuffled labels do.`,
      faint: ({ feature, unit, rises }) =>
        `Unit ${unit} tells a little of ${feature}: on average it is ${rises ? 'higher' : 'lower'} with it.`,
      clear: ({ feature, unit, rises }) =>
        `Unit ${unit} tells in part ${feature}: it ${rises ? 'rises' : 'falls'} with it.`,
      close: ({ feature, unit, rises }) =>
        `Unit ${unit} closely follows ${feature}: it ${rises ? 'rises' : 'falls'} with it.`,
    },
    numbers: ({ letter, chosen, measured, shuffled }) =>
      `Correlation of its ${letter}: ${chosen} on half A, where it was chosen; ${measured} on half B. With the labels shuffled once, the same procedure gives ${shuffled}.`,
    caveat: ({ units, places, examples }) =>
      `One unit out of ${units}, over ${places} steps; the steps of one sequence are not independent. This shows a link, at this moment of training. It does not show that the model uses this unit, nor that the others know nothing of it. Measured ${examples}.`,
    caveatNone: ({ units, places, examples }) =>
      `The best of ${units} units, over ${places} steps. This does not show that the model knows nothing of the feature: several units may tell it together. Measured ${examples}.`,
    stale: 'The model has changed since: measure again.',
    picture: ({ unit, chosen, measured, shuffled }) =>
      `Correlations from −1 to 1. Half A, all units, the chosen one ringed: ${chosen}. Half B, unit ${unit}: ${measured}. Labels shuffled: ${shuffled}.`,
    lines: ['half A: chosen', 'half B: measured', 'shuffled labels'],
    chosenOf: (units) => `of ${units}`,
    marked: (unit) => `Unit ${unit} is marked in the map.`,
  },
  search: {
    title: 'Where else does this happen?',
    lead: 'Choose a stretch of steps: drag over the map, hold Shift with the arrows, or write its ends here.',
    from: 'From step',
    to: 'to step',
    chosen: (from, to, tokens) =>
      from === to ? `Chosen: step ${from}, ${tokens}` : `Chosen: steps ${from} to ${to}, ${tokens}`,
    go: 'Search the validation set',
    clear: 'Choose nothing',
    running: 'Searching the validation set…',
    found: (count, tokens, tensor) =>
      count === 1
        ? `The nearest stretch to ${tokens}. Compared: ${tensor}.`
        : `The ${count} nearest stretches to ${tokens}, one a sequence. Compared: ${tensor}.`,
    none: 'No sequence of the validation set is long enough.',
    note: 'Distance: Euclidean, over all units and steps of the stretch; 0 means the same values.',
    distance: (value) => `distance ${value}`,
    distanceHead: 'distance',
    show: 'Show in the map',
    shown: (text) => `The map shows ${text}, from the validation set.`,
    back: 'Back to your text',
    backSaid: 'The map shows your text again.',
    shownNow: 'in the map',
  },
};
