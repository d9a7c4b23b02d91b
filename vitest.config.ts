import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { cellCode } from './web/vite/cell-code.ts';
import { formulas } from './web/vite/cell-formulas.ts';
import { challengeTexts } from './web/vite/challenges.ts';

const root = import.meta.dirname;

/** One project a folder of tests, all with the aliases of svelte.config.js. */
const project = (name: string, test: object = {}) => ({
  extends: true as const,
  test: { name, include: [`tests/${name}/**/*.test.ts`], environment: 'node', ...test },
});

export default defineConfig({
  plugins: [svelte(), formulas(), cellCode(), challengeTexts()],
  resolve: {
    alias: {
      $lib: join(root, 'web/app'),
      $shared: join(root, 'web/shared'),
      $content: join(root, 'web/content'),
      $build: join(root, 'build'),
    },
  },
  test: {
    projects: [
      project('web'),
      project('content'),
      project('wasm', {
        include: ['tests/{wasm,notebooks}/**/*.test.ts'],
        testTimeout: 60_000,
      }),
      project('package', {
        globalSetup: 'tests/package/install.ts',
        testTimeout: 60_000,
        hookTimeout: 60_000,
      }),
      // Pages share two cores with the engine they train: one file after another.
      project('e2e', {
        fileParallelism: false,
        isolate: false,
        testTimeout: 120_000,
        hookTimeout: 120_000,
      }),
    ],
  },
});
