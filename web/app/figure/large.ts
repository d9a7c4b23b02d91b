/** One element alone before the reader: all else keeps its place, out of reach. */

/**
 * Makes everything outside `element` inert and the page still. Returns what puts it back.
 * The page's live region stays, so that what is announced is still heard.
 */
export function makeAlone(element: Element): () => void {
  const silenced: HTMLElement[] = [];
  for (let at = element; at.parentElement && at !== document.body; at = at.parentElement) {
    for (const sibling of at.parentElement.children) {
      if (sibling === at || !(sibling instanceof HTMLElement) || sibling.inert) continue;
      if (sibling.matches('[data-announcer], script, style, link')) continue;
      sibling.inert = true;
      silenced.push(sibling);
    }
  }
  const { overflow } = document.documentElement.style;
  document.documentElement.style.overflow = 'hidden';
  return () => {
    for (const each of silenced) each.inert = false;
    document.documentElement.style.overflow = overflow;
  };
}
