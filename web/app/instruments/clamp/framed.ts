/** Where on the map something is held. Pure. */
import type { Block } from '../states/map-layout';
import type { TensorChoice } from '../states/tensor-choice';
import type { Hold, Misfit, Span } from './holds';

const stretch = ({ from, to }: Span, count: number) => ({
  first: from - 1,
  last: Math.min(to ?? count, count) - 1,
});

/** Holds in force in the layer and direction that are shown. */
export const framed = (
  holds: readonly Hold[],
  misfits: readonly (Misfit | null)[],
  { layer, backward }: Pick<TensorChoice, 'layer' | 'backward'>,
  size: { readonly units: number; readonly steps: number },
): readonly Block[] =>
  holds
    .filter(
      (hold, at) => misfits[at] === null && hold.layer === layer && hold.backward === backward,
    )
    .map(({ units, steps }) => ({
      rows: stretch(units, size.units),
      columns: stretch(steps, size.steps),
    }));
