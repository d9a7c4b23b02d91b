/** Shares as drawings print them, where there is room for two digits. Pure. */
import type { Language } from '../../shared/lesson';

/** As whole hundredths, and never as a certainty. */
export function hundredths(share: number): string {
  if (share < 0.005) return '<1';
  return share > 0.995 ? '>99' : String(Math.round(100 * share));
}

/** With the sign, as each language sets it. */
export const percent = (language: Language, number: string): string =>
  language === 'fr' ? `${number}\u202f%` : `${number}%`;
