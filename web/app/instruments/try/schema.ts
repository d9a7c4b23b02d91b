import { cells } from '../../../shared/run-settings';
import { tryNames } from '../../i18n/inside';
import { choice, text } from '../../scene/schema';
import { mainProps, workshopMain } from '../main-run';
import { textField } from '../own-text';
import { instrument } from '../schema';

export const trySchema = instrument({
  ...tryNames,
  props: mainProps,
  scene: {
    text: textField,
    /** Places of the tokens that are taken out: 2.5. */
    gone: text(120),
    /** The cell of a second model, all else as the first one's. */
    'b.cell': choice(['none', ...cells], 'none'),
  },
  controls: ['model', 'text', 'compare'],
  height: { wide: 42, narrow: 56 },
  workshop: workshopMain,
});

export type TrySchema = typeof trySchema;
