/** Every instrument's schema, in the order of the workshop. One line an instrument. */
import { labSchema } from './lab/schema';
import type { InstrumentSchema } from './schema';
import { statesSchema } from './states/schema';

export const schemas: Readonly<Record<string, InstrumentSchema>> = {
  lab: labSchema,
  states: statesSchema,
};
