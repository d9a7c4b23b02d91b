/** The root em, in CSS pixels, for which the site's drawings in pixels are made. */
const ownRem = 19;

/**
 * For a drawing in pixels: enlarges it as much as its reader's letters are larger than the site's
 * own. Not by a style attribute, which the page's policy refuses in its HTML.
 */
export function grown(element: HTMLElement): void {
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  if (rem > ownRem) element.style.setProperty('zoom', String(rem / ownRem));
}
