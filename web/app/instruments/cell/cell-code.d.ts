/** Made by web/vite/cell-code.ts. */
declare module 'virtual:cell-code' {
  interface CellCode {
    readonly file: string;
    readonly firstLine: number;
    readonly lines: readonly string[];
    readonly tagged: readonly { readonly line: number; readonly tag: string }[];
  }
  const code: Readonly<Record<import('../../../shared/equations').CellKind, CellCode>>;
  export default code;
}
