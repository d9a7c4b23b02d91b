import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/**
 * One arrow that the design forbids: the files may not import what the patterns match.
 * @param {string} name
 * @param {{ files: string[], ignores?: string[], banned: Record<string, string[]> }} arrow
 *   banned: reason → import patterns
 */
const forbid = (name, { files, ignores = [], banned }) => ({
  name,
  files,
  ignores,
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: Object.entries(banned).map(([message, group]) => ({ group, message })),
      },
    ],
  },
});

const noTests = { 'Nothing imports tests.': ['**/tests/**'] };
const noWorker = {
  'The page speaks to the worker through web/shared/protocol.ts.': ['**/worker', '**/worker/**'],
};
const noApp = {
  'This code runs without a page.': [
    '$lib',
    '$lib/**',
    '$app/**',
    '**/app/**',
    'svelte',
    'svelte/**',
  ],
};
const noContent = {
  'Content is read at build time only, in *.server.ts files.': [
    '$content',
    '$content/**',
    '**/content/**',
    '**/*.server',
  ],
};

export default ts.config(
  { ignores: ['build/', 'dist/', '.svelte-kit/', 'node_modules/'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs['flat/recommended'],
  prettier,
  ...svelte.configs['flat/prettier'],
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      // TypeScript knows which names exist.
      'no-undef': 'off',
      // noUncheckedIndexedAccess asks for it wherever an index is known to be in range.
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-properties': [
        'error',
        {
          object: 'Math',
          property: 'random',
          message: 'Results follow from a seed: take the generator of web/worker.',
        },
      ],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts', '**/*.svelte.js'],
    languageOptions: {
      parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig },
    },
    rules: {
      // Addresses are relative, so that the site works from any sub-path.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  forbid('scripts', { files: ['scripts/**'], banned: noTests }),
  forbid('web/content', { files: ['web/content/**'], banned: { ...noTests } }),
  forbid('web/shared', {
    files: ['web/shared/**'],
    banned: { ...noTests, ...noApp, ...noWorker, ...noContent },
  }),
  forbid('web/worker', {
    files: ['web/worker/**'],
    banned: { ...noTests, ...noApp, ...noContent },
  }),
  forbid('web/package', {
    files: ['web/package/**'],
    banned: { ...noTests, ...noApp, ...noContent },
  }),
  forbid('web/app and web/routes', {
    files: ['web/app/**', 'web/routes/**'],
    ignores: ['**/*.server.ts'],
    banned: { ...noTests, ...noWorker, ...noContent },
  }),
  forbid('web/**/*.server.ts', {
    files: ['web/app/**/*.server.ts', 'web/routes/**/*.server.ts'],
    banned: { ...noTests, ...noWorker },
  }),
);
