/** One instrument's scene as text, `cell:gru,hidden:16`, and back. Pure. */
import { accepts, type Field, type SceneSchema, type SceneValue, type SceneValues } from './schema';

/** What is wrong with a link, as facts; web/app/i18n/figure.ts says them, with the remedy. */
export type LinkProblem =
  | { readonly kind: 'long'; readonly length: number; readonly most: number }
  | { readonly kind: 'version'; readonly given: string; readonly known: number }
  | { readonly kind: 'malformed'; readonly part: string }
  | { readonly kind: 'twice'; readonly key: string }
  | { readonly kind: 'key'; readonly key: string; readonly known: readonly string[] }
  | { readonly kind: 'instrument'; readonly id: string; readonly known: readonly string[] }
  | {
      readonly kind: 'field';
      readonly id: string;
      readonly key: string;
      readonly known: readonly string[];
    }
  | {
      readonly kind: 'control';
      readonly id: string;
      readonly control: string;
      readonly known: readonly string[];
    }
  | {
      readonly kind: 'value';
      readonly id: string;
      readonly key: string;
      readonly given: string;
      readonly field: Field;
    };

/** Enough of a stranger's text to recognise it by. */
export const shortened = (text: string): string =>
  text.length <= 40 ? text : `${text.slice(0, 39)}…`;

/** Percent-decoded; null where a sequence is not of UTF-8. */
export function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** Half a surrogate pair has no encoding. */
const encoded = (text: string): string =>
  encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\ufffd'));

export function writeValue(value: SceneValue): string {
  switch (typeof value) {
    case 'string':
      return encoded(value);
    case 'boolean':
      return value ? 'yes' : 'no';
    case 'number':
      // A plus sign would not survive every mail program.
      return String(value).replace('+', '');
    default:
      return 'none';
  }
}

const numeral = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/iu;

/** The value that a text means for this field; undefined where it means none. */
export function readValue(field: Field, written: string): SceneValue | undefined {
  const given = decoded(written);
  if (given === null) return undefined;
  let value: SceneValue | undefined = given;
  if (field.kind === 'flag') {
    value = given === 'yes' ? true : given === 'no' ? false : undefined;
  } else if (field.kind === 'optional' && given === 'none') {
    value = null;
  } else if (field.kind !== 'choice' && field.kind !== 'text') {
    value = numeral.test(given) ? Number(given) + 0 : undefined;
  }
  return accepts(field, value) ? value : undefined;
}

/** What differs from where the scene starts; empty where nothing does. */
export function writeScene(schema: SceneSchema, scene: SceneValues, start: SceneValues): string {
  return Object.keys(schema)
    .filter((key) => scene[key] !== start[key])
    .map((key) => `${key}:${writeValue(scene[key] ?? null)}`)
    .join(',');
}

export interface SceneReading {
  /** The fields that the text sets, and no other key. */
  readonly changes: SceneValues;
  readonly problems: readonly LinkProblem[];
}

export function readScene(id: string, schema: SceneSchema, written: string): SceneReading {
  const changes = new Map<string, SceneValue>();
  const problems: LinkProblem[] = [];
  for (const piece of written === '' ? [] : written.split(',')) {
    const colon = piece.indexOf(':');
    const key = colon === -1 ? piece : piece.slice(0, colon);
    const field = Object.hasOwn(schema, key) ? schema[key] : undefined;
    if (colon === -1) {
      problems.push({ kind: 'malformed', part: shortened(piece) });
    } else if (field === undefined) {
      const known = Object.keys(schema);
      problems.push({ kind: 'field', id, key: shortened(key), known });
    } else if (changes.has(key)) {
      problems.push({ kind: 'twice', key: `${id}=${key}` });
    } else {
      const given = piece.slice(colon + 1);
      const value = readValue(field, given);
      if (value === undefined) {
        const shown = shortened(decoded(given) ?? given);
        problems.push({ kind: 'value', id, key, given: shown, field });
      } else {
        changes.set(key, value);
      }
    }
  }
  return { changes: Object.fromEntries(changes), problems };
}
