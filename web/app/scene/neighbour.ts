/** A link from one instrument of a page to another. Pure. */
import { writeScene } from './codec';
import { writeLink, type LinkParts, type Placed } from './link';
import { accepts, type SceneValues } from './schema';

export interface PageState extends Pick<LinkParts, 'hidden' | 'made'> {
  readonly placed: readonly Placed[];
  readonly sceneOf: (id: string) => SceneValues;
  /** The one instrument that is shown alone. */
  readonly only: string | null;
}

/**
 * The hash that sets fields of the page's first instrument of that name, and leaves its others as
 * they are; null where none is placed, or it does not take a value. Where one instrument is shown
 * alone, the link shows the whole page: a run that nobody shows would be closed.
 * @param changes what its schema does not have is left out
 */
export function linkTo(page: PageState, name: string, changes: SceneValues): string | null {
  const there = page.placed.find(({ id }) => id.replace(/-\d+$/u, '') === name);
  if (!there) return null;
  const { id, scene, start } = there;
  const own = Object.entries(changes).filter(([key]) => Object.hasOwn(scene, key));
  if (own.some(([key, value]) => !accepts(scene[key]!, value))) return null;
  const next = { ...page.sceneOf(id), ...Object.fromEntries(own) };
  if (page.only === null) return `#${id}=${writeScene(scene, next, start)}`;
  return writeLink({ ...page, only: null, scenes: new Map([[id, next]]) }, page.placed);
}
