/** Places labels in a column: each as near its own height as the others allow. Pure. */

interface Block {
  /** Where the first label of the block stands. */
  top: number;
  /** Sum of what the labels of the block would have its top be. */
  wish: number;
  count: number;
}

/**
 * Heights at least `gap` apart, from `low` to `high`, in the order of the wishes (those that
 * wish the same, in the order given), with the least sum of squared displacements. Where all
 * do not fit, they stand `gap` apart and overrun `high`.
 */
export function spread(
  wishes: readonly number[],
  gap: number,
  low: number,
  high: number,
): readonly number[] {
  const order = wishes.map((_, index) => index).sort((one, other) => wishes[one]! - wishes[other]!);
  const room = gap * (wishes.length - 1);
  const bottom = Math.max(high, low + room);
  const blocks: Block[] = [];
  for (const index of order) {
    let block: Block = { top: wishes[index]!, wish: wishes[index]!, count: 1 };
    for (let last = blocks.at(-1); last && last.top + last.count * gap > block.top;) {
      blocks.pop();
      const count = last.count + block.count;
      const wish = last.wish + block.wish - block.count * last.count * gap;
      block = { top: wish / count, wish, count };
      last = blocks.at(-1);
    }
    blocks.push(block);
  }
  const places: number[] = [];
  for (const { top, count } of blocks) {
    for (let i = 0; i < count; i += 1) places.push(top + i * gap);
  }
  // Into the frame: down from its top, then up from its bottom.
  for (let i = 0; i < places.length; i += 1) {
    places[i] = Math.max(places[i]!, low + i * gap);
  }
  for (let i = places.length - 1; i >= 0; i -= 1) {
    places[i] = Math.min(places[i]!, bottom - (places.length - 1 - i) * gap);
  }
  const result = wishes.slice();
  order.forEach((index, rank) => (result[index] = places[rank]!));
  return result;
}
