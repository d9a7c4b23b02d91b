/** The phases of a build, in order: what each reads, what it makes, and by which commands. */
import { findEmscripten } from './emscripten.mjs';

/**
 * @typedef {object} Phase
 * @property {string} name
 * @property {string} makes one line for a person
 * @property {readonly string[]} inputs files and folders that decide the result
 * @property {readonly string[]} outputs paths that exist once it is done
 * @property {() => Plan} plan
 *
 * @typedef {object} Plan
 * @property {import('./run-tool.mjs').Command[]} commands
 * @property {string[]} [facts] what else decides the result
 * @property {Record<string, string>} [env]
 */

/** @param {...string} args @returns {import('./run-tool.mjs').Command} */
const node = (...args) => [process.execPath, ...args];

/** @param {string} script */
const tsx = (script) => node('--import', 'tsx', script);

/** @type {readonly Phase[]} */
export const phases = [
  {
    name: 'engine',
    makes: 'build/engine/rnn.wasm',
    inputs: ['CMakeLists.txt', 'CMakePresets.json', 'src'],
    outputs: ['build/engine/rnn.wasm'],
    plan() {
      const emscripten = findEmscripten();
      return {
        commands: [
          // Fresh: CMake would stay with the compiler that it found first.
          ['cmake', '--fresh', '--preset', 'wasm'],
          ['cmake', '--build', '--preset', 'wasm'],
        ],
        facts: [emscripten.identity],
        env: emscripten.env,
      };
    },
  },
  {
    name: 'package',
    makes: 'dist/engine',
    inputs: [
      'package.json',
      'package-lock.json',
      'LICENSE',
      'prettier.config.js',
      'web/package',
      'web/worker',
      'web/shared',
      'build/engine/rnn.wasm',
    ],
    outputs: ['dist/engine/index.js', 'dist/engine/rnn.wasm', 'dist/engine/package.json'],
    plan: () => ({ commands: [tsx('web/package/build.ts')] }),
  },
  {
    name: 'data',
    makes: 'build/data',
    inputs: ['package-lock.json', 'web/content/data', 'web/worker', 'web/shared', 'lessons/data'],
    outputs: ['build/data/french-nouns/info.json', 'build/data/first-names/info.json'],
    plan: () => ({ commands: [tsx('web/content/data/build.ts')] }),
  },
  {
    name: 'recorded',
    makes: 'build/recorded',
    inputs: [
      'web/content/record.ts',
      'web/worker',
      'web/shared',
      'build/engine/rnn.wasm',
      'build/data',
    ],
    outputs: ['build/recorded/french-nouns.json', 'build/recorded/first-names.json'],
    plan: () => ({ commands: [tsx('web/content/record.ts')] }),
  },
  {
    name: 'site',
    makes: 'dist/site',
    inputs: [
      'package-lock.json',
      'svelte.config.js',
      'vite.config.ts',
      'tsconfig.strict.json',
      'web',
      'lessons',
      'src',
      'build/engine/rnn.wasm',
      'build/data',
      'build/recorded',
    ],
    outputs: ['dist/site/index.html'],
    plan: () => ({ commands: [node('node_modules/vite/bin/vite.js', 'build')] }),
  },
];
