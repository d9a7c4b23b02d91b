/**
 * From the paper to a symbol's colour, in steps that look alike (Ottosson's OKLab); and the
 * colour of a mark inside a cell. Pure.
 */

export type Colour = readonly [red: number, green: number, blue: number];

/** Shades of a value's size, from 0 to 1. */
export const shades = 48;

/** `rgb(r, g, b)` or `color(srgb r g b)`, as computed styles have them. */
export function parseColour(text: string): Colour {
  const numbers = [...text.matchAll(/-?[\d.]+(?:e-?\d+)?/gu)].map(([digits]) => Number(digits));
  const scale = text.startsWith('color(') ? 255 : 1;
  const [red = 0, green = 0, blue = 0] = numbers;
  return [red * scale, green * scale, blue * scale];
}

const linear = (channel: number): number => {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};
const gamma = (light: number): number => {
  const bounded = Math.min(1, Math.max(0, light));
  const share = bounded <= 0.0031308 ? 12.92 * bounded : 1.055 * bounded ** (1 / 2.4) - 0.055;
  return Math.round(share * 255);
};

type Triple = readonly [number, number, number];

function toLab(colour: Colour): Triple {
  const [r, g, b] = colour.map(linear) as unknown as Triple;
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function fromLab([lightness, a, b]: Triple): Colour {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    gamma(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    gamma(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    gamma(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

export function mixed(from: Colour, to: Colour, share: number): Colour {
  const [one, other] = [toLab(from), toLab(to)];
  return fromLab(one.map((value, i) => value + share * (other[i]! - value)) as unknown as Triple);
}

const luminance = (colour: Colour): number => {
  const [r, g, b] = colour.map(linear) as unknown as Triple;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/** WCAG's, from 1 to 21. */
export function contrast(one: Colour, other: Colour): number {
  const [dark, bright] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [
    number,
    number,
  ];
  return (bright + 0.05) / (dark + 0.05);
}

export const css = ([red, green, blue]: Colour): string => `rgb(${red}, ${green}, ${blue})`;

export interface Shade {
  readonly fill: string;
  /** Of what is drawn inside such a cell: paper or symbol, whichever stands out. */
  readonly mark: string;
}

/** What a cell of size 0 keeps of the symbol's colour, so that it is seen to be one. */
const least = 0.05;

/** A shade for each size from 0 to `shades`. */
export function palette(paper: Colour, symbol: Colour): readonly Shade[] {
  return Array.from({ length: shades + 1 }, (_, size) => {
    const fill = mixed(paper, symbol, least + (1 - least) * (size / shades));
    const mark = contrast(paper, fill) >= contrast(symbol, fill) ? paper : symbol;
    return { fill: css(fill), mark: css(mark) };
  });
}
