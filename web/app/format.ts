/** Numbers as each language prints them. */
import type { Language } from '../shared/lesson';

export interface Formats {
  readonly integer: (value: number) => string;
  /** A share from 0 to 1, with one decimal. */
  readonly percent: (share: number) => string;
  /** A probability: no model is ever quite certain, and no rounding says that it is. */
  readonly certainty: (share: number) => string;
  /** A share from 0 to 1 as a whole number of hundredths, without the sign. */
  readonly hundredths: (share: number) => string;
  readonly loss: (value: number) => string;
  /** A speed: two significant digits are all that it has. */
  readonly speed: (value: number) => string;
  readonly duration: (seconds: number) => string;
  /** A number inside a model, with two decimals; what rounds to zero has no sign. */
  readonly inner: (value: number) => string;
  /** A setting, with all its digits. */
  readonly setting: (value: number) => string;
}

const minus = (text: string): string => text.replace('-', '−');
/** The space before a percent sign is as narrow as the one inside a number. */
const narrow = (text: string): string => text.replace('\u00a0%', '\u202f%');

export function formats(language: Language): Formats {
  const integer = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const percent = new Intl.NumberFormat(language, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const decimals = new Intl.NumberFormat(language, {
    minimumFractionDigits: 3,
    maximumFractionDigits: 3,
  });
  const inner = new Intl.NumberFormat(language, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
    signDisplay: 'negative',
  });
  const large = new Intl.NumberFormat(language, { maximumSignificantDigits: 3 });
  const huge = new Intl.NumberFormat(language, {
    notation: 'scientific',
    maximumFractionDigits: 1,
  });
  const speed = new Intl.NumberFormat(language, { maximumSignificantDigits: 2 });
  const setting = new Intl.NumberFormat(language, {
    maximumSignificantDigits: 15,
    useGrouping: false,
  });
  const hundreds = (share: number): string => narrow(percent.format(share));
  return {
    integer: (value) => minus(integer.format(value)),
    percent: hundreds,
    certainty: (share) => {
      if (share > 0.999) return `>\u202f${hundreds(0.999)}`;
      if (share < 0.001) return `<\u202f${hundreds(0.001)}`;
      return hundreds(share);
    },
    hundredths: (share) => integer.format(100 * share),
    loss: (value) => {
      const size = Math.abs(value);
      const format = size < 10 ? decimals : size < 1e6 ? large : huge;
      return minus(format.format(value));
    },
    speed: (value) => speed.format(value),
    duration: (seconds) => {
      const whole = Math.ceil(seconds);
      if (whole < 100) return `${integer.format(whole)}\u00a0s`;
      return `${integer.format(Math.ceil(whole / 60))}\u00a0min`;
    },
    inner: (value) => minus(inner.format(value)),
    setting: (value) => setting.format(value),
  };
}
