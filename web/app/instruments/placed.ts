/** An instrument of a lesson as the page's scenes know it. Pure. */
import { readScene, readValue } from '../scene/codec';
import type { Placed } from '../scene/link';
import { defaultsOf, type SceneOf, type SceneSchema } from '../scene/schema';
import { commonControls, type InstrumentSchema, type PropSchema } from './schema';

export interface Written {
  /** The attributes of its own. */
  readonly props: Readonly<Record<string, string>>;
  /** Where it starts, as a link writes it. */
  readonly scene: string;
  readonly hide: readonly string[];
}

export function placedOf(
  id: string,
  schema: InstrumentSchema,
  { props, scene: written, hide }: Written,
): Placed {
  const scene = (schema.sceneWith?.(readProps(schema.props, props)) ?? schema.scene) as SceneSchema;
  return {
    id,
    scene,
    controls: [...schema.controls, ...commonControls],
    start: { ...defaultsOf(scene), ...readScene(id, scene, written).changes },
    hidden: new Set(hide),
  };
}

/**
 * What a lesson wrote, each with its type; what it left out stands at its default, and so does
 * what does not read, which the build refuses.
 */
export function readProps<Props extends PropSchema>(
  schema: Props,
  written: Readonly<Record<string, string>>,
): SceneOf<Props> {
  const entries = Object.entries(schema).map(([key, field]) => {
    const given = Object.hasOwn(written, key) ? written[key] : undefined;
    const value = given === undefined ? undefined : readValue(field, given);
    return [key, value === undefined ? field.default : value];
  });
  return Object.fromEntries(entries) as SceneOf<Props>;
}
