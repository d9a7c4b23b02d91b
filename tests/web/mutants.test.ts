import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { faultOf, mutated, parseMutants, readMutants } from '../../scripts/mutant-list.mjs';

const list = `src/one.cpp

a sign
- a + b;
+ a - b;

two lines, one of which goes
- first();
-   second();
+ second();

src/two.cpp

a deletion
- clear();
`;

describe('the list of mutants', () => {
  const mutants = readMutants();

  it('fits the sources, entry by entry', () => {
    const faults = mutants.map((mutant) => faultOf(mutant, readFileSync(mutant.file, 'utf8')));
    expect(faults.filter((fault) => fault !== '')).toEqual([]);
  });

  it('says no fault twice', () => {
    const faults = mutants.map(({ file, find, replace }) => [file, find, replace].join('\n'));
    expect(new Set(faults).size).toBe(faults.length);
  });
});

describe('a list', () => {
  const [sign, lines, deletion] = parseMutants(list).map((mutant) => ({ number: 1, ...mutant }));

  it('reads as files, faults, and what changes', () => {
    expect(sign).toMatchObject({ file: 'src/one.cpp', what: 'a sign' });
    expect(lines).toMatchObject({ find: 'first();\n  second();', replace: 'second();' });
    expect(deletion).toMatchObject({ file: 'src/two.cpp', find: 'clear();', replace: '' });
  });

  it('changes the one place that it names', () => {
    expect(mutated(sign!, 'x = a + b; y = a;')).toBe('x = a - b; y = a;');
    expect(mutated(deletion!, 'clear();\nadd();')).toBe('\nadd();');
  });

  it('is at fault where the text is gone, or stands twice', () => {
    expect(faultOf(sign!, 'x = a + b;')).toBe('');
    expect(faultOf(sign!, 'x = a - b;')).toMatch(/“a sign”.*0 times/);
    expect(faultOf(sign!, 'x = a + b; y = a + b;')).toMatch(/2 times/);
    expect(faultOf({ ...sign!, replace: 'a + b;' }, 'a + b;')).toMatch(/changes nothing/);
  });
});
