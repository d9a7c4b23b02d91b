import { findNodeAtLocation, parseTree, printParseErrorCode, type ParseError } from 'jsonc-parser';
import type { z } from 'zod';
import type { ProjectFiles } from './project-files';
import { ContentError, Problems, type Place } from './problems';

/** A checked JSON file that can still say on which line each of its values stands. */
export interface JsonFile<Content> {
  readonly content: Content;
  readonly placeOf: (path: readonly (string | number)[]) => Place;
}

/** Reads strict JSON (no comments) of the given shape, or names every line that differs from it. */
export function readJson<Schema extends z.ZodType>(
  files: ProjectFiles,
  file: string,
  schema: Schema,
): JsonFile<z.output<Schema>> {
  const text = files.read(file);
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const first = errors[0];
  if (first !== undefined || tree === undefined) {
    const place = placeAt(file, text, first?.offset ?? 0);
    const fact = first === undefined ? 'the file is empty' : printParseErrorCode(first.error);
    throw new ContentError(
      `${file}:${place.line}:${place.column}: this is not JSON (${fact}). Correct the syntax.`,
    );
  }

  const placeOf = (path: readonly (string | number)[]): Place => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = findNodeAtLocation(tree, path.slice(0, length));
      if (node !== undefined) return placeAt(file, text, node.offset);
    }
    return { file, line: 1 };
  };

  const checked = schema.safeParse(JSON.parse(text));
  if (!checked.success) {
    const problems = new Problems();
    for (const issue of checked.error.issues) {
      const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
      problems.add(
        placeOf(path),
        `"${path.join('.') || 'the file'}": ${issue.message}.`,
        'Correct this value.',
      );
    }
    problems.stop();
    throw new ContentError(`${file}:1: the file has not the expected shape. Correct it.`);
  }
  return { content: checked.data, placeOf };
}

function placeAt(file: string, text: string, offset: number): Required<Place> {
  const before = text.slice(0, offset).split('\n');
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
