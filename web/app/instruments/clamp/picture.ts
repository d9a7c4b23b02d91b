/** Several drawings as one, under each other, for a file. In the browser only. */

const gap = 18;

/** @param drawings as wide and high as they stand on the page */
export function stacked(drawings: readonly SVGSVGElement[], home: HTMLElement): SVGSVGElement {
  const whole = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  let [width, height] = [0, 0];
  for (const drawing of drawings) {
    const box = drawing.getBoundingClientRect();
    const copy = drawing.cloneNode(true) as SVGSVGElement;
    const place = { x: 0, y: height, width: box.width, height: box.height };
    for (const [name, value] of Object.entries(place)) copy.setAttribute(name, String(value));
    whole.append(copy);
    width = Math.max(width, box.width);
    height += box.height + gap;
  }
  whole.setAttribute('width', String(width));
  whole.setAttribute('height', String(height - gap));
  whole.setAttribute('viewBox', `0 0 ${width} ${height - gap}`);
  home.replaceChildren(whole);
  // It is on the page for as long as it takes to copy it.
  setTimeout(() => home.replaceChildren());
  return whole;
}
