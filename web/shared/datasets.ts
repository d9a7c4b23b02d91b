/** Every data set of the course, in the order of a list: the build makes these, and no others. */
export const datasets = [
  'french-nouns',
  'first-names',
  'order-fr',
  'order-en',
  'negation-fr',
  'negation-en',
  'flags-fr',
  'flags-en',
  'look-ahead-fr',
  'look-ahead-en',
  'recall-10',
  'recall-20',
  'recall-40',
  'recall-80',
  'brackets',
] as const;

export type DatasetId = (typeof datasets)[number];
