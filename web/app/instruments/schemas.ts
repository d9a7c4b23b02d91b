/** Every instrument's schema, in the order of the workshop. One line an instrument. */
import { cellSchema } from './cell/schema';
import { labSchema } from './lab/schema';
import type { InstrumentSchema } from './schema';

export const schemas: Readonly<Record<string, InstrumentSchema>> = {
  lab: labSchema,
  cell: cellSchema,
};
