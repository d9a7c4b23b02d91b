import type { CurveQuestion, NumberQuestion } from '../../../shared/prediction';
import type { DraftScale } from './curve-draft';

/** A hundredth of what an axis spans, to the next round number below. */
function grainOf(span: number): number {
  const hundredth = span / 100;
  const power = 10 ** Math.floor(Math.log10(hundredth));
  const factor = [5, 2, 1].find((each) => each * power <= hundredth * (1 + 1e-9)) ?? 1;
  return Number((factor * power).toPrecision(1));
}

export function scaleOf({ min, max }: CurveQuestion | NumberQuestion): DraftScale {
  return { min, max, step: grainOf(max - min) };
}
