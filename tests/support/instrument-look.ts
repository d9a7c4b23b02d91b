/** What can be held against the look of an instrument, in its page: each answer names the faults. */
import type { JSHandle, Locator, Page } from 'playwright-core';

/** How much further the page reaches than its window. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Controls that a finger would miss; a label and what it names are one. */
export const smallTargets = (within: Locator): Promise<string[]> =>
  within.evaluate((place) =>
    [...place.querySelectorAll<HTMLElement>('a[href], button, input, select, summary')].flatMap(
      (element) => {
        if (!element.checkVisibility({ visibilityProperty: true })) return [];
        const { width, height } = (element.closest('label') ?? element).getBoundingClientRect();
        if (width >= 24 && height >= 24) return [];
        return [`${element.outerHTML.slice(0, 120)} ${width} × ${height}`];
      },
    ),
  );

/** Text and drawings that reach out of the window or of what cuts them off, unless that scrolls. */
export const clipped = (within: Locator): Promise<string[]> =>
  within.evaluate((place) => {
    const scrolls = (element: Element): boolean => {
      for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
        if (/auto|scroll/.test(getComputedStyle(at).overflowX)) return true;
      }
      return false;
    };
    const printed = (element: Element): string =>
      [...element.childNodes]
        .flatMap((node) => (node.nodeType === Node.TEXT_NODE ? [node.textContent?.trim()] : []))
        .join('');
    const edge = document.documentElement.clientWidth;
    return [...place.querySelectorAll<HTMLElement>('*')].flatMap((element) => {
      if (!element.checkVisibility() || element.closest('.unseen')) return [];
      const text = printed(element);
      const style = getComputedStyle(element);
      const cut =
        text !== '' &&
        style.overflowX === 'hidden' &&
        style.textOverflow !== 'ellipsis' &&
        element.scrollWidth > element.clientWidth + 1;
      const { left, right, width } = element.getBoundingClientRect();
      const seen = text !== '' || element.matches('svg, canvas, input, select, button');
      const out = seen && width > 0 && (left < -1 || right > edge + 1) && !scrolls(element);
      return cut || out ? [`${element.tagName} “${text.slice(0, 40)}” ${left} … ${right}`] : [];
    });
  });

/** Controls that lie on one another, and texts of one drawing that do. */
export const overlaps = (within: Locator): Promise<string[]> =>
  within.evaluate((place) => {
    interface Box {
      readonly left: number;
      readonly right: number;
      readonly top: number;
      readonly bottom: number;
    }
    const meet = (one: Box, other: Box): boolean =>
      one.left < other.right &&
      other.left < one.right &&
      one.top < other.bottom &&
      other.top < one.bottom;
    /** A line of text is higher than its letters. */
    const boxOf = (element: Element): Box => {
      const { left, right, top, bottom, height } = element.getBoundingClientRect();
      const lead = element.matches('text') ? 0.27 * height : 1;
      return { left: left + 1, right: right - 1, top: top + lead, bottom: bottom - lead };
    };
    const pairs = (all: readonly Element[]): string[] => {
      const boxes = all.map(boxOf);
      return all.flatMap((one, index) =>
        all.slice(index + 1).flatMap((other, after) => {
          if (one.contains(other) || !meet(boxes[index]!, boxes[index + 1 + after]!)) return [];
          return [`${one.outerHTML.slice(0, 90)} on ${other.outerHTML.slice(0, 90)}`];
        }),
      );
    };
    const seen = (element: Element): boolean => element.checkVisibility();
    const controls = [
      ...place.querySelectorAll('a[href], button, input, select, summary, .caption, .summary'),
    ].filter(seen);
    const drawings = [...place.querySelectorAll('svg')].filter(seen);
    return [
      ...pairs(controls),
      ...drawings.flatMap((svg) => pairs([...svg.querySelectorAll('text')])),
    ];
  });

/** Text that stands on its own colour where the reader's few colours are forced on the page. */
export const unreadable = (within: Locator): Promise<string[]> =>
  within.evaluate((place) => {
    const parts = (colour: string): number[] => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const light = (colour: string): number => {
      const [r, g, b] = parts(colour)
        .slice(0, 3)
        .map((part) => part / 255)
        .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
    };
    const contrast = (one: string, other: string): number => {
      const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
      return (bright! + 0.05) / (dark! + 0.05);
    };
    const canvas = getComputedStyle(document.documentElement).backgroundColor;
    const behind = (element: Element): string => {
      for (let at: Element | null = element; at; at = at.parentElement) {
        const { backgroundColor, forcedColorAdjust } = getComputedStyle(
          at,
        ) as CSSStyleDeclaration & {
          forcedColorAdjust: string;
        };
        // The browser lays a plate of the page's colour under text, but where it is told not to.
        if (forcedColorAdjust !== 'none') return canvas;
        if (parts(backgroundColor)[3] !== 0) return backgroundColor;
      }
      return canvas;
    };
    return [...place.querySelectorAll<HTMLElement>('*')].flatMap((element) => {
      const text = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      );
      if (!text || !element.checkVisibility() || element.closest('.unseen, option')) return [];
      const { color, fill } = getComputedStyle(element);
      const ink = element instanceof SVGElement ? fill : color;
      if (contrast(ink, behind(element)) >= 4.5) return [];
      return [`${element.outerHTML.slice(0, 100)} ${ink} on ${behind(element)}`];
    });
  });

/** Those of the elements that have a colour of their own: shapes, and boxes that hold nothing. */
const coloured = (elements: JSHandle<Element[]>): Promise<boolean[]> =>
  elements.evaluate((all) => {
    const paper = getComputedStyle(document.documentElement).backgroundColor;
    const nothing = ['none', 'transparent', 'rgba(0, 0, 0, 0)', paper];
    return all.map((element) => {
      // The browser draws its own controls in the forced colours.
      if (!element.checkVisibility() || element.closest('.unseen, input, select')) return false;
      const { fill, stroke, backgroundColor, borderStyle, outlineStyle } =
        getComputedStyle(element);
      if (element.matches('line')) return !nothing.includes(stroke);
      if (element.matches('path, rect, circle, ellipse, polyline, polygon')) {
        return !nothing.includes(fill) || !nothing.includes(stroke);
      }
      if (element instanceof SVGElement || element.childNodes.length > 0) return false;
      return (
        !nothing.includes(backgroundColor) ||
        /solid|dashed|dotted|double/.test(borderStyle + outlineStyle)
      );
    });
  });

/**
 * Marks that a reader's forced colours take away: they were made by a background alone. A figure
 * that is drawn anew for them has other elements then, and is not asked for those of before.
 */
export async function lostMarks(page: Page, within: Locator): Promise<string[]> {
  await page.emulateMedia({ forcedColors: 'none' });
  const elements = await within.evaluateHandle((place) => [...place.querySelectorAll('*')]);
  const before = await coloured(elements);
  await page.emulateMedia({ forcedColors: 'active' });
  const after = await coloured(elements);
  return elements.evaluate(
    (all, [seen, kept]) =>
      all
        .filter((element, index) => element.isConnected && seen[index] && !kept[index])
        .map((element) => element.outerHTML.slice(0, 120)),
    [before, after] as const,
  );
}
