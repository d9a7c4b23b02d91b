import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { announcer } from './web/vite/announcer.ts';
import { cellCode } from './web/vite/cell-code.ts';
import { formulas } from './web/vite/cell-formulas.ts';
import { challengeTexts } from './web/vite/challenges.ts';
import { fonts } from './web/vite/fonts.ts';
import { symbolColours } from './web/vite/symbols.ts';
import { versions } from './web/vite/versions.ts';

export default defineConfig({
  plugins: [
    fonts(),
    symbolColours(),
    formulas(),
    cellCode(),
    challengeTexts(),
    versions(),
    announcer(),
    sveltekit(),
  ],
  worker: { format: 'es' },
  build: {
    // A data: address is not of this origin: the policy would refuse the font or the module.
    assetsInlineLimit: 0,
  },
});
