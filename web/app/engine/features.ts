/**
 * What the engine needs of a browser, asked with tiny modules written by hand: a browser
 * that accepts the module has the feature. Nothing is run.
 */
export const features = [
  'Worker',
  'WebAssembly',
  'WebAssembly SIMD',
  'WebAssembly exceptions',
] as const;
export type Feature = (typeof features)[number];

/** "\0asm", version 1. */
const header = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];

/** Section 3, 2 bytes: one function, of type 0. */
const oneFunction = [0x03, 0x02, 0x01, 0x00];

/** (func (result v128) (i8x16.splat (i32.const 0))) */
const simd = [
  ...header,
  // Section 1, 5 bytes: one type, a function (0x60) of no parameter with one result, v128 (0x7b).
  ...[0x01, 0x05, 0x01, 0x60, 0x00, 0x01, 0x7b],
  ...oneFunction,
  // Section 10, 8 bytes: one body of 6 bytes, no locals, i32.const 0, i8x16.splat, end.
  ...[0x0a, 0x08, 0x01, 0x06, 0x00, 0x41, 0x00, 0xfd, 0x0f, 0x0b],
];

/** (func (try (do) (catch_all))): the exceptions that the engine is compiled with. */
const exceptions = [
  ...header,
  // Section 1, 4 bytes: one type, a function of no parameter and no result.
  ...[0x01, 0x04, 0x01, 0x60, 0x00, 0x00],
  ...oneFunction,
  // Section 10, 8 bytes: one body of 6 bytes, no locals, try (no result), catch_all, end, end.
  ...[0x0a, 0x08, 0x01, 0x06, 0x00, 0x06, 0x40, 0x19, 0x0b, 0x0b],
];

/** What this browser lacks to run the lab; empty where everything is there. */
export function missingFeatures(): Feature[] {
  const accepts = (module: readonly number[]): boolean =>
    typeof WebAssembly === 'object' && WebAssembly.validate(new Uint8Array(module));
  const present: Record<Feature, boolean> = {
    Worker: typeof Worker === 'function',
    WebAssembly: accepts(header),
    'WebAssembly SIMD': accepts(simd),
    'WebAssembly exceptions': accepts(exceptions),
  };
  return features.filter((feature) => !present[feature]);
}
