import { join } from 'node:path';
import { runnerImport, type Plugin } from 'vite';

const name = 'virtual:challenge-texts';

/** The words of the challenges, checked and set at build: what is wrong with one stops it. */
export function challengeTexts(): Plugin {
  return {
    name: 'recurrence:challenge-texts',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    async load(id) {
      if (id !== `\0${name}`) return undefined;
      const { module } = await runnerImport<typeof import('../content/challenges')>(
        join(process.cwd(), 'web/content/challenges.ts'),
      );
      return `export default ${JSON.stringify(module.challengeTexts())};`;
    },
  };
}
