/** Data sets as the build left them in build/data. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface BuiltExample {
  readonly text: string;
  readonly class: string;
  /** training, validation, test or fresh. */
  readonly part: string;
}

export function readBuilt(root: string, id: string): BuiltExample[] {
  return ['first', 'rest', 'test', 'fresh'].flatMap((file) => {
    const path = join(root, 'build/data', id, `${file}.txt`);
    // Only data that challenges are made of have fresh examples.
    if (file === 'fresh' && !existsSync(path)) return [];
    const text = readFileSync(path, 'utf8');
    let part = '';
    let key = '';
    return text.split('\n').flatMap((line): BuiltExample[] => {
      if (line.startsWith('# ')) [, part = '', key = ''] = line.split(' ');
      return line === '' || line.startsWith('#') ? [] : [{ text: line, class: key, part }];
    });
  });
}

export function grouped<Value>(
  values: readonly Value[],
  keyOf: (value: Value) => string,
): Value[][] {
  const groups = new Map<string, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return [...groups.values()];
}
