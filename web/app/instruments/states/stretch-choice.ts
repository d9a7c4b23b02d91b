/** How a stretch of steps is chosen on the map, by pointer or with Shift and arrows. Pure. */
import { movedIn, type CursorPlace, type CursorRoom } from '../../figure/cursor';
import { between, type Stretch } from './map-layout';

interface Told {
  /** @param rows where rows are chosen too */
  readonly choose: (stretch: Stretch | null, rows: Stretch | null) => void;
  /** The token above a step was pressed. */
  readonly step: (step: number) => void;
}

/** A place under the pointer. */
export interface Pressed {
  readonly column: number;
  readonly row: number;
  /** On the tokens, above the cells? */
  readonly tokens: boolean;
}

export class StretchChoice {
  #pressed: Pressed | null = null;
  #dragged = false;
  /** Where a stretch made with Shift began. */
  #fixed: CursorPlace | null = null;

  /** @param both whether rows are chosen with the steps */
  constructor(
    private readonly told: Told,
    private readonly both: () => boolean = () => false,
  ) {}

  #choose(from: CursorPlace, to: CursorPlace): void {
    this.told.choose(
      between(from.column, to.column),
      this.both() ? between(from.row, to.row) : null,
    );
  }

  press(place: Pressed | null): void {
    this.#pressed = place;
    this.#dragged = false;
  }

  /** Returns true when a drag begins. */
  drag(place: Pressed | null): boolean {
    const from = this.#pressed;
    if (!place || !from || from.tokens) return false;
    const still = place.column === from.column && (!this.both() || place.row === from.row);
    if (!this.#dragged && still) return false;
    const begins = !this.#dragged;
    this.#dragged = true;
    this.#choose(from, place);
    return begins;
  }

  release(): void {
    const from = this.#pressed;
    this.#pressed = null;
    if (!from || this.#dragged) return;
    if (from.tokens) this.told.step(from.column);
    else if (this.both()) this.#choose(from, from);
    else this.told.choose(null, null);
  }

  cancel(): void {
    this.#pressed = null;
  }

  /** A key that moves the cursor while Shift is down. */
  extend(
    room: CursorRoom,
    at: CursorPlace | null,
    stretch: Stretch | null,
    key: { readonly key: string },
  ): void {
    const keys = this.both()
      ? /^(?:Arrow(?:Left|Right|Up|Down)|Home|End)$/u
      : /^(?:Arrow(?:Left|Right)|Home|End)$/u;
    if (!keys.test(key.key)) return;
    const goal = movedIn(room, at, key);
    if (!goal) return;
    const from = at ?? goal;
    const ends = ({ column }: CursorPlace): boolean =>
      stretch !== null && (column === stretch.first || column === stretch.last);
    const goesOn = this.#fixed !== null && ends(this.#fixed) && ends(from);
    if (!goesOn) this.#fixed = from;
    this.#choose(this.#fixed ?? from, goal);
  }
}
