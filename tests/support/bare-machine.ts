/**
 * A machine in a folder: a PATH that holds stand-ins for the programs that `scripts/setup`
 * calls, so that its answers can be seen without root, network or a fresh system.
 */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const ordinary = ['awk', 'bash', 'cat', 'dirname', 'env', 'grep', 'mkdir', 'sed', 'tail'];

export interface Machine {
  /** Debian packages that are installed. */
  readonly packages?: readonly string[];
  /** Debian packages that its sources do not offer. */
  readonly unknown?: readonly string[];
  readonly node?: string;
  /** Programs that it lacks. */
  readonly without?: readonly string[];
  readonly user?: 'root' | 'somebody';
  /** `apt-get` verbs or `npm` verbs that fail, as without a network. */
  readonly failing?: readonly string[];
  /** Is node_modules as package-lock.json asks? */
  readonly modules?: boolean;
  /** An emcc that is not Debian's is on PATH. */
  readonly emcc?: boolean;
}

export interface Answer {
  readonly code: number;
  readonly text: string;
  /** What was called that changes the machine or asks the network, in order. */
  readonly calls: readonly string[];
}

const lock = (path: string): string =>
  JSON.stringify({ lockfileVersion: 3, packages: { '': {}, [path]: { version: '1.0.0' } } });

/** Runs `scripts/setup` there. */
export function runSetup(machine: Machine, args: readonly string[]): Answer {
  const { node = '20.19.0', user = 'root', modules = true } = machine;
  const folder = mkdtempSync(join(tmpdir(), 'recurrence-machine-'));
  const bin = join(folder, 'bin');
  const calls = join(folder, 'calls');
  const program = (name: string, body: string): void => {
    if (machine.without?.includes(name)) return;
    writeFileSync(join(bin, name), `#!/bin/bash\n${body}\n`);
    chmodSync(join(bin, name), 0o755);
  };
  const failing = (machine.failing ?? []).map((verb) => `*" ${verb} "*) exit 1 ;;`).join('\n');
  const record = `echo "\${0##*/} $*" >>${calls}\ncase " \${0##*/} $* " in\n${failing}\nesac`;
  try {
    mkdirSync(join(folder, 'scripts'));
    mkdirSync(bin);
    for (const name of ['setup', 'npm-missing.mjs']) {
      copyFileSync(join(root, 'scripts', name), join(folder, 'scripts', name));
    }
    writeFileSync(join(folder, 'package.json'), '{"devDependencies":{"typescript":"5.0.0"}}');
    writeFileSync(join(folder, 'package-lock.json'), lock('node_modules/one'));
    if (modules) {
      mkdirSync(join(folder, 'node_modules/one'), { recursive: true });
      writeFileSync(join(folder, 'node_modules/one/package.json'), '{}');
      writeFileSync(join(folder, 'node_modules/.package-lock.json'), lock('node_modules/one'));
    }
    for (const name of ordinary) {
      const real = ['/usr/bin', '/bin'].map((at) => join(at, name)).find((at) => existsSync(at));
      if (real) symlinkSync(real, join(bin, name));
    }
    program(
      'node',
      `[ "$*" = "-p process.versions.node" ] && echo ${node} && exit\nexec ${process.execPath} "$@"`,
    );
    program('id', `echo ${user === 'root' ? 0 : 1000}`);
    program(
      'dpkg-query',
      (machine.packages ?? []).map((name) => `echo '${name} installed'`).join('\n'),
    );
    program(
      'apt-cache',
      `shift; for name; do echo "$name:"; case " ${(machine.unknown ?? []).join(' ')} " in
*" $name "*) echo '  Candidate: (none)' ;; *) echo '  Candidate: 1.0' ;; esac; done`,
    );
    program('apt-get', `${record}\necho 'pmstatus:thing:50.0:Installing thing'`);
    program('npm', `[ "$1" = config ] && echo the-registry && exit\n${record}`);
    program('sudo', `${record}\n"$@"`);
    if (machine.emcc) program('emcc', 'true');
    const { status, stdout, stderr } = spawnSync('/bin/bash', ['scripts/setup', ...args], {
      cwd: folder,
      env: { PATH: bin },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return {
      code: status ?? -1,
      text: stdout + stderr,
      calls: existsSync(calls) ? readFileSync(calls, 'utf8').trimEnd().split('\n') : [],
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
