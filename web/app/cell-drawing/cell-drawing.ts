import type { CellKind } from '../../shared/equations';
import { drawPlan, type CellDrawing, type Orientation, type Plan } from './drawing';
import { elmanPlan } from './elman-drawing';
import { gruPlan } from './gru-drawing';
import { lstmPlan } from './lstm-drawing';

const plans: Readonly<Record<CellKind, (orientation: Orientation) => Plan>> = {
  elman: elmanPlan,
  'elman-relu': elmanPlan,
  lstm: lstmPlan,
  gru: gruPlan,
};

/** One step of the cell as a drawing: the wide one, or the one made for a phone. */
export function drawCell(kind: CellKind, orientation: Orientation): CellDrawing {
  return drawPlan(kind, orientation, plans[kind](orientation));
}
