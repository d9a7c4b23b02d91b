/** pytorch_bench.py as one process that answers slice after slice. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Slice, TakeSlice } from './slices';

export const python = '/usr/bin/python3';

export interface PyTorch {
  readonly versions: { readonly torch: string; readonly blas: string };
  readonly take: TakeSlice;
  close(): void;
}

/** @returns the process once it answers, or why there is none */
export async function startPyTorch(): Promise<PyTorch | string> {
  const script = fileURLToPath(new URL('pytorch_bench.py', import.meta.url));
  const child = spawn(python, [script], { stdio: ['pipe', 'pipe', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (text: Buffer) => (complaint += text.toString()));
  const ended = new Promise<never>((_, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      reject(new Error(complaint.trim() || `PyTorch ended with code ${String(code)}`)),
    );
  });
  // Whoever waits for a line hears of it; without anyone waiting, it is the ordinary end.
  ended.catch(() => undefined);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async (): Promise<unknown> => {
    const line = await Promise.race([lines.next(), ended]);
    return line.done === true ? ended : JSON.parse(line.value);
  };
  try {
    const versions = (await answer()) as PyTorch['versions'];
    return {
      versions,
      async take(task, milliseconds) {
        child.stdin.write(`${JSON.stringify({ ...task, milliseconds })}\n`);
        return (await answer()) as Slice;
      },
      close: () => child.stdin.end(),
    };
  } catch (error) {
    return (error as Error).message;
  }
}
