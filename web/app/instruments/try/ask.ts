/** Asks a model for its answers to a text, whole and without some of its tokens. Pure. */
import type { Unit } from '../../../shared/data-info';
import type { Reading } from '../../../shared/protocol';
import { joined } from '../../../shared/words';
import { placesOf } from '../tokens';
import { kept, type Answers } from './answers';

export interface Reader {
  read(text: string): Promise<Reading | null>;
}

/** While it trains, a model may learn between two questions: then both are asked again. */
const tries = 4;

/** Null when there is no model to be had, or none that stands still for two questions. */
export async function askFor(
  reader: Reader,
  text: string,
  gone: string,
  unitOf: () => Unit,
): Promise<Answers | null> {
  let whole = await reader.read(text);
  if (!whole) return null;
  const places = placesOf(gone, whole.characters.length);
  if (places.size === 0) return { whole, rest: null };
  const left = joined(kept(whole.characters, places), unitOf());
  for (let asked = 0; asked < tries; asked += 1) {
    const [again, rest]: readonly (Reading | null)[] = await Promise.all([
      asked === 0 ? whole : reader.read(text),
      reader.read(left),
    ]);
    if (!again || !rest) return null;
    whole = again;
    if (whole.step === rest.step) return { whole, rest };
  }
  return null;
}
