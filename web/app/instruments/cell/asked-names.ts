import type { QuantityName } from '../../../shared/equations';

/** Every number that some cell can ask for; apart, as every lesson's page carries it. */
export const askedNames = [
  ...(['a', 'h', 'c'] as const),
  ...(['i', 'f', 'g', 'o', 'r', 'z', 'n'] as const),
  ...(['a_i', 'a_f', 'a_g', 'a_o', 'a_r', 'a_z', 'a_n'] as const),
] as const satisfies readonly QuantityName[];
export type AskedName = (typeof askedNames)[number];
