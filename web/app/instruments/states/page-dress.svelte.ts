import { onMount } from 'svelte';

/** What a canvas must be painted again for: style sheets do not reach into it. */
export class PageDress {
  /** Rises when colours or fonts of the page are others. */
  version = $state(0);
  /** The reader's own few colours are forced on the page. */
  forced = $state(false);

  /** To be made where a component begins. */
  constructor() {
    onMount(() => {
      const [dark, forced] = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map(
        (query) => matchMedia(query),
      ) as [MediaQueryList, MediaQueryList];
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
