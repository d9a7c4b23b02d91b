/**
 * Writes the colours of web/shared/symbols.ts to build/symbols.css, where web/app/look.css finds
 * them: plain CSS from the site itself, so they stand without JavaScript and under its policy.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { symbolLetters, symbols, type SymbolLetter } from '../shared/symbols.ts';

const root = (colourOf: (letter: SymbolLetter) => string): string =>
  `:root {\n${symbolLetters.map((letter) => `  --${letter}: ${colourOf(letter)};\n`).join('')}}\n`;

/** `--f` and `.sym-f` for every letter; by night only on a screen, as paper stays white. */
export function symbolStyle(): string {
  const night = '@media screen and (prefers-color-scheme: dark)';
  const forced = '@media (forced-colors: active)';
  return [
    root((letter) => symbols[letter].light),
    `${night} {\n${root((letter) => symbols[letter].dark)}}\n`,
    `${forced} {\n${root(() => 'CanvasText')}}\n`,
    ...symbolLetters.map((letter) => `.sym-${letter} {\n  color: var(--${letter});\n}\n`),
  ].join('\n');
}

export function symbolColours(): Plugin {
  return {
    name: 'recurrence:symbol-colours',
    config() {
      const folder = join(process.cwd(), 'build');
      const file = join(folder, 'symbols.css');
      const style = symbolStyle();
      if (existsSync(file) && readFileSync(file, 'utf8') === style) return;
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, style);
    },
  };
}
