import { onMount } from 'svelte';

/** The root em, in CSS pixels, for which the map's sizes are made. */
const ownRem = 19;

/** What a canvas must be painted again for: style sheets do not reach into it. */
export class PageDress {
  /** Rises when colours or fonts of the page are others. */
  version = $state(0);
  /** The reader's own few colours are forced on the page. */
  forced = $state(false);
  /** How much larger than the map's own sizes the reader wants to read; never less than 1. */
  zoom = $state(1);

  /** To be made where a component begins. */
  constructor() {
    onMount(() => {
      const [dark, forced] = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map(
        (query) => matchMedia(query),
      ) as [MediaQueryList, MediaQueryList];
      const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
      this.zoom = Math.max(1, rem / ownRem);
      const renew = (): void => {
        this.forced = forced.matches;
        this.version += 1;
      };
      renew();
      void document.fonts.ready.then(renew);
      for (const each of [dark, forced]) each.addEventListener('change', renew);
      return () => {
        for (const each of [dark, forced]) each.removeEventListener('change', renew);
      };
    });
  }
}
