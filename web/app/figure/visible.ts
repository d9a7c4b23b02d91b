/** Tells whether an element is near the view, so that a figure out of it asks and draws nothing. */

export interface VisibleOptions {
  readonly tell: (visible: boolean) => void;
  /** How far outside the window still counts; CSS lengths, as for IntersectionObserver. */
  readonly margin?: string;
}

/** `use:visible={{ tell }}`. Without IntersectionObserver everything counts as in view. */
export function visible(
  element: Element,
  { tell, margin = '0px' }: VisibleOptions,
): { destroy: () => void } {
  if (typeof IntersectionObserver !== 'function') {
    tell(true);
    return { destroy: () => undefined };
  }
  let told: boolean | null = null;
  const observer = new IntersectionObserver(
    (entries) => {
      const now = entries.at(-1)?.isIntersecting ?? false;
      if (now === told) return;
      told = now;
      tell(now);
    },
    { rootMargin: margin },
  );
  observer.observe(element);
  return { destroy: () => observer.disconnect() };
}
