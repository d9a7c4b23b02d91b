/** Apart from the rest of its words: every page knows its instruments by name. */
export const gradientTitle = {
  fr: {
    title: 'Suivre le gradient',
    lead: 'Jusqu’où l’erreur remonte le temps, dans un RNN, un LSTM et un GRU.',
  },
  en: {
    title: 'Follow the gradient',
    lead: 'How far the error goes back in time, in an RNN, an LSTM and a GRU.',
  },
} as const;
