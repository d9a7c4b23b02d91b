/** An example on its way to another page. Pure. */
import { writeValue } from '../../scene/codec';

/**
 * The hash under which the workshop shows an instrument with a text.
 * @param model the scene of its lab; empty where that starts with the same settings
 */
export function sendAddress(name: 'cell' | 'try', text: string, model: string): string {
  const id = `${name}-1`;
  const lab = model === '' ? '' : `&lab-1=${model}`;
  return `#${id}&${id}=text:${writeValue(text)}${lab}`;
}
