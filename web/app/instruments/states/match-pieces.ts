/** A stretch within its sequence, as text. Pure. */
import type { Unit } from '../../../shared/data-info';
import type { Match } from '../../../shared/protocol';
import { visible } from '../../lab/word-figure';

/** What stands before the stretch, the stretch, and what stands behind. */
export function matchPieces(
  { tokens, from, to }: Pick<Match, 'tokens' | 'from' | 'to'>,
  unit: Unit,
): readonly [string, string, string] {
  const gap = unit === 'word' ? ' ' : '';
  const part = (some: readonly string[]): string => some.map(visible).join(gap);
  const [before, inside, after] = [tokens.slice(0, from), tokens.slice(from, to), tokens.slice(to)];
  return [
    before.length > 0 ? part(before) + gap : '',
    part(inside),
    after.length > 0 ? gap + part(after) : '',
  ];
}
