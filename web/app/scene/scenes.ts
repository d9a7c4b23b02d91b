/** The scenes of all the instruments of a page, as one value that never changes. Pure. */
import type { Link, Placed } from './link';
import type { SceneValues } from './schema';

export type Scenes = ReadonlyMap<string, SceneValues>;

export const noScenes: Scenes = new Map();

export const startOf = (placed: readonly Placed[]): Scenes =>
  new Map(placed.map(({ id, start }) => [id, start]));

export const withScene = (scenes: Scenes, id: string, values: SceneValues): Scenes =>
  new Map(scenes).set(id, values);

/** What a link sets, each over where its instrument starts; the others stay. */
export function applied(scenes: Scenes, { scenes: set }: Link, placed: readonly Placed[]): Scenes {
  const next = new Map(scenes);
  for (const { id, start } of placed) {
    const changes = set.get(id);
    if (changes) next.set(id, { ...start, ...changes });
  }
  return next;
}
