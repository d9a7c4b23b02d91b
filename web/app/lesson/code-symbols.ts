import { isSymbolLetter, type SymbolLetter } from '../../shared/symbols';

export interface CodePiece {
  readonly text: string;
  readonly symbol: SymbolLetter | null;
  readonly comment: boolean;
}

/** `f`, `c_prev`, `a_f`, `da_f`, `dh`: the formula's letter, before, behind or derived. */
const name = /^d?(?:a_)?([a-z])(?:_prev)?$/;

/**
 * A line of the engine cut where a letter of the course stands, so that it takes the
 * letter's colour; a comment is one piece.
 */
export function codePieces(line: string): CodePiece[] {
  const start = line.indexOf('//');
  const code = start === -1 ? line : line.slice(0, start);
  const pieces: CodePiece[] = [];
  for (const text of code.split(/(?<![\w.])(?=[A-Za-z_])|(?<=\w)(?!\w)/)) {
    const letter = name.exec(text)?.[1] ?? '';
    const symbol = isSymbolLetter(letter) ? letter : null;
    const last = pieces.at(-1);
    if (last && symbol === null && last.symbol === null) {
      pieces[pieces.length - 1] = { ...last, text: last.text + text };
    } else if (text !== '') {
      pieces.push({ text, symbol, comment: false });
    }
  }
  if (start !== -1) pieces.push({ text: line.slice(start), symbol: null, comment: true });
  return pieces;
}
