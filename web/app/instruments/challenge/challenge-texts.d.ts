/** Made by web/vite/challenges.ts. */
declare module 'virtual:challenge-texts' {
  const texts: Readonly<
    Record<
      import('../../../shared/lesson').Language,
      Readonly<Record<string, import('./challenge-text').ChallengeText>>
    >
  >;
  export default texts;
}
