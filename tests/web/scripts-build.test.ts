import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findEmscripten } from '../../scripts/emscripten.mjs';
import { missingFromNodeModules } from '../../scripts/npm-missing.mjs';
import { countJunit, countVitest, failuresInJunit, inWords, sum } from '../../scripts/reports.mjs';
import { runTool } from '../../scripts/run-tool.mjs';
import { fingerprint, stampSays, writeStamp } from '../../scripts/stamp.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'recurrence-scripts-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
const write = (path: string, text: string): void => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
};

describe('a fingerprint', () => {
  const changes: [string, () => void][] = [
    [
      'content',
      () => {
        write('a/one', '2');
      },
    ],
    [
      'a new file',
      () => {
        write('a/deep/two', '');
      },
    ],
    [
      'a file that moved',
      () => {
        rmSync(join(folder, 'a/one'));
        write('a/won', '1');
      },
    ],
    [
      'text that moved between files',
      () => {
        write('a/one', '');
        write('b', '21');
      },
    ],
  ];
  it.each(changes)('changes with %s', (_, change) => {
    write('a/one', '1');
    write('b', '2');
    const paths = [join(folder, 'a'), join(folder, 'b'), join(folder, 'absent')];
    const before = fingerprint(paths);
    expect(fingerprint(paths)).toBe(before);
    change();
    expect(fingerprint(paths)).not.toBe(before);
  });

  it('changes with a fact', () => {
    expect(fingerprint([], ['emcc 3'])).not.toBe(fingerprint([], ['emcc 4']));
  });

  it('is found again in a stamp', () => {
    const stamp = join(folder, 'stamps/one');
    expect(stampSays(stamp, 'x')).toBe(false);
    writeStamp(stamp, 'x');
    expect([stampSays(stamp, 'x'), stampSays(stamp, 'y')]).toEqual([true, false]);
  });
});

describe('npm packages', () => {
  const lock = (packages: Record<string, object>): string =>
    JSON.stringify({ packages: { '': {}, ...packages } });
  const wanted = {
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b': { version: '2.0.0', optional: true },
    'node_modules/c': { version: '3.0.0', extraneous: true },
  };

  it.each([
    ['none are there', null, 'none are installed yet'],
    ['all are there', { 'node_modules/a': { version: '1.0.0' } }, ''],
    ['one is missing', {}, '1 missing or of another version'],
    ['one is older', { 'node_modules/a': { version: '0.9.0' } }, '1 missing or of another version'],
    [
      'a folder was deleted',
      { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0' } },
      '1 missing or of another version',
    ],
  ])('says so when %s', (_, installed, says) => {
    write('package-lock.json', lock(wanted));
    write('node_modules/a/package.json', '{}');
    if (installed) write('node_modules/.package-lock.json', lock(installed));
    expect(missingFromNodeModules(folder)).toBe(says);
  });
});

describe('Emscripten', () => {
  const cmake = 'cmake/Modules/Platform/Emscripten.cmake';

  it('is the first emcc on PATH, with its CMake files', () => {
    write('sdk/emcc', '');
    write(`sdk/${cmake}`, '');
    const { root, env } = findEmscripten({ PATH: `/nowhere:${folder}/sdk:/usr/bin` });
    expect(root).toBe(`${folder}/sdk`);
    expect(env).toMatchObject({ EMSCRIPTEN_ROOT: root, NODE_PATH: '/usr/share/nodejs' });
  });

  it('is told where its CMake files lie elsewhere', () => {
    write('bin/emcc', '');
    write(`lib/${cmake}`, '');
    const PATH = `${folder}/bin`;
    expect(findEmscripten({ PATH, EMSCRIPTEN_ROOT: `${folder}/lib` }).root).toBe(`${folder}/lib`);
    expect(() => findEmscripten({ PATH })).toThrow('Set EMSCRIPTEN_ROOT');
  });

  it('is missed with a remedy', () => {
    expect(() => findEmscripten({ PATH: folder })).toThrow('Run scripts/setup');
  });
});

describe('a tool', () => {
  it('has its output kept and its code told', async () => {
    const script = 'console.log("out"); console.error("err"); process.exit(3)';
    const { code, output } = await runTool([process.execPath, '-e', script]);
    expect(code).toBe(3);
    expect(output.split('\n').sort()).toEqual(['', 'err', 'out']);
  });

  it('that is not there names the remedy', async () => {
    const { code, output } = await runTool(['no-such-tool']);
    expect(code).toBe(127);
    expect(output).toContain('no-such-tool');
    expect(output).toContain('Run scripts/setup');
  });
});

describe('counts', () => {
  it('reads cases, not assertions, from a Catch2 report', () => {
    const xml = `<testsuites><testsuite name="all" errors="0" failures="3" tests="900">
      <testcase classname="a" name="x &lt;failure" time="0"/>
      <testcase classname="a" name="y"><failure message="1">no</failure></testcase>
      <testcase classname="a" name="z"><error message="2">thrown</error></testcase>
      <testcase classname="a" name="w"><skipped/></testcase>
    </testsuite></testsuites>`;
    expect(countJunit(xml)).toEqual({ passed: 1, failed: 2, skipped: 1 });
  });

  it('says which Catch2 cases failed, and why', () => {
    const xml = `<testcase classname="a" name="fine"/>
      <testcase classname="a" name="gate &amp; peephole" time="0">
        <failure message="a" type="CHECK">
FAILED:
  CHECK( a &lt; b )
        </failure>
      </testcase>`;
    expect(failuresInJunit(xml)).toBe('gate & peephole\nFAILED:\n  CHECK( a < b )');
  });

  it('reads a vitest report, with a file that did not load', () => {
    const cases = (...all: string[]): object => ({
      status: 'passed',
      assertionResults: all.map((status) => ({ status })),
    });
    const testResults = [
      cases('passed', 'failed', 'pending', 'todo', 'skipped'),
      cases('passed'),
      { status: 'failed', assertionResults: [] },
    ];
    expect(countVitest(JSON.stringify({ testResults }))).toEqual({
      passed: 2,
      failed: 2,
      skipped: 3,
    });
  });

  it.each([
    [[], '0 passed, 0 failed'],
    [[{ passed: 1, failed: 0, skipped: 0 }], '1 passed, 0 failed'],
    [
      [
        { passed: 1, failed: 2, skipped: 3 },
        { passed: 4, failed: 5, skipped: 6 },
      ],
      '5 passed, 7 failed, 9 skipped',
    ],
  ])('closes %j in words', (counts, words) => {
    expect(inWords(sum(counts))).toBe(words);
  });
});
