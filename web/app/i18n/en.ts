import { datasets } from './datasets-en';
import type { Strings } from './strings';

export const en: Strings = {
  code: 'en',
  site: {
    name: 'Récurrence',
    home: 'Récurrence, home',
    tagline:
      'A course on recurrent neural networks in which you train a real model in the page, on your own machine.',
    description:
      'Learn recurrent neural networks by training them in the page: real words, real computation, nothing to install, no account.',
    languageNav: 'Language',
    skip: 'Skip to the text',
    footer:
      'Everything is computed on your machine: nothing you do here is sent anywhere. Code under the MIT licence, texts under CC BY 4.0.',
  },
  lesson: {
    chapter: (number) => `Chapter ${number}`,
    chapters: 'Chapters',
    minutes: (minutes) => `${minutes}\u00a0min`,
    begin: 'Begin',
    code: (file, first, last) =>
      first === last ? `${file}, line ${first}` : `${file}, lines ${first} to ${last}`,
  },
  lab: {
    title: 'Lab',
    noScript:
      'This figure shows a recorded run. Training the model and trying examples of your own needs JavaScript.',
    train: 'Train',
    pause: 'Pause',
    step: 'Step',
    reset: 'Reset',
    again: 'Run again',
    stopRule: (max, patience, examples) =>
      `Training stops by itself after ${max} ${examples}, or as soon as validation accuracy has not risen for ${patience} ${examples}.`,
    changed: 'Setting changed: the run starts again from zero.',
  },
  state: {
    recorded: (examples, unit) => `A run recorded with this same engine: ${examples} ${unit} seen.`,
    opening: 'The engine and the data are on their way…',
    loadingRest: 'Training, while the rest of the data is on its way.',
    training: 'Training.',
    retracing: 'The same run is being made again on your machine.',
    same: (points) =>
      `Made again on your machine: ${points} points of ${points} match, to the last bit. Your turn.`,
    different:
      'Made again on your machine, the run does not give the recorded numbers. That is an error of ours: they should be the same everywhere.',
    ready: (seed) => `Ready: weights drawn at random with seed ${seed}, nothing learnt yet.`,
    paused: 'Paused.',
    finished: {
      'max-examples': (n, unit) => `Finished: ${n} ${unit} seen, the most a run may take.`,
      'no-progress': (n, unit) => `Finished: accuracy has not risen for ${n} ${unit}.`,
    },
    diverged: (at, kept) =>
      `The run diverged at step ${at}: its loss has passed 1,000 nats, or its gradient is no longer a finite number. The last good weights, those after step ${kept}, are kept. Lower the learning rate, or reset.`,
    failed: {
      argument: 'The engine refuses this setting. Change it, then run again.',
      state: 'The engine was not ready for this request. Run again.',
      memory: 'There is not enough memory for this model. Take fewer units, then run again.',
      network: 'The engine or the data could not be loaded. Check the connection, then run again.',
      unsupported: 'This browser refuses to start the engine.',
      internal: 'The engine met an error of ours. Run again; your settings are kept.',
    },
    detail: 'The engine’s message:',
    lost: 'The engine has stopped, and the run under way is lost. Your settings are kept: run again.',
    unsupported: (missing) =>
      `The lab cannot compute in this browser: it lacks ${missing}. The text, the recorded figure and the questions remain; an up-to-date browser does the rest.`,
    features: {
      Worker: 'workers, which compute beside the page',
      WebAssembly: 'WebAssembly',
      'WebAssembly SIMD': 'WebAssembly’s SIMD instructions',
      'WebAssembly exceptions': 'WebAssembly’s exceptions',
    },
  },
  settings: {
    title: 'Settings',
    dataset: 'Data',
    more: 'All other settings',
    cell: 'Cell',
    cells: { bag: 'Bag', rnn: 'RNN', lstm: 'LSTM', gru: 'GRU' },
    direction: 'Reads',
    directions: {
      forward: 'from first to last',
      backward: 'from last to first',
      both: 'both ways',
    },
    hidden: 'Units',
    learningRate: 'Learning rate',
    seed: 'Seed',
    units: (count) => `${count} units`,
    parameters: (count) => `${count} parameters`,
    notNumber: (text) => `“${text}” is not a number.`,
    notInteger: 'A whole number is needed.',
    outside: (min, max) => `A number from ${min} to ${max} is needed.`,
    brief: (cell, direction, hidden) =>
      ({
        forward: `${cell}, ${hidden} units`,
        backward: `${cell} backwards, ${hidden} units`,
        both: `${cell} both ways, ${hidden} units`,
      })[direction],
  },
  readouts: {
    accuracy: 'Accuracy',
    largestClass: (percent) => `largest class: ${percent}`,
    loss: 'Loss',
    lossUnit: 'cross-entropy, in nats',
    seen: (unit) => `${unit.charAt(0).toUpperCase()}${unit.slice(1)} seen`,
    atMost: (max) => `of at most ${max}`,
    speed: 'Speed',
    perSecond: (unit) => `${unit} a second`,
    timeLeft: (duration) => `${duration} left at most`,
    none: '–',
  },
  chart: {
    accuracy: 'Validation accuracy, %',
    loss: 'Training loss',
    axis: (unit) => `${unit} seen`,
    largestClass: (percent) => `largest class ${percent}`,
    reading: 'How to read this:',
    summary: ({ examples, unit, accuracy, validation, largestClass, loss }) =>
      `after ${examples} ${unit}, the model correctly sorts ${accuracy} of the ${validation} ${unit} it has never seen. Always answering the largest class would give ${largestClass}.${loss === null ? '' : ` The loss is ${loss}.`}`,
    empty: 'nothing is drawn for this run yet.',
    ghostRecorded: 'Light line: the recorded run.',
    ghostBefore: (brief) => `Light line: the run before (${brief}).`,
    ghostLabelRecorded: 'recorded',
    cursor: 'Read the curve',
    cursorHelp: 'Left and right arrows read a point, Escape ends.',
    cursorAt: (examples, unit, accuracy, loss) =>
      `at ${examples} ${unit}: accuracy ${accuracy}, loss ${loss}`,
    table: 'The numbers of the curve',
    columns: (unit) => [`${unit.charAt(0).toUpperCase()}${unit.slice(1)} seen`, 'Accuracy', 'Loss'],
  },
  word: {
    suggestions: 'For example:',
    model: (examples, unit) => `The answer of the model as it is now, after ${examples} ${unit}.`,
    untrained:
      'This model has learnt nothing yet: its weights, and so its answers, come from chance.',
    quoted: (token) => `“${token}”`,
    after: (read, classes) => `after “${read}”: ${classes}`,
    at: (token, classes) => `at “${token}”: ${classes}`,
    columnRead: 'Read',
    noPlace:
      'None of these words is known to be one or the other: put an asterisk before the one that counts.',
    otherAnswer: 'another answer',
    figureAt: (text, token, answer) =>
      `The answer at each word of “${text}”, once all is read. At “${token}”: ${answer}.`,
    of: {
      letter: {
        unknown: (tokens, count) =>
          count > 1
            ? `The model never saw ${tokens}: it reads them all as one unknown sign.`
            : `The model never saw ${tokens}: it reads it as an unknown sign.`,
        cut: (count, max) => `The model reads at most ${max} letters. Letters left out: ${count}.`,
        figure: (text, answer) =>
          `The answer after each letter of “${text}”. At the end: ${answer}.`,
        cursor: 'Read letter by letter',
        table: 'The numbers, letter by letter',
      },
      sign: {
        unknown: (tokens, count) =>
          count > 1
            ? `The model never saw ${tokens}: it reads them all as one unknown sign.`
            : `The model never saw ${tokens}: it reads it as an unknown sign.`,
        cut: (count, max) => `The model reads at most ${max} signs. Signs left out: ${count}.`,
        figure: (text, answer) => `The answer after each sign of “${text}”. At the end: ${answer}.`,
        cursor: 'Read sign by sign',
        table: 'The numbers, sign by sign',
      },
      word: {
        unknown: (tokens, count) =>
          count > 1
            ? `The model never saw ${tokens}: it reads them all as one unknown word.`
            : `The model never saw ${tokens}: it reads it as an unknown word.`,
        cut: (count, max) => `The model reads at most ${max} words. Words left out: ${count}.`,
        figure: (text, answer) => `The answer after each word of “${text}”. At the end: ${answer}.`,
        cursor: 'Read word by word',
        table: 'The numbers, word by word',
      },
    },
  },
  notFound: {
    title: 'This page does not exist',
    text: 'The address may contain a mistake, or the page may have changed its name.',
    link: 'Back to the start of the course',
  },
  datasets,
};
