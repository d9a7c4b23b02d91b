import type { Locator, Page } from 'playwright-core';

/** More than any page of the course has places where the focus can stand. */
const most = 250;

/**
 * The key that leads from the focus towards an element, and how often it can be pressed before
 * looking again: half the controls between. Null where the focus stands there already.
 */
const wayTo = (target: Locator): Promise<{ key: string; times: number } | null> =>
  target.evaluate((element) => {
    const here = document.activeElement ?? document.body;
    if (here === element) return null;
    const { DOCUMENT_POSITION_PRECEDING: preceding } = Node;
    const isBefore = (one: Element, other: Element): boolean =>
      other !== document.body && (other.compareDocumentPosition(one) & preceding) !== 0;
    const back = isBefore(element, here);
    const [first, last] = back ? [element, here] : [here, element];
    const between = [...document.querySelectorAll('a[href], button:enabled, summary')].filter(
      (each) => each.checkVisibility() && isBefore(first, each) && isBefore(each, last),
    );
    return { key: back ? 'Shift+Tab' : 'Tab', times: Math.max(1, Math.floor(between.length / 2)) };
  });

/** Presses Tab or Shift+Tab until the focus stands on the target, as a person would. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let looked = 0; looked < most; looked += 1) {
    const way = await wayTo(target);
    if (way === null) return;
    for (let pressed = 0; pressed < way.times; pressed += 1) await page.keyboard.press(way.key);
  }
  throw new Error(`${most} times Tab do not lead to ${String(target)}.`);
}

/** A place where the focus stood. */
export interface Stop {
  readonly name: string;
  /** Is there an outline that tells it from its surroundings? */
  readonly marked: boolean;
  /** Does it lie within the window, with nothing above it? */
  readonly inSight: boolean;
}

/** Presses Tab from the top of the page to its end, and tells each place that the focus took. */
export async function tabThrough(page: Page): Promise<Stop[]> {
  await tabTo(page, page.locator('a[href], button, input').first());
  const stops: Stop[] = [];
  while (stops.length < most) {
    const stop = await page.evaluate(lookAtFocus);
    if (stop === null) return stops;
    stops.push(stop);
    await page.keyboard.press('Tab');
  }
  throw new Error(`The focus goes on after ${most} places.`);
}

/** In the page: null where the focus has left it, or is back at its first place. */
function lookAtFocus(): Stop | null {
  const element = document.activeElement as HTMLElement | null;
  if (element === null || element === document.body || 'stop' in element.dataset) return null;
  element.dataset['stop'] = '';
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const x = (left + right) / 2;
  const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
  const above = document.elementFromPoint(x, y);
  const drawing = element.closest('svg');
  /** What a drawing marks the focus with is a shape of its own. */
  const marks = (): string =>
    [...element.querySelectorAll('*')].map((shape) => getComputedStyle(shape).stroke).join();
  const ringed = (): boolean => {
    const focused = marks();
    element.blur();
    const bare = marks();
    element.focus({ preventScroll: true });
    return focused !== bare;
  };
  const label = (element as HTMLInputElement).labels?.[0]?.textContent;
  return {
    name: (element.ariaLabel ?? label ?? element.textContent).trim().replaceAll(/\s+/g, ' '),
    marked:
      (outlineStyle !== 'none' &&
        Number.parseFloat(outlineWidth) >= 2 &&
        outlineColor !== getComputedStyle(document.body).backgroundColor) ||
      (drawing !== null && ringed()),
    inSight:
      above !== null &&
      (element.contains(above) ||
        above.contains(element) ||
        (drawing !== null && drawing.contains(above))),
  };
}
