/** Shares before this one are too small to foretell anything by. */
const leastShare = 0.05;

/** Seconds that remain, by the share that is done and the time it took; null: too early to say. */
export function secondsLeft(share: number, milliseconds: number): number | null {
  if (share < leastShare) return null;
  return ((milliseconds / share) * (1 - share)) / 1000;
}
