/** Numbers of an exercise, with as many decimals as it gives. */
import type { Language } from '../../../shared/lesson';

const signed = (text: string): string => text.replace('-', '−');

export function decimals(language: Language, digits: number): (value: number) => string {
  const format = new Intl.NumberFormat(language, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: 'negative',
    useGrouping: false,
  });
  return (value) => signed(format.format(value));
}

/** A tolerance, rounded down to one digit more: what is promised is kept. */
export function tolerance(
  language: Language,
  digits: number,
  { low, high }: { readonly low: number; readonly high: number },
  result: number,
): string {
  const scale = 10 ** (digits + 1);
  const least = Math.floor(Math.min(high - result, result - low) * scale + 1e-6) / scale;
  return decimals(language, digits + 1)(least);
}
