/** Apart from the rest of its words: every page knows its instruments by name. */
export const raceTitle = {
  fr: {
    title: 'Faire courir des modèles',
    lead: 'De deux à quatre modèles apprennent côte à côte, sur les mêmes exemples.',
  },
  en: {
    title: 'Race models',
    lead: 'Two to four models learn side by side, on the same examples.',
  },
} as const;
