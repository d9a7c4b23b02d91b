/** When a figure may begin to move by itself. */

interface Wishes {
  readonly reducedMotion: boolean;
  readonly saveData: boolean;
}

export const mayMove = ({ reducedMotion, saveData }: Wishes): boolean =>
  !reducedMotion && !saveData;

function wishes(): Wishes {
  const { connection } = navigator as Navigator & { connection?: { readonly saveData?: boolean } };
  return {
    reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
    saveData: connection?.saveData === true,
  };
}

/** So much of a figure must be in view, in CSS pixels, or half of it. */
const enough = 160;

function afterLoadAndIdle(then: () => void): () => void {
  let idle = 0;
  const wait = (): void => {
    // Safari has no requestIdleCallback.
    idle =
      typeof window.requestIdleCallback === 'function'
        ? requestIdleCallback(then, { timeout: 2000 })
        : window.setTimeout(then, 200);
  };
  if (document.readyState === 'complete') wait();
  else window.addEventListener('load', wait, { once: true });
  return () => {
    window.removeEventListener('load', wait);
    if (typeof window.cancelIdleCallback === 'function') cancelIdleCallback(idle);
    else clearTimeout(idle);
  };
}

/**
 * Tells whether `element` is before the reader's eyes, each time that changes, from when the
 * page is loaded and idle; never under reduced motion or Save-Data. Returns what ends it.
 */
export function watchVisible(element: Element, tell: (visible: boolean) => void): () => void {
  if (!mayMove(wishes()) || typeof IntersectionObserver !== 'function') return () => undefined;
  let inView = false;
  let told = false;
  const update = (): void => {
    const visible = inView && document.visibilityState === 'visible';
    if (visible === told) return;
    told = visible;
    tell(visible);
  };
  const observer = new IntersectionObserver(
    (entries) => {
      const last = entries.at(-1);
      if (!last) return;
      const { intersectionRect: seen, boundingClientRect: whole } = last;
      inView = seen.height > 0 && seen.height >= Math.min(enough, whole.height / 2);
      update();
    },
    { threshold: Array.from({ length: 21 }, (_, step) => step / 20) },
  );
  const cancel = afterLoadAndIdle(() => {
    observer.observe(element);
    document.addEventListener('visibilitychange', update);
  });
  return () => {
    cancel();
    observer.disconnect();
    document.removeEventListener('visibilitychange', update);
  };
}
