/** The signs of the small font of formulas; web/app/fonts.css says when it is asked for. Pure. */

/** The slanted letters of mathematics; planck's constant fills the gap at h. */
function italic(letters: string): string {
  return Array.from(letters, (letter) => {
    const code = letter.charCodeAt(0);
    if (letter === 'h') return 'ℎ';
    return String.fromCodePoint(code < 0x61 ? code + 0x1d3f3 : code + 0x1d3ed);
  }).join('');
}

/** What the formulas of cells, head and loss print; a page with no others needs no other file. */
export const formulaSigns =
  ' ()+,.=0123456789×−⊙∑≈\u2061abcdefghijklmnopqrstuvwxyzσ\u{1d70e}' +
  italic('abcdefghijklmnopqrstuvwxyzBDEHKLNSTUVW');
