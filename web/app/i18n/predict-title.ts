/** Apart from the rest of its words: every page knows its instruments by name. */
export const predictTitle = {
  fr: {
    title: 'Prédire, puis entraîner',
    lead: 'Engagez-vous sur un nombre, un choix ou une courbe\u202f; l’entraînement répond, et montre l’écart.',
  },
  en: {
    title: 'Predict, then train',
    lead: 'Commit to a number, a choice or a curve; the training answers, and shows how far off you were.',
  },
} as const;
