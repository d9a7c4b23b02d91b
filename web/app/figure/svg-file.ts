/**
 * An SVG of the page as a file that opens alone: what style sheets say of it becomes attributes,
 * what only the page needs goes. In the browser only.
 */

/** Presentation attributes with the values that an element has without them. */
const inherited: Readonly<Record<string, string>> = {
  fill: 'rgb(0, 0, 0)',
  'fill-opacity': '1',
  'fill-rule': 'nonzero',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-opacity': '1',
  'stroke-dasharray': 'none',
  'stroke-dashoffset': '0px',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'stroke-miterlimit': '4',
  'paint-order': 'normal',
  visibility: 'visible',
  'text-anchor': 'start',
  'font-family': '',
  'font-size': '',
  'font-style': 'normal',
  'font-weight': '400',
  'letter-spacing': 'normal',
  'font-variant-numeric': 'normal',
};

const own: Readonly<Record<string, string>> = {
  opacity: '1',
  'clip-path': 'none',
  mask: 'none',
  'marker-start': 'none',
  'marker-mid': 'none',
  'marker-end': 'none',
  'dominant-baseline': 'auto',
  'text-decoration-line': 'none',
  'vector-effect': 'none',
  'stop-color': 'rgb(0, 0, 0)',
  'stop-opacity': '1',
};

/** Attributes of the page that mean nothing in a file. */
const foreign = /^(?:class|style|role|tabindex|focusable|on.*|aria-.*|data-.*|xlink:.*)$/u;
const refused = 'script, foreignObject, iframe, animate, set, style, a';

const plain = (value: string): string =>
  value
    .replace(
      /color\(srgb ([\d.e-]+) ([\d.e-]+) ([\d.e-]+)(?: \/ ([\d.e-]+))?\)/gu,
      (_, r, g, b, a) => {
        const [red, green, blue] = [r, g, b].map((part) => Math.round(255 * Number(part)));
        return a === undefined
          ? `rgb(${red}, ${green}, ${blue})`
          : `rgba(${red}, ${green}, ${blue}, ${a})`;
      },
    )
    // A reference into this same file, whatever address the page has.
    .replace(/url\("?[^")]*(#[^")]+)"?\)/gu, 'url($1)');

/** Tabular figures have one attribute in SVG, and several properties in CSS. */
function valueOf(style: CSSStyleDeclaration, name: string): string {
  if (name === 'font-variant-numeric' && style.fontFeatureSettings.includes('tnum')) {
    return 'tabular-nums';
  }
  return plain(style.getPropertyValue(name));
}

const attributeOf = (name: string): string =>
  ({ 'font-variant-numeric': 'font-variant', 'text-decoration-line': 'text-decoration' })[name] ??
  name;

type Known = Readonly<Record<string, string>>;

function dress(original: Element, copy: Element, above: Known): void {
  const style = getComputedStyle(original);
  if (style.display === 'none' || original.matches(refused)) {
    copy.remove();
    return;
  }
  for (const { name } of [...copy.attributes]) {
    if (foreign.test(name) || name in inherited || name in own) copy.removeAttribute(name);
  }
  const here: Record<string, string> = { ...above };
  for (const name of Object.keys(inherited)) {
    const value = valueOf(style, name);
    if (value === '' || value === above[name]) continue;
    here[name] = value;
    copy.setAttribute(attributeOf(name), value);
  }
  for (const [name, usual] of Object.entries(own)) {
    const value = valueOf(style, name);
    if (value !== '' && value !== usual) copy.setAttribute(attributeOf(name), value);
  }
  if (style.transform.startsWith('matrix(') && !copy.hasAttribute('transform')) {
    copy.setAttribute('transform', style.transform);
  }
  const children = [...copy.children];
  [...original.children].forEach((child, index) => dress(child, children[index]!, here));
}

interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The drawing's own frame, and whatever overflows it. */
function frameOf(svg: SVGSVGElement): Frame {
  const box = svg.getBBox();
  const { width, height } = svg.getBoundingClientRect();
  const view = svg.viewBox.baseVal;
  const given = view && view.width > 0 ? view : { x: 0, y: 0, width, height };
  const pad = 8;
  const left = Math.min(given.x, box.x - 1) - pad;
  const top = Math.min(given.y, box.y - 1) - pad;
  const right = Math.max(given.x + given.width, box.x + box.width + 1) + pad;
  const bottom = Math.max(given.y + given.height, box.y + box.height + 1) + pad;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

export interface SvgFile {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

const namespace = 'http://www.w3.org/2000/svg';

/**
 * The SVG as a file, on the paper of the page.
 * @param title what the file calls itself, for whoever cannot see it
 */
export function svgFile(svg: SVGSVGElement, title: string): SvgFile {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  dress(svg, copy, inherited);
  const { x, y, width, height } = frameOf(svg);
  const numbers = [x, y, width, height].map((value) => Math.round(value * 100) / 100);
  copy.setAttribute('xmlns', namespace);
  copy.setAttribute('viewBox', numbers.join(' '));
  copy.setAttribute('width', String(numbers[2]));
  copy.setAttribute('height', String(numbers[3]));
  const paper = document.createElementNS(namespace, 'rect');
  const place = { x, y, width, height, fill: paperOf(svg), stroke: 'none' };
  for (const [name, value] of Object.entries(place)) paper.setAttribute(name, String(value));
  const name = document.createElementNS(namespace, 'title');
  name.textContent = title;
  copy.prepend(name, paper);
  return { text: new XMLSerializer().serializeToString(copy), width, height };
}

/** The nearest background that is painted behind an element. */
export function paperOf(element: Element): string {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const colour = getComputedStyle(at).backgroundColor;
    if (colour !== 'rgba(0, 0, 0, 0)' && colour !== 'transparent') return plain(colour);
  }
  return 'rgb(255, 255, 255)';
}

/** A canvas as such a file: its pixels in it, nothing outside it. */
export function canvasFile(canvas: HTMLCanvasElement, title: string): SvgFile {
  const { width, height } = canvas.getBoundingClientRect();
  const svg = document.createElementNS(namespace, 'svg');
  const image = document.createElementNS(namespace, 'image');
  const name = document.createElementNS(namespace, 'title');
  name.textContent = title;
  svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
  for (const element of [svg, image]) {
    element.setAttribute('width', String(width));
    element.setAttribute('height', String(height));
  }
  image.setAttribute('href', canvas.toDataURL('image/png'));
  svg.append(name, image);
  return { text: new XMLSerializer().serializeToString(svg), width, height };
}
