/** What the build and the page both know of an instrument. Pure, and without Svelte. */
import type { Language } from '../../shared/lesson';
import type { Field, SceneOf, SceneSchema } from '../scene/schema';

/** A field that a lesson gives as an attribute; with `needed` it may not be left out. */
export type PropField = Field & { readonly needed?: true };
export type PropSchema = Readonly<Record<string, PropField>>;

export interface InstrumentSchema<
  Scene extends SceneSchema = SceneSchema,
  Props extends PropSchema = PropSchema,
> {
  /** What it is called where it is listed, and what it is for, in a sentence. */
  readonly title: Readonly<Record<Language, string>>;
  readonly lead: Readonly<Record<Language, string>>;
  /** Attributes of `::instrument{name="…"}` beside `name`, `scene` and `hide`. */
  readonly props: Props;
  /** What a link may set. */
  readonly scene: Scene;
  /** The same where it depends on the attributes: fields left out, other defaults. */
  sceneWith?(props: SceneOf<Props>): Partial<Scene>;
  /** Names of what `hide=` may hide, beside the figure's `menu`. */
  readonly controls: readonly string[];
  /** The room that it takes before it is loaded, in rem: in a column wider than 27 rem, and in a narrower one. */
  readonly height: { readonly wide: number; readonly narrow: number };
  /** The attributes it has on the workshop's page; `scene` among them, where it starts there. */
  readonly workshop: Readonly<Record<Language, Readonly<Record<string, string>>>>;
}

/** Keeps a schema's own types, so that its component gets them back. */
export const instrument = <const Scene extends SceneSchema, const Props extends PropSchema>(
  schema: InstrumentSchema<Scene, Props>,
): InstrumentSchema<Scene, Props> => schema;

/** The same for an attribute that may not be left out. */
export const needed = <const F extends Field>(field: F): F & { readonly needed: true } => ({
  ...field,
  needed: true,
});

/** Attributes that every instrument takes: where its scene starts, and what is hidden. */
export const commonProps = ['scene', 'hide'] as const;
/** Controls that every instrument has. */
export const commonControls = ['menu'] as const;
