/** The address bar, as far as scenes need it; tests put another in its place. */

export interface Address {
  /** The hash, with its "#"; empty without one. */
  hash(): string;
  /** The whole address with another hash. */
  with(hash: string): string;
  /** Writes a hash in place of the one that stands there; the history keeps its length. */
  replace(hash: string): void;
  back(): void;
  /** Tells each change of the hash, and whether a link of the page was followed. */
  listen(tell: (followed: boolean) => void): () => void;
}

/** The link of this page that a click follows here, without a new window. */
function followedBy(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return null;
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement) || link.target !== '' || link.hash === '') return null;
  const [there] = link.href.split('#');
  const [here] = location.href.split('#');
  return there === here ? link.hash : null;
}

export const browserAddress: Address = {
  hash: () => location.hash,
  with: (hash) => location.href.split('#')[0] + hash,
  replace: (hash) => history.replaceState(history.state, '', hash),
  back: () => history.back(),
  listen: (tell) => {
    let expected: string | null = null;
    const clicked = (event: MouseEvent): void => {
      expected = followedBy(event);
      // The same link once more: nothing changes in the address, but the scene may have.
      if (expected !== null && expected === location.hash) tell(true);
    };
    const changed = (): void => {
      const followed = location.hash === expected;
      expected = null;
      tell(followed);
    };
    document.addEventListener('click', clicked, true);
    window.addEventListener('hashchange', changed);
    return () => {
      document.removeEventListener('click', clicked, true);
      window.removeEventListener('hashchange', changed);
    };
  },
};
