import type { SceneOf, SceneSchema, SceneValues } from './schema';

/** An instrument's own view of the store. */
export interface InstrumentScene<Schema extends SceneSchema = SceneSchema> {
  readonly id: string;
  /** Its scene now, whole; reactive. */
  readonly value: SceneOf<Schema>;
  /** Is it shown alone? Reactive. */
  readonly alone: boolean;
  /** Did the page come by a link that says how this instrument stands? Reactive. */
  readonly linked: boolean;
  set(changes: Partial<SceneOf<Schema>>): void;
  /** Has the link or the lesson hidden this control? Reactive. */
  hides(control: string): boolean;
  /** The address of the page as it stands, which shows this instrument first; null: too long. */
  link(): string | null;
  /** Puts that address into the address bar; adds nothing to the history. */
  show(): void;
  /** The hash of a link to the page's first instrument of a name; null: none. Reactive. */
  linkTo(name: string, changes: SceneValues): string | null;
}
