import type { Language } from '../../shared/lesson';
import { schemas } from '../instruments/schemas';
import type { InstrumentBlock } from './instruments';

/** Every instrument, as the workshop's page places them. */
export const workshopBlocks = (language: Language): InstrumentBlock[] =>
  Object.entries(schemas).map(([name, schema]) => {
    const { scene = '', ...props } = schema.workshop[language];
    return { kind: 'instrument', name, id: `${name}-1`, props, scene, hide: [] };
  });
