import { unrollNames } from '../../i18n/inside';
import { integer } from '../../scene/schema';
import { mainProps, workshopMain } from '../main-run';
import { textField } from '../own-text';
import { instrument } from '../schema';

/** More than any text has steps. */
export const allSteps = 999;

export const unrollSchema = instrument({
  ...unrollNames,
  props: mainProps,
  scene: {
    text: textField,
    /** Steps that are unfolded, from the first; 0: the loop. */
    open: integer(0, allSteps, allSteps),
    /** Where the walk along time stands; 0: nowhere. */
    step: integer(0, allSteps, 0),
  },
  controls: ['model', 'text', 'fold', 'walk'],
  height: { wide: 39, narrow: 68 },
  workshop: workshopMain,
});

export type UnrollSchema = typeof unrollSchema;
