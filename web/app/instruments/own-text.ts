/** A reader's own text as an instrument keeps it in its scene. Pure. */
import { text } from '../scene/schema';

/** A link must hold it, and a model reads far less. */
export const mostText = 600;

/** Empty: the data set's first suggestion, until the reader writes. */
export const textField = text(mostText);
