/** Every instrument's schema, in the order of the workshop. One line an instrument. */
import { cellSchema } from './cell/schema';
import { gradientSchema } from './gradient/schema';
import { confusionSchema } from './confusion/schema';
import { clampSchema } from './clamp/schema';
import { challengeSchema } from './challenge/schema';
import { labSchema } from './lab/schema';
import { predictSchema } from './predict/schema';
import { raceSchema } from './race/schema';
import type { InstrumentSchema } from './schema';
import { statesSchema } from './states/schema';
import { trySchema } from './try/schema';
import { unrollSchema } from './unroll/schema';

export const schemas: Readonly<Record<string, InstrumentSchema>> = {
  lab: labSchema,
  predict: predictSchema,
  race: raceSchema,
  unroll: unrollSchema,
  cell: cellSchema,
  states: statesSchema,
  try: trySchema,
  gradient: gradientSchema,
  confusion: confusionSchema,
  clamp: clampSchema,
  challenge: challengeSchema,
};
