/** Made by web/vite/cell-formulas.ts. */
declare module 'virtual:cell-formulas' {
  /** MathML by cell and tag. */
  const formulas: Readonly<
    Record<import('../../shared/equations').CellKind, Readonly<Record<string, string>>>
  >;
  export default formulas;
}
