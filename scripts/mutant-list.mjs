/**
 * The list of mutants: small faults in the engine, each of which its tests must notice. A list is
 * a text: the name of a file, under it its mutants, each a line that says what is wrong, then
 * what is taken out (`- `) and what is put in its place (`+ `; without it, nothing).
 */
import { readFileSync } from 'node:fs';
import { filesUnder } from './stamp.mjs';

/**
 * @typedef {object} Mutant
 * @property {number} number its place among all, from 1
 * @property {string} file from the project's root
 * @property {string} what the fault in words
 * @property {string} find text that stands exactly once in the file
 * @property {string} replace what stands there instead
 */

/** @param {string} text @returns {Omit<Mutant, 'number'>[]} */
export function parseMutants(text) {
  let file = '';
  const mutants = [];
  for (const block of text.split(/\n{2,}/).map((lines) => lines.trimEnd())) {
    const [what = '', ...changes] = block.split('\n');
    /** @param {string} sign */
    const marked = (sign) =>
      changes
        .filter((line) => line.startsWith(sign))
        .map((line) => line.slice(2))
        .join('\n');
    if (changes.length === 0) file = what;
    else mutants.push({ file, what, find: marked('-'), replace: marked('+') });
  }
  return mutants;
}

/** All of them; those of headers come last, as they cost the most to build. */
export function readMutants(folder = 'tests/mutants') {
  const all = filesUnder([folder]).flatMap((list) => parseMutants(readFileSync(list, 'utf8')));
  const isHeader = (/** @type {{ file: string }} */ { file }) => Number(file.endsWith('.hpp'));
  all.sort((a, b) => isHeader(a) - isHeader(b));
  return all.map((mutant, index) => ({ number: index + 1, ...mutant }));
}

/**
 * What is wrong with an entry of the list; empty where nothing is.
 * @param {Mutant} mutant
 * @param {string} source the text of its file
 */
export function faultOf({ number, file, what, find, replace }, source) {
  const name = `Mutant ${number} of ${file}, “${what}”,`;
  if (find === '') return `${name} takes nothing out.`;
  if (find === replace) return `${name} changes nothing.`;
  const count = source.split(find).length - 1;
  return count === 1
    ? ''
    : `${name} takes out what stands there ${count} times, not once:\n${find}`;
}

/**
 * The source with the fault in it.
 * @param {Mutant} mutant
 * @param {string} source
 */
export const mutated = ({ find, replace }, source) => source.split(find).join(replace);
