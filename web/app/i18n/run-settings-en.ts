import type { RunSettingWords } from './run-settings';

const plain = (value: string): string => value;

export const en: RunSettingWords = {
  settings: {
    cell: {
      label: 'Cell',
      help: 'What reads the sequence, token by token. A bag has no state: it averages the tokens.',
      noun: 'the cell',
      brief: plain,
    },
    nonlinearity: {
      label: 'Activation of the RNN',
      help: 'The function applied at each step.',
      noun: 'the activation',
      brief: plain,
    },
    direction: {
      label: 'Reads',
      help: 'Both ways, each layer has twice as many units.',
      noun: 'the direction of reading',
      brief: plain,
    },
    layers: {
      label: 'Layers',
      help: 'The output of one is the input of the next.',
      noun: 'the number of layers',
      brief: (value) => `${value} layer${value === '1' ? '' : 's'}`,
    },
    embedding: {
      label: 'Embedding',
      help: 'Numbers that stand for one token.',
      noun: 'the size of the embedding',
      brief: (value) => `emb. ${value}`,
    },
    hidden: {
      label: 'Units',
      help: 'Numbers of the state, for each layer and direction.',
      noun: 'the number of units',
      brief: (value) => `${value} unit${value === '1' ? '' : 's'}`,
    },
    summary: {
      label: 'Read by the head',
      help: 'The last state, or the mean of all.',
      noun: 'what the head reads',
      brief: plain,
    },
    learningRate: {
      label: 'Learning rate',
      help: 'The length of each step.',
      noun: 'the learning rate',
      brief: (value) => `rate ${value}`,
    },
    optimizer: {
      label: 'Optimiser',
      help: 'The rule that makes a step of the gradient.',
      noun: 'the optimiser',
      brief: plain,
    },
    batch: {
      label: 'Batch',
      help: 'Examples seen for one step.',
      noun: 'the batch size',
      brief: (value) => `batch ${value}`,
    },
    clipNorm: {
      label: 'Gradient ceiling',
      help: 'Its largest norm; 0: no ceiling.',
      noun: 'the gradient ceiling',
      brief: (value) => `ceiling ${value}`,
      zero: 'none',
    },
    forgetBias: {
      label: 'Forget bias of the LSTM',
      help: 'High, it keeps memory from the start. Empty: drawn at random.',
      noun: 'the forget bias',
      brief: (value) => `forget ${value}`,
    },
    truncate: {
      label: 'Truncation',
      help: 'The gradient goes back at most so many steps; 0: all the way.',
      noun: 'the truncation',
      brief: (value) => `cut at ${value}`,
      zero: 'none',
    },
    recurrentInit: {
      label: 'Recurrent matrix at the start',
      help: 'Drawn uniformly, or orthogonal: then it keeps lengths.',
      noun: 'the draw of the recurrent matrix',
      brief: plain,
    },
    recurrentScale: {
      label: 'Scale of that matrix',
      help: 'It is multiplied by this number at the start.',
      noun: 'the scale of the recurrent matrix',
      brief: (value) => `scale ${value}`,
    },
    dropout: {
      label: 'Dropout',
      help: 'Share of the values set to zero while training.',
      noun: 'the dropout',
      brief: (value) => `dropout ${value}`,
      zero: 'none',
    },
    seed: {
      label: 'Seed',
      help: 'First weights and order of the examples follow from it.',
      noun: 'the seed',
      brief: (value) => `seed ${value}`,
    },
  },
  choices: {
    cell: { bag: 'bag', rnn: 'RNN', lstm: 'LSTM', gru: 'GRU' },
    nonlinearity: { tanh: 'tanh', relu: 'ReLU' },
    direction: { forward: 'forwards', backward: 'backwards', both: 'both ways' },
    summary: { last: 'last state', mean: 'mean' },
    optimizer: { adam: 'Adam', sgd: 'SGD', rmsprop: 'RMSprop' },
    recurrentInit: { uniform: 'uniform', orthogonal: 'orthogonal' },
  },
  drawn: 'drawn at random',
};
