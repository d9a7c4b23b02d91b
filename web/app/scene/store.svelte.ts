import { browserAddress, type Address } from './address';
import type { LinkProblem } from './codec';
import type { InstrumentScene } from './instrument-scene';
import { Journey } from './journey';
import { readLink, writeLink, type Link, type Placed, type Versions } from './link';
import { linkTo } from './neighbour';
import { applied, noScenes, startOf, withScene, type Scenes } from './scenes';
import { accepts, type SceneOf, type SceneSchema, type SceneValues } from './schema';

export type { InstrumentScene };

/** What a link of the lesson has just done, until it is undone or overtaken. */
export interface Followed {
  /** The instruments that it set, in its order. */
  readonly ids: readonly string[];
  /** Is it a place of its own in the history? */
  readonly placed: boolean;
  readonly before: Scenes;
  readonly hash: string;
}

export interface LinkOptions {
  /** The instrument to show first. */
  readonly section?: string;
  /** The one instrument to show alone. */
  readonly only?: string | null;
  readonly hidden?: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The scenes of a page's instruments and the hash that describes them. */
export class SceneStore {
  readonly #placed: readonly Placed[];
  readonly #versions: Versions;
  readonly #address: Address;
  #journey = new Journey<Scenes>('');

  #scenes: Scenes = $state.raw(noScenes);
  #link: Link = $state.raw(readLink('', []));
  #followed: Followed | null = $state.raw(null);

  constructor(placed: readonly Placed[], versions: Versions, address: Address = browserAddress) {
    this.#placed = placed;
    this.#versions = versions;
    this.#address = address;
    this.#scenes = startOf(placed);
  }

  /** Reads the address, now and at each change. Returns what ends it. */
  start(): () => void {
    this.#journey = new Journey(this.#address.hash());
    this.#link = this.#read();
    this.#scenes = applied(this.#scenes, this.#link, this.#placed);
    return this.#address.listen((followed) => this.#arrive(followed));
  }

  get placed(): readonly Placed[] {
    return this.#placed;
  }

  /** What the last link that was read got wrong. */
  get problems(): readonly LinkProblem[] {
    return this.#link.problems;
  }

  get section(): string | null {
    return this.#link.section;
  }

  /** The instrument to show alone. */
  get only(): string | null {
    return this.#link.only;
  }

  /** Which parts of the page the link was not made with: its numbers may differ to the bit. */
  get foreign(): readonly ('data' | 'engine')[] {
    const { made } = this.#link;
    return (['data', 'engine'] as const).filter(
      (key) => made[key] !== undefined && made[key] !== this.#versions[key],
    );
  }

  get followed(): Followed | null {
    return this.#followed;
  }

  scene(id: string): SceneValues {
    const scene = this.#scenes.get(id);
    if (!scene) throw new Error(`No instrument '${id}' stands on this page. ${this.#known()}`);
    return scene;
  }

  hides(id: string, control: string): boolean {
    const { hidden } = this.#placed.find((each) => each.id === id) ?? {};
    return (hidden?.has(control) ?? false) || (this.#link.hidden.get(id)?.has(control) ?? false);
  }

  /** Leaves one instrument alone for the whole page, and says so in the address. */
  showAll(): void {
    const { only: section } = this;
    this.#link = { ...this.#link, only: null };
    const link = this.link(section === null ? {} : { section });
    if (link !== null) this.show(link);
  }

  /** Sets fields of an instrument. The address stays as it is. */
  set(id: string, changes: SceneValues): void {
    const { scene: schema } = this.#placed.find((each) => each.id === id) ?? {};
    const scene = this.scene(id);
    for (const [key, value] of Object.entries(changes)) {
      const field = schema && Object.hasOwn(schema, key) ? schema[key] : undefined;
      if (field && accepts(field, value)) continue;
      throw new Error(
        `The scene of '${id}' takes no ${key} = ${String(value)}. Correct its schema, or the call.`,
      );
    }
    if (Object.entries(changes).every(([key, value]) => scene[key] === value)) return;
    this.#scenes = withScene(this.#scenes, id, { ...scene, ...changes });
    if (this.#followed?.ids.includes(id)) this.#followed = null;
  }

  /** The address that shows the page as it stands; null where no link holds as much. */
  link({ section, only, hidden }: LinkOptions = {}): string | null {
    const hash = writeLink(
      {
        section: section ?? null,
        scenes: this.#scenes,
        only: only === undefined ? this.only : only,
        hidden: hidden ?? this.#link.hidden,
        made: this.#versions,
      },
      this.#placed,
    );
    return hash === null ? null : this.#address.with(hash);
  }

  /** The hash that another language's page takes over: as short as what there is to say. */
  carried(): string {
    const changed = this.#placed.some(({ id, start }) =>
      Object.keys(start).some((key) => this.scene(id)[key] !== start[key]),
    );
    if (!changed && this.only === null && this.#link.hidden.size === 0) return this.#address.hash();
    const link = this.link(this.section === null ? {} : { section: this.section });
    return link?.slice(link.indexOf('#')) ?? this.#address.hash();
  }

  /** Writes a link of this page into the address bar. */
  show(link: string): void {
    const hash = link.slice(link.indexOf('#'));
    this.#journey.rename(hash);
    this.#address.replace(hash);
  }

  /** Takes back what the last link of the lesson did. */
  undo(): void {
    const done = this.#followed;
    if (!done) return;
    if (done.placed && done.hash === this.#address.hash()) this.#address.back();
    else this.#restore(done.before);
  }

  of<Schema extends SceneSchema>(id: string): InstrumentScene<Schema> {
    // A class's `this` and an object's differ: the getters below belong to the object.
    // eslint-disable-next-line @typescript-eslint/no-this-alias
    const store = this;
    return {
      id,
      get value() {
        return store.scene(id) as SceneOf<Schema>;
      },
      get alone() {
        return store.only === id;
      },
      get linked() {
        return store.#link.made.engine !== undefined || store.#link.scenes.has(id);
      },
      set: (changes) => this.set(id, changes as SceneValues),
      hides: (control) => this.hides(id, control),
      link: () => this.link({ section: id }),
      show: () => {
        const link = this.link({ section: id });
        if (link !== null) this.show(link);
      },
      linkTo: (name, changes) => {
        const { placed, only } = this;
        const { hidden } = this.#link;
        const sceneOf = (each: string): SceneValues => this.scene(each);
        return linkTo({ placed, only, hidden, made: this.#versions, sceneOf }, name, changes);
      },
    };
  }

  #read(): Link {
    return readLink(this.#address.hash(), this.#placed);
  }

  #arrive(followed: boolean): void {
    const hash = this.#address.hash();
    if (!followed) {
      const held = this.#journey.travel(hash);
      if (held !== undefined) {
        if (held) this.#restore(held);
        this.#keep(this.#read());
        return;
      }
    }
    const link = this.#read();
    const before = this.#scenes;
    this.#keep(link);
    this.#scenes = applied(this.#scenes, link, this.#placed);
    const ids = [...link.scenes.keys()];
    const placed = hash !== this.#journey.hash;
    const step = ids.length > 0 ? { before, after: this.#scenes } : null;
    if (placed) this.#journey.go(hash, step);
    if (step) this.#followed = { ids, placed, before, hash };
  }

  /** What a link inside the page does not say stays as it was: alone, hidden, made with. */
  #keep(link: Link): void {
    if (link.made.engine !== undefined) {
      this.#link = link;
      return;
    }
    const { only, hidden, made } = this.#link;
    this.#link = {
      ...link,
      only: link.only ?? only,
      hidden: link.hidden.size > 0 ? link.hidden : hidden,
      made,
    };
  }

  #restore(scenes: Scenes): void {
    this.#scenes = scenes;
    this.#followed = null;
  }

  #known(): string {
    return `Use one of: ${this.#placed.map(({ id }) => id).join(', ')}.`;
  }
}
