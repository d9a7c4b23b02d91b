import type { ConfusionWords } from './confusion';

const forms = (count: number, one: string, many: string): string => (count === 1 ? one : many);

export const confusionEn: ConfusionWords = {
  quoted: (name) => `“${name}”`,
  reading:
    'a row for each class, a column for each answer of the model. Each cell counts examples of the validation part and tells their share of the row; the larger the share, the stronger the tint. The framed cells, with the mark of their class, are the right answers.',
  classes: 'Class',
  answers: 'The model’s answer',
  others: 'others',
  othersNote: (count) =>
    `The ten largest classes have a row of their own; the ${count} others stand together.`,
  rates: { precision: 'precision', recall: 'recall' },
  total: 'total',
  grid: 'Confusion matrix',
  gridHelp:
    'Arrows from one cell to another, Home and End to the ends of the row, Enter to read the examples of the cell, Escape to close them.',
  keyEnter: { key: 'Enter', act: 'show the examples of the cell' },
  keyEscape: { key: 'Escape', act: 'close the examples' },
  cell: ({ label, answer, kind, count, all, share }) => {
    if (kind === 'wrong') return `${label} taken for ${answer}: ${count} of ${all}, ${share}.`;
    if (kind === 'right') return `${label} recognised: ${count} of ${all}, ${share}.`;
    return `Other classes, answered with one of them: ${count} of ${all}, ${share}.`;
  },
  othersRight: (count) => `Of these, right answers: ${count}.`,
  emptyRow: (label) => `${label}: no example in the validation part.`,
  precision: ({ name, all, right, rights, share }) =>
    `Of ${all} called ${name}, ${right} ${forms(rights, 'is', 'are')}: precision ${share}.`,
  noPrecision: (name) => `No example was called ${name}: it has no precision.`,
  recall: ({ name, all, count, right, rights, share }) =>
    `Of ${all} that ${forms(count, 'is', 'are')} ${name}, ${right} ${forms(rights, 'is', 'are')} found: recall ${share}.`,
  noRecall: (name) => `No example of the validation part is ${name}: it has no recall.`,
  accuracy: ({ share, right, all, unit, largest, prior }) =>
    `Accuracy ${share}: ${right} of ${all} ${unit}. ${largest === null ? 'Always giving the same answer' : `Always answering ${largest}, the most frequent class,`} would give ${largest === null ? 'at best ' : ''}${prior}.`,
  summary: (right, all, unit) => `Right answers: ${right} of ${all} ${unit}.`,
  macro: (precision, recall, accuracy) =>
    `Mean of the classes, each counting alike (macro): precision ${precision}, recall ${recall}. Over all examples together (micro), both are the accuracy, ${accuracy}.`,
  unanswered: (count, plural) =>
    plural
      ? `The ${count} classes that were never answered do not enter the mean of the precisions.`
      : 'The class that was never answered does not enter the mean of the precisions.',
  worst: (label, answer, count, all) =>
    `Most frequent confusion: ${label} taken for ${answer}, ${count} of ${all}.`,
  allRight: 'All answers are right.',
  counted: (seen, unit, step) =>
    `Counted by the model as it was after ${seen} ${unit}, at step\u00a0${step}.`,
  when: (seen, unit, step) => `after ${seen} ${unit} seen, at step\u00a0${step}`,
  untrained:
    'Counted by a model that has learnt nothing yet: its weights are drawn at random, and its answers are worth no more.',
  kept: (step) =>
    `The run diverged: counted with the last valid weights, those after step\u00a0${step}.`,
  going: 'Training goes on; the count is made again at validation points.',
  moved: (step) => `The model has changed since: it stands at step\u00a0${step}.`,
  counting: 'Counting…',
  again: 'Count again',
  states: {
    waiting: 'The model is on its way, then answers the whole validation part…',
    noModel: 'There is no model to ask: start it again above.',
    refused: 'The engine could not count:',
  },
  table: { class: 'Class', answer: (name) => `answer ${name}` },
  examples: {
    hint: 'Choose a cell to read its examples.',
    title: (label, answer, count, unit) => `Class ${label}, answer ${answer}: ${count} ${unit}`,
    none: (label, answer) => `No example of class ${label} got the answer ${answer}.`,
    order: 'In order:',
    orders: {
      wrong: { sure: 'worst first', near: 'nearest miss first' },
      right: { sure: 'surest first', near: 'least sure first' },
    },
    first: (shown) => `The first ${shown} in this order are here.`,
    more: (count) => `${count} more`,
    answered: (name, share) => `answer ${name} ${share}`,
    truth: (name, share) => `class ${name} ${share}`,
    rival: (name, share) => `then ${name} ${share}`,
    margin: (points, plural) => `margin ${points} ${plural ? 'points' : 'point'}`,
    close: 'Close the examples',
    closed: 'Examples closed.',
    send: { cell: 'in the cell', try: 'try' },
    sendNamed: {
      cell: (text) => `Read ${text} in the cell`,
      try: (text) => `Try ${text} without a letter or a word`,
    },
    elsewhere:
      'The links open the workshop in a new tab, with a model of the same settings that has learnt nothing yet.',
  },
};
