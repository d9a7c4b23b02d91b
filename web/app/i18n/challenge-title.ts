/** Apart from the rest of its words: every page knows its instruments by name. */
export const challengeTitle = {
  fr: {
    title: 'Relever un défi',
    lead: 'Un but en exemples et en paramètres\u202f; le moteur vérifie, sur des suites que l’essai n’a jamais vues.',
  },
  en: {
    title: 'Meet a challenge',
    lead: 'A goal in examples and parameters; the engine checks, on sequences that the run never saw.',
  },
} as const;
