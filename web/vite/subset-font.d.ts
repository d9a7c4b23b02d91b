declare module 'subset-font' {
  type Axis = number | { readonly min: number; readonly max: number; readonly default?: number };

  interface Options {
    readonly targetFormat?: 'woff2' | 'woff' | 'sfnt' | 'truetype';
    readonly variationAxes?: Readonly<Record<string, Axis>>;
  }

  /** Resolves with the font that holds the glyphs of `text`. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options?: Options,
  ): Promise<Buffer>;
}
