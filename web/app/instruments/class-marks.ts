/** Classes differ by shape, never by colour. Pure. */

const shapes: readonly ((r: number) => string)[] = [
  (r) => `M${-r},0A${r},${r} 0 1 1 ${r},0A${r},${r} 0 1 1 ${-r},0Z`,
  (r) => {
    const d = r * 1.2;
    return `M0,${-d}L${d},0L0,${d}L${-d},0Z`;
  },
  (r) => {
    const s = r * 0.9;
    return `M${-s},${-s}H${s}V${s}H${-s}Z`;
  },
  (r) => `M0,${-r * 1.15}L${r * 1.1},${r * 0.8}H${-r * 1.1}Z`,
  (r) => `M0,${r * 1.15}L${r * 1.1},${-r * 0.8}H${-r * 1.1}Z`,
  (r) => {
    const [a, b] = [r * 0.4, r * 1.1];
    return `M${-a},${-b}H${a}V${-a}H${b}V${a}H${a}V${b}H${-a}V${a}H${-b}V${-a}H${-a}Z`;
  },
];

/** The mark of a class as an SVG path around 0, 0; the first classes have simple ones. */
export const classMark = (side: number, radius = 5): string =>
  shapes[side % shapes.length]!(radius);
