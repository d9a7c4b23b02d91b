/** What a survey's numbers allow to be said. Pure. */
import type { Survey } from '../../../shared/protocol';

/**
 * `still`: feature or units never change; `none`: on the half that had no say, the unit does no
 * better than chance, or little better than nothing; then how closely it goes with the feature.
 */
export type Verdict = 'still' | 'none' | 'faint' | 'clear' | 'close';

/** Under this a unit tells less than a twenty-fifth of a feature's variance. */
const least = 0.2;

export function verdictOf({
  chosen,
  measured,
  shuffled,
}: Pick<Survey, 'chosen' | 'measured' | 'shuffled'>): Verdict {
  if (chosen === 0) return 'still';
  const size = Math.abs(measured);
  if (size < least || size <= 2 * Math.abs(shuffled) || Math.sign(chosen) !== Math.sign(measured)) {
    return 'none';
  }
  if (size < 0.5) return 'faint';
  return size < 0.8 ? 'clear' : 'close';
}

/** Is there a unit to be shown? */
export const finds = (survey: Pick<Survey, 'chosen' | 'measured' | 'shuffled'>): boolean =>
  !['still', 'none'].includes(verdictOf(survey));
