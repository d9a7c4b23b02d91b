import type { Look } from '../../../shared/protocol';
import type { Activations } from './activations';
import type { Block, Stretch } from './map-layout';
import type { RowOrder } from './row-order';
import type { Scale, StateLetter } from './tensor-choice';

/** Everything that the map draws of one answer of the model. */
export interface DrawnMap {
  readonly look: Look;
  readonly map: Activations;
  readonly letter: StateLetter;
  readonly scale: Scale;
  readonly order: RowOrder;
  /** The unit that follows the feature. */
  readonly found: number | null;
  /** The rows of the stretch where rows are chosen with the steps; null: all of them. */
  readonly band?: Stretch | null;
  /** Cells that are told apart by a frame. */
  readonly framed?: readonly Block[];
  /** Room for the rows, in CSS pixels, where it must be small. */
  readonly tall?: number;
  /** The tensor and the text in words, for a picture that leaves the page. */
  readonly caption: string;
}
