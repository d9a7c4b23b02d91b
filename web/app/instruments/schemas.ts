/** Every instrument's schema, in the order of the workshop. One line an instrument. */
import { labSchema } from './lab/schema';
import { raceSchema } from './race/schema';
import type { InstrumentSchema } from './schema';

export const schemas: Readonly<Record<string, InstrumentSchema>> = {
  lab: labSchema,
  race: raceSchema,
};
