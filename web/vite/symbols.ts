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

/** A letter is lit in text by a line under it; MathML, which knows no underlining, draws one. */
const lit = (letter: SymbolLetter): string => {
  const [page, text] = [`[data-lit='${letter}']`, `.sym-${letter}`];
  return [
    `${page} :where(code, .symbol) ${text} {\n  color: var(--${letter});\n  text-decoration: underline 1.5px;\n  text-underline-offset: 0.2em;\n}\n`,
    `${page} math ${text} {\n  color: var(--${letter});\n  background: linear-gradient(currentcolor, currentcolor) 0 100% / 100% 1.5px no-repeat;\n}\n`,
    `${page} ${text} {\n  --lit: 1;\n}\n`,
    `${page} [data-shows='${letter}'] {\n  outline: 2px solid var(--${letter});\n  outline-offset: 4px;\n}\n`,
    `@media (forced-colors: active) {\n  ${page} math ${text} {\n    outline: 1px solid;\n  }\n}\n`,
  ].join('');
};

/** `--f` and `.sym-f` for every letter, and what lights it on a page whose text has `data-lit`; by night only on a screen, as paper stays white. */
export function symbolStyle(): string {
  const night = '@media screen and (prefers-color-scheme: dark)';
  const forced = '@media (forced-colors: active)';
  return [
    root((letter) => symbols[letter].light),
    `${night} {\n${root((letter) => symbols[letter].dark)}}\n`,
    `${forced} {\n${root(() => 'CanvasText')}}\n`,
    ...symbolLetters.map((letter) => `.sym-${letter} {\n  color: var(--${letter});\n}\n`),
    `[class*='sym-'] {\n  --lit: 0;\n}\n`,
    ...symbolLetters.map(lit),
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
