/** The README's examples for Node, each run as it stands by a Node of its own. */
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { examples, project } from './installed';

const [classifier = '', writer = '', ...more] = examples('js');

async function run(code: string): Promise<string> {
  const file = join(project, 'example.mjs');
  writeFileSync(file, code);
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [file], { cwd: project });
  expect(stderr).toBe('');
  return stdout;
}

const accuracy = (printed: string): number => Number(/accuracy: ([\d.]+)/.exec(printed)?.[1]);

describe('the README in Node', () => {
  it('has two examples', () => {
    expect(more).toEqual([]);
    expect(writer).not.toBe('');
  });

  it('trains a text classifier in twenty lines', async () => {
    expect(classifier.trimEnd().split('\n').length).toBeLessThanOrEqual(20);
    const printed = await run(classifier);
    expect(accuracy(printed)).toBe(1);
    expect(printed).toMatch(/label: 'praise'/);
    expect(await run(classifier), 'the same seed prints the same').toBe(printed);
  });

  it('is right that a bag of words stays at chance', async () => {
    const bag = classifier.replace("cell: 'gru'", "cell: 'bag'");
    expect(bag).not.toBe(classifier);
    expect(accuracy(await run(bag))).toBeLessThan(0.7);
  });

  it('writes a sentence with the model below', async () => {
    const [sentence, gate] = (await run(writer)).split('\n');
    expect(sentence).toBe('to be, or not to be: that is the question');
    expect(gate).toBe('forget gate: [ 40, 1, 48 ]');
  });
});
