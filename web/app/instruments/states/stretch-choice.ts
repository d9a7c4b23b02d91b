/** How a stretch of steps is chosen on the map, by pointer or with Shift and arrows. Pure. */
import { movedIn, type CursorPlace, type CursorRoom } from '../../figure/cursor';
import { between, type Stretch } from './map-layout';

interface Told {
  readonly choose: (stretch: Stretch | null) => void;
  /** The token above a step was pressed. */
  readonly step: (step: number) => void;
}

/** A place under the pointer. */
export interface Pressed {
  readonly column: number;
  /** On the tokens, above the cells? */
  readonly tokens: boolean;
}

export class StretchChoice {
  #pressed: Pressed | null = null;
  #dragged = false;
  /** Where a stretch made with Shift began. */
  #fixed: number | null = null;

  constructor(private readonly told: Told) {}

  press(place: Pressed | null): void {
    this.#pressed = place;
    this.#dragged = false;
  }

  /** Returns true when a drag begins. */
  drag(place: Pressed | null): boolean {
    const from = this.#pressed;
    if (!place || !from || from.tokens) return false;
    if (!this.#dragged && place.column === from.column) return false;
    const begins = !this.#dragged;
    this.#dragged = true;
    this.told.choose(between(from.column, place.column));
    return begins;
  }

  release(): void {
    const from = this.#pressed;
    this.#pressed = null;
    if (!from || this.#dragged) return;
    if (from.tokens) this.told.step(from.column);
    else this.told.choose(null);
  }

  cancel(): void {
    this.#pressed = null;
  }

  /** A key that moves the cursor along its row while Shift is down. */
  extend(
    room: CursorRoom,
    at: CursorPlace | null,
    stretch: Stretch | null,
    key: { readonly key: string },
  ): void {
    if (!/^(?:Arrow(?:Left|Right)|Home|End)$/u.test(key.key)) return;
    const goal = movedIn(room, at, key);
    if (!goal) return;
    const from = at?.column ?? goal.column;
    const goesOn =
      stretch !== null &&
      (this.#fixed === stretch.first || this.#fixed === stretch.last) &&
      (from === stretch.first || from === stretch.last);
    if (!goesOn) this.#fixed = from;
    this.told.choose(between(this.#fixed ?? from, goal.column));
  }
}
