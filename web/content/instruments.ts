import { placedOf } from '../app/instruments/placed';
import { commonProps, type InstrumentSchema } from '../app/instruments/schema';
import { tellProblem } from '../app/i18n/link';
import { readScene, readValue, type LinkProblem } from '../app/scene/codec';
import { readLink, type Placed } from '../app/scene/link';
import type { Field } from '../app/scene/schema';
import type { Block } from '../shared/lesson';
import type { Place, Problems } from './problems';

export type KnownInstruments = Readonly<Record<string, InstrumentSchema>>;
type InstrumentBlock = Extract<Block, { kind: 'instrument' }>;
type Attributes = Readonly<Record<string, string>>;

/** The instruments of one lesson: what it writes of them is held against their schemas. */
export class Instruments {
  readonly #placed: Placed[] = [];
  readonly #places = new Map<string, Place>();
  readonly #counts = new Map<string, number>();

  constructor(
    readonly known: KnownInstruments,
    readonly problems: Problems,
  ) {}

  get ids(): readonly string[] {
    return this.#placed.map(({ id }) => id);
  }

  /** The block of `::instrument{…}`; null when it is wrong, which is then reported. */
  block({ name = '', ...attributes }: Attributes, place: Place): InstrumentBlock | null {
    const schema = Object.hasOwn(this.known, name) ? this.known[name] : undefined;
    if (schema === undefined) {
      const names = Object.keys(this.known).join(', ');
      this.problems.add(place, `there is no instrument "${name}".`, `Use one of: ${names}.`);
      return null;
    }
    const count = (this.#counts.get(name) ?? 0) + 1;
    this.#counts.set(name, count);
    const id = `${name}-${count}`;
    const { scene = '', hide = '', ...props } = attributes;
    const hidden = hide.split(/[\s,]+/u).filter((control) => control !== '');
    const placed = placedOf(id, schema, { props, scene, hide: hidden });
    this.#placed.push(placed);
    this.#places.set(id, place);
    const found: LinkProblem[] = [
      ...readScene(id, placed.scene, scene).problems,
      ...hidden
        .filter((control) => !placed.controls.includes(control))
        .map((control) => ({ kind: 'control' as const, id, control, known: placed.controls })),
    ];
    for (const problem of found) this.#add(problem, place);
    const right = this.#checkProps(name, schema, props, place);
    if (!right || found.length > 0) return null;
    return { kind: 'instrument', name, id, props, scene, hide: hidden };
  }

  /** Reports an instrument whose id something else of the page has. */
  checkIds(others: ReadonlySet<string>): void {
    for (const [id, place] of this.#places) {
      if (!others.has(id)) continue;
      const fact = `the id "${id}" of this instrument is a heading's too.`;
      this.problems.add(place, fact, 'Give the heading another id.');
    }
  }

  /** Reports what is wrong with a link into the page; returns the id that it leads to. */
  checkLink(target: string, place: Place): string | null {
    const { section, problems } = readLink(target, this.#placed);
    for (const problem of problems) this.#add(problem, place);
    return section;
  }

  #add(problem: LinkProblem, place: Place): void {
    const { fact, remedy } = tellProblem.en(problem);
    this.problems.add(place, fact, remedy);
  }

  #checkProps(name: string, { props }: InstrumentSchema, given: Attributes, place: Place): boolean {
    let right = true;
    for (const key of new Set([...Object.keys(props), ...Object.keys(given)])) {
      const field = Object.hasOwn(props, key) ? props[key] : undefined;
      const written = Object.hasOwn(given, key) ? given[key] : undefined;
      if (
        field &&
        (written === undefined ? !field.needed : readValue(field, written) !== undefined)
      )
        continue;
      right = false;
      const fact = `the instrument "${name}" does not take ${key}="${written ?? ''}".`;
      const known = [...Object.keys(props), ...commonProps].join(', ');
      const remedy = field ? takes(field) : `Remove it; there are: ${known}.`;
      this.problems.add(place, fact, remedy);
    }
    return right;
  }
}

/** What the field takes, as the page would say it of a link. */
const takes = (field: Field): string =>
  tellProblem.en({ kind: 'value', id: '', key: '', given: '', field }).remedy;
