import { describe, expect, it } from 'vitest';
import { runSetup } from '../support/bare-machine';

const start = ['cmake', 'emscripten', 'libxsimd-dev', 'libxtensor-dev', 'ninja-build', 'xtl-dev'];
const test = [
  ...start,
  ...['catch2', 'chromium', 'clang-format', 'clang-tidy', 'g++', 'nlohmann-json3-dev'],
];
const forStart = ['--for', 'start'];

describe('scripts/setup', () => {
  it('does nothing, and asks no network, where all is in place', () => {
    const { code, text, calls } = runSetup({ packages: test }, []);
    expect(calls).toEqual([]);
    expect(text).toContain('everything is in place');
    expect(code).toBe(0);
  });

  it('fetches everything before it installs anything', () => {
    const { code, calls } = runSetup({ packages: start.slice(1), modules: false }, forStart);
    expect(code).toBe(0);
    expect(calls.map((call) => call.replace(/^apt-get .*Status-Fd=1 /, 'apt-get '))).toEqual([
      expect.stringMatching(/^npm view typescript@5\.0\.0 /),
      'apt-get update',
      'apt-get install --no-install-recommends -y --download-only cmake',
      'apt-get install --no-install-recommends -y cmake',
      expect.stringMatching(/^npm ci /),
    ]);
  });

  it('shows how far apt is', () => {
    const { text } = runSetup({ packages: start.slice(1) }, forStart);
    expect(text).toContain(' 50 %  Installing thing');
  });

  it('asks for the test group only when the tests are wanted', () => {
    expect(runSetup({ packages: start }, forStart).calls).toEqual([]);
    expect(runSetup({ packages: start }, []).calls.at(-1)).toMatch(/ catch2 chromium clang-/);
  });

  it('adds what every proof needs with --ci', () => {
    const { calls } = runSetup({ packages: test }, ['--ci']);
    expect(calls.at(-1)).toMatch(/firefox-esr .*python3-onnx python3-torch webkit2gtk-driver/);
  });

  it('takes an emcc that is on PATH instead of the package', () => {
    const packages = start.filter((name) => name !== 'emscripten');
    expect(runSetup({ packages, emcc: true }, forStart).calls).toEqual([]);
    expect(runSetup({ packages }, forStart).calls.at(-1)).toMatch(/ emscripten$/);
  });

  it('asks sudo with --yes, and says the line', () => {
    const machine = { packages: start.slice(1), user: 'somebody' } as const;
    const { code, text, calls } = runSetup(machine, [...forStart, '--yes']);
    expect(code).toBe(0);
    expect(text).toContain(
      'sudo apt-get update && sudo apt-get install --no-install-recommends -y cmake',
    );
    expect(calls[0]).toMatch(/^sudo env DEBIAN_FRONTEND=noninteractive apt-get .* update$/);
  });

  it.each([
    {
      what: 'Node is missing',
      machine: { without: ['node'] },
      says: ['Node.js is missing', 'Install Node 20.19+, 22.13+ or 24+'],
    },
    ...['18.20.4', '20.18.3', '21.7.0', '22.12.0', '23.11.0'].map((node) => ({
      what: `Node is ${node}`,
      machine: { node },
      says: [`Node.js here is ${node}`, 'Install Node 20.19+, 22.13+ or 24+'],
    })),
    {
      what: 'the system has no apt',
      machine: { without: ['apt-get'] },
      says: ['not Debian or Ubuntu', 'Use Debian 12'],
    },
    {
      what: 'npm is missing',
      machine: { without: ['npm'] },
      says: ['npm is missing', 'Install Node'],
    },
    {
      what: 'there is no sudo',
      machine: { user: 'somebody', without: ['sudo'] },
      says: ['no sudo', 'As root, run: apt-get update && apt-get install', 'cmake'],
    },
    {
      what: 'nobody can be asked',
      machine: { user: 'somebody' },
      says: ['sudo apt-get install', 'nobody is here to be asked', '--yes'],
    },
    {
      what: 'the npm registry is out of reach',
      machine: { modules: false, failing: ['view'] },
      says: ['npm registry is out of reach: the-registry', 'nothing was changed'],
      asks: ['npm view'],
    },
    {
      what: 'the Debian archive is out of reach',
      machine: { failing: ['update'] },
      says: ['Debian package archive is out of reach', 'nothing was changed'],
      asks: ['update'],
    },
    {
      what: 'a package cannot be fetched',
      machine: { failing: ['--download-only'] },
      says: ['Debian package archive is out of reach', 'nothing was changed'],
      asks: ['update', '--download-only'],
    },
    {
      what: 'a package is not offered',
      machine: { unknown: ['ninja-build', 'xtl-dev'] },
      says: ['do not offer: ninja-build xtl-dev', 'Use Debian 12'],
      asks: ['update'],
    },
  ])('installs nothing where $what, and says the remedy', ({ machine, says, ...rest }) => {
    const asks = 'asks' in rest ? rest.asks : [];
    const { code, text, calls } = runSetup(machine as Parameters<typeof runSetup>[0], forStart);
    expect(code).toBe(1);
    for (const words of says) expect(text).toContain(words);
    expect(calls).toEqual(asks.map((words) => expect.stringContaining(words)));
  });

  it.each([{ node: '20.19.0' }, { node: '22.13.0' }, { node: '24.0.0' }, { node: '26.1.0' }])(
    'takes Node $node',
    ({ node }) => {
      expect(runSetup({ node, packages: start }, forStart).code).toBe(0);
    },
  );

  it.each([['--four'], ['--for', 'play'], ['--for']])('refuses the options %s %s', (...args) => {
    const { code, text } = runSetup({}, args);
    expect(code).toBe(1);
    expect(text).toContain('scripts/setup --help');
  });
});
