/**
 * A length on the page in the units of a drawing, of which 18 make a root em: so a drawing's text
 * grows with the page's. The root em is read anew, as it is another on a phone. In the browser only.
 */
export const inUnits = (pixels: number): number =>
  (pixels * 18) / parseFloat(getComputedStyle(document.documentElement).fontSize);
