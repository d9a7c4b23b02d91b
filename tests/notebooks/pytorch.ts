/** The other side: PyTorch in a process of its own, its answers kept in a file if so wished. */
import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Corpus } from './corpus';
import { clipNorm } from './recipes';
import type { Outcome, Task, Weights } from './training';

/** Debian's: another Python on PATH may have no torch. */
const python = '/usr/bin/python3';
const script = fileURLToPath(new URL('pytorch.py', import.meta.url));

/** The version of PyTorch here; undefined where there is none. */
export function pytorchVersion(): string | undefined {
  const asked = 'import torch; print(torch.__version__)';
  const { status, stdout } = spawnSync(python, ['-c', asked], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

/** Started by the first task that no cache answers. */
interface Process {
  readonly child: ChildProcessWithoutNullStreams;
  readonly answers: AsyncIterator<string>;
  /** All it has said on standard error; whole once `closed` is kept. */
  complaint: string;
  readonly closed: Promise<unknown>;
}

export class PyTorch {
  readonly #corpus: string;
  readonly #cacheFile: string | undefined;
  readonly #cache: Record<string, Outcome>;
  #process: Process | undefined;

  /** @param cacheFile JSON that is read and kept up to date; made where it is missing */
  constructor(corpus: Corpus, cacheFile?: string) {
    this.#corpus = JSON.stringify(corpus);
    this.#cacheFile = cacheFile;
    this.#cache =
      cacheFile !== undefined && existsSync(cacheFile)
        ? (JSON.parse(readFileSync(cacheFile, 'utf8')) as Record<string, Outcome>)
        : {};
  }

  /** Trains as the task says, from the weights given. One call at a time. */
  async train(task: Task, weights: readonly Weights[]): Promise<Outcome> {
    const bytes = Buffer.concat(
      weights.map(({ values }) => Buffer.from(values.buffer, values.byteOffset, values.byteLength)),
    );
    const request = JSON.stringify({
      ...task,
      clipNorm,
      parameters: weights.map(({ name, shape }) => [name, shape]),
      weights: bytes.toString('base64'),
    });
    const hash = createHash('sha256');
    for (const part of [readFileSync(script), this.#corpus, request]) hash.update(part);
    const key = hash.digest('hex');
    const known = this.#cache[key];
    if (known !== undefined) return known;

    const outcome = await this.#ask(request);
    this.#cache[key] = outcome;
    if (this.#cacheFile !== undefined) {
      writeFileSync(this.#cacheFile, JSON.stringify(this.#cache));
    }
    return outcome;
  }

  /** Ends the process, once it has answered. */
  close(): void {
    this.#process?.child.stdin.end();
  }

  async #ask(request: string): Promise<Outcome> {
    const running = (this.#process ??= this.#start());
    running.child.stdin.write(`${request}\n`);
    const { value, done } = await running.answers.next();
    if (done === true) {
      await running.closed;
      throw new Error(`PyTorch ended without an answer:\n${running.complaint}`);
    }
    return JSON.parse(value) as Outcome;
  }

  #start(): Process {
    // All goes through the pipe: an interrupted run leaves no copy of the news behind.
    const child = spawn(python, [script]);
    const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const closed = new Promise((resolve) => child.on('close', resolve));
    const started: Process = { child, answers, complaint: '', closed };
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      started.complaint += text;
    });
    const fails = (error: Error): void => {
      started.complaint += `${error.message}\n`;
    };
    // A process that cannot start or has ended ends its answers too: `#ask` says so.
    child.on('error', fails);
    child.stdin.on('error', fails);
    child.stdin.write(`${this.#corpus}\n`);
    return started;
  }
}
