/** The geometry of a survey's picture: correlations on one axis from −1 to 1. Pure. */
import type { Survey } from '../../../shared/protocol';

export const picture = {
  width: 320,
  height: 108,
  left: 122,
  right: 276,
  /** Middles of the three lines. */
  lines: [16, 44, 72],
  axis: 90,
} as const;

export const toX = (correlation: number): number => {
  const share = (Math.max(-1, Math.min(1, correlation)) + 1) / 2;
  return picture.left + share * (picture.right - picture.left);
};

export interface FeaturePicture {
  /** Every unit on the half on which one was chosen. */
  readonly ticks: readonly number[];
  readonly chosen: number;
  readonly measured: number;
  readonly shuffled: number;
}

export const drawSurvey = ({
  units,
  chosen,
  measured,
  shuffled,
}: Pick<Survey, 'units' | 'chosen' | 'measured' | 'shuffled'>): FeaturePicture => ({
  ticks: units.map(toX),
  chosen: toX(chosen),
  measured: toX(measured),
  shuffled: toX(shuffled),
});
