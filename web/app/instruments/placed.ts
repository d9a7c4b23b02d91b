/** An instrument of a lesson as the page's scenes know it. Pure. */
import { readScene, readValue } from '../scene/codec';
import type { Placed } from '../scene/link';
import { defaultsOf, type SceneOf } from '../scene/schema';
import { commonControls, type InstrumentSchema, type PropSchema } from './schema';

/** @param scene where it starts, as a link writes it */
export function placedOf(
  id: string,
  schema: InstrumentSchema,
  scene: string,
  hide: readonly string[],
): Placed {
  return {
    id,
    scene: schema.scene,
    controls: [...schema.controls, ...commonControls],
    start: { ...defaultsOf(schema.scene), ...readScene(id, schema.scene, scene).changes },
    hidden: new Set(hide),
  };
}

/** What a lesson wrote, each with its type; what it left out stands at its default. */
export function readProps<Props extends PropSchema>(
  schema: Props,
  written: Readonly<Record<string, string>>,
): SceneOf<Props> {
  const entries = Object.entries(schema).map(([key, field]) => {
    const given = Object.hasOwn(written, key) ? written[key] : undefined;
    return [key, given === undefined ? field.default : readValue(field, given)];
  });
  return Object.fromEntries(entries) as SceneOf<Props>;
}
