/**
 * What a colour looks like to who lacks one kind of cones, by two models, both on linear sRGB:
 * - Brettel, Viénot and Mollon (1997), "Computerized simulation of color appearance for dichromats",
 *   as matrices of DaltonLens (N. Burrus, public domain): a half-plane on either side of the greys;
 * - Machado, Oliveira and Fernandes (2009), "A physiologically-based model for simulation of color
 *   vision deficiency", severity 1; its authors hold it for red and green only.
 */
import { converter, type Lrgb } from 'culori';

type Row = readonly [number, number, number];
type Matrix = readonly [Row, Row, Row];
export type Vision = (colour: string) => Lrgb;

const linear = converter('lrgb');
const dot = (row: Row, { r, g, b }: Lrgb): number => row[0] * r + row[1] * g + row[2] * b;
const inGamut = (value: number): number => Math.min(1, Math.max(0, value));

function seenBy(matrixFor: (colour: Lrgb) => Matrix): Vision {
  return (colour) => {
    const lrgb = linear(colour);
    if (!lrgb) throw new Error(`"${colour}" is no colour`);
    const [r, g, b] = matrixFor(lrgb).map((row) => inGamut(dot(row, lrgb)));
    return { mode: 'lrgb', r: r!, g: g!, b: b! };
  };
}

const brettel = (one: Matrix, other: Matrix, normal: Row): Vision =>
  seenBy((colour) => (dot(normal, colour) >= 0 ? one : other));

export const visions: Readonly<Record<string, Vision>> = {
  normal: seenBy(() => [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ]),
  'protanopia, Brettel': brettel(
    [
      [0.1498, 1.19548, -0.34528],
      [0.10764, 0.84864, 0.04372],
      [0.00384, -0.0054, 1.00156],
    ],
    [
      [0.1457, 1.16172, -0.30742],
      [0.10816, 0.85291, 0.03892],
      [0.00386, -0.00524, 1.00139],
    ],
    [0.00048, 0.00393, -0.00441],
  ),
  'deuteranopia, Brettel': brettel(
    [
      [0.36477, 0.86381, -0.22858],
      [0.26294, 0.64245, 0.09462],
      [-0.02006, 0.02728, 0.99278],
    ],
    [
      [0.37298, 0.88166, -0.25464],
      [0.25954, 0.63506, 0.1054],
      [-0.0198, 0.02784, 0.99196],
    ],
    [-0.00281, -0.00611, 0.00892],
  ),
  'tritanopia, Brettel': brettel(
    [
      [1.01277, 0.13548, -0.14826],
      [-0.01243, 0.86812, 0.14431],
      [0.07589, 0.805, 0.11911],
    ],
    [
      [0.93678, 0.18979, -0.12657],
      [0.06154, 0.81526, 0.1232],
      [-0.37562, 1.12767, 0.24796],
    ],
    [0.03901, -0.02788, -0.01113],
  ),
  'protanopia, Machado': seenBy(() => [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ]),
  'deuteranopia, Machado': seenBy(() => [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ]),
};
