/** Tokens as they are written above their columns. Pure. */
import { visible } from '../../lab/word-figure';
import type { Look } from '../../../shared/protocol';
import { longestToken } from './map-layout';

export interface TokenLabel {
  /** Whole, as it prints. */
  readonly full: string;
  /** As much of it as there is room for. */
  readonly text: string;
  readonly width: number;
  readonly known: boolean;
}

export type Measure = (text: string) => number;

/** The beginning of a text, with an ellipsis, where the whole is too wide. */
function shortened(text: string, measure: Measure): string {
  if (measure(text) <= longestToken) return text;
  const letters = [...text];
  while (letters.length > 1 && measure(`${letters.join('')}…`) > longestToken) letters.pop();
  return `${letters.join('')}…`;
}

export const tokenLabels = (
  { tokens, known }: Pick<Look, 'tokens' | 'known'>,
  measure: Measure,
): readonly TokenLabel[] =>
  tokens.map((token, i) => {
    const full = visible(token);
    const text = shortened(full, measure);
    return { full, text, width: measure(text), known: known[i] ?? false };
  });
