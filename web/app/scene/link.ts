/**
 * The part of an address behind its "#":
 * `section&v=1&data=<id>&engine=<id>&race-1=a.cell:gru,b.hidden:16&only=race-1&hide=race-1.settings`
 * Whatever stands there is read as data, within limits; what is not understood is named. Pure.
 */
import { decoded, readScene, shortened, writeScene, type LinkProblem } from './codec';
import type { SceneSchema, SceneValues } from './schema';

export const linkVersion = 1;
/** Longest hash that is read, without its "#". */
export const longestLink = 4096;

/** An instrument where it stands on a page. */
export interface Placed {
  /** Its place: the name and a count, `race-1`. */
  readonly id: string;
  readonly scene: SceneSchema;
  /** What `hide=` may hide. */
  readonly controls: readonly string[];
  /** The scene before anybody changed it. */
  readonly start: SceneValues;
  /** What the lesson itself hides. */
  readonly hidden?: ReadonlySet<string>;
}

/** What the numbers of a page come from: the same ids, the same bits. */
export interface Versions {
  readonly data: string;
  readonly engine: string;
}

export interface Link {
  /** Id of the element to show first. */
  readonly section: string | null;
  /** What the link sets, by instrument; each lies over where that instrument starts. */
  readonly scenes: ReadonlyMap<string, SceneValues>;
  /** The one instrument to show alone. */
  readonly only: string | null;
  /** Controls to hide, by instrument. */
  readonly hidden: ReadonlyMap<string, ReadonlySet<string>>;
  readonly made: Partial<Versions>;
  readonly problems: readonly LinkProblem[];
}

const nothing: Link = {
  section: null,
  scenes: new Map(),
  only: null,
  hidden: new Map(),
  made: {},
  problems: [],
};

const versionId = /^[0-9a-f]{8}$/u;
const words = ['v', 'data', 'engine', 'only', 'hide'];

/** Reads a hash, with or without its "#". Never throws. */
export function readLink(hash: string, placed: readonly Placed[]): Link {
  const text = hash.startsWith('#') ? hash.slice(1) : hash;
  if (text.length > longestLink) {
    return { ...nothing, problems: [{ kind: 'long', length: text.length, most: longestLink }] };
  }
  const problems: LinkProblem[] = [];
  const [first = '', ...rest] = text.split('&');
  const named = first.includes('=');
  const section = named ? null : decoded(first);
  if (section === null && !named) problems.push({ kind: 'malformed', part: shortened(first) });
  const pairs = new Map<string, string>();
  for (const piece of named ? [first, ...rest] : rest) {
    const at = piece.indexOf('=');
    const key = piece.slice(0, at);
    if (at < 1) problems.push({ kind: 'malformed', part: shortened(piece) });
    else if (pairs.has(key)) problems.push({ kind: 'twice', key: shortened(key) });
    else pairs.set(key, piece.slice(at + 1));
  }
  const version = pairs.get('v');
  if (version !== undefined && version !== String(linkVersion)) {
    const given = shortened(version);
    const problem: LinkProblem = { kind: 'version', given, known: linkVersion };
    return { ...nothing, section: section || null, problems: [problem] };
  }
  return { section: section || null, ...readPairs(pairs, placed, problems) };
}

function readPairs(
  pairs: ReadonlyMap<string, string>,
  placed: readonly Placed[],
  problems: LinkProblem[],
): Omit<Link, 'section'> {
  const known = placed.map(({ id }) => id);
  const find = (id: string): Placed | undefined => {
    const found = placed.find((each) => each.id === id);
    if (!found) problems.push({ kind: 'instrument', id: shortened(id), known });
    return found;
  };
  const scenes = new Map<string, SceneValues>();
  const hidden = new Map<string, Set<string>>();
  const made: { data?: string; engine?: string } = {};
  let only: string | null = null;
  for (const [key, value] of pairs) {
    const instrument = placed.find(({ id }) => id === key);
    if (instrument) {
      const reading = readScene(key, instrument.scene, value);
      scenes.set(key, reading.changes);
      problems.push(...reading.problems);
    } else if (key === 'data' || key === 'engine') {
      if (versionId.test(value)) made[key] = value;
      else problems.push({ kind: 'malformed', part: shortened(`${key}=${value}`) });
    } else if (key === 'only') {
      only = find(value)?.id ?? null;
    } else if (key === 'hide') {
      readHidden(value, find, hidden, problems);
    } else if (/-\d+$/u.test(key)) {
      find(key);
    } else if (key !== 'v') {
      problems.push({ kind: 'key', key: shortened(key), known: [...known, ...words] });
    }
  }
  return { scenes, only, hidden, made, problems };
}

function readHidden(
  value: string,
  find: (id: string) => Placed | undefined,
  hidden: Map<string, Set<string>>,
  problems: LinkProblem[],
): void {
  for (const piece of value.split(',')) {
    const dot = piece.indexOf('.');
    const control = piece.slice(dot + 1);
    if (dot < 1 || control === '') {
      problems.push({ kind: 'malformed', part: shortened(`hide=${piece}`) });
      continue;
    }
    const instrument = find(piece.slice(0, dot));
    if (!instrument) continue;
    const { id, controls } = instrument;
    if (!controls.includes(control)) {
      problems.push({ kind: 'control', id, control: shortened(control), known: controls });
      continue;
    }
    hidden.set(id, (hidden.get(id) ?? new Set()).add(control));
  }
}

export interface LinkParts {
  readonly section?: string | null;
  /** Scenes of the page's instruments, whole, by instrument. */
  readonly scenes: ReadonlyMap<string, SceneValues>;
  readonly only?: string | null;
  readonly hidden?: ReadonlyMap<string, ReadonlySet<string>>;
  readonly made: Versions;
}

/** The hash, with its "#", that reads back as these parts; null where no link holds as much. */
export function writeLink(parts: LinkParts, placed: readonly Placed[]): string | null {
  const pieces = parts.section ? [encodeURIComponent(parts.section)] : [];
  pieces.push(`v=${linkVersion}`, `data=${parts.made.data}`, `engine=${parts.made.engine}`);
  for (const { id, scene, start } of placed) {
    const changed = writeScene(scene, parts.scenes.get(id) ?? start, start);
    if (changed !== '') pieces.push(`${id}=${changed}`);
  }
  if (parts.only) pieces.push(`only=${parts.only}`);
  const hidden = [...(parts.hidden ?? [])].flatMap(([id, controls]) =>
    [...controls].map((control) => `${id}.${control}`),
  );
  if (hidden.length > 0) pieces.push(`hide=${hidden.join(',')}`);
  const text = pieces.join('&');
  return text.length > longestLink ? null : `#${text}`;
}
