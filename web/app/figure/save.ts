/** Hands a figure to the reader as a file. In the browser only. */
import { canvasFile, paperOf, svgFile } from './svg-file';
import { toCsv, type FigureTable } from './table';

export type Picture = SVGSVGElement | HTMLCanvasElement;

/** A PNG has so many pixels for one of the page. */
const scale = 2;

export function saveFile(blob: Blob, file: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = file;
  link.click();
  // The browser has taken the file by the next turn but one; it may not have by the next.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

const isSvg = (picture: Picture): picture is SVGSVGElement => picture instanceof SVGSVGElement;

export function svgBlob(picture: Picture, title: string): Blob {
  const { text } = isSvg(picture) ? svgFile(picture, title) : canvasFile(picture, title);
  return new Blob([text], { type: 'image/svg+xml;charset=utf-8' });
}

async function drawable(picture: Picture, title: string) {
  if (!isSvg(picture)) {
    const { width, height } = picture.getBoundingClientRect();
    return { source: picture, width, height, release: () => undefined };
  }
  const { text, width, height } = svgFile(picture, title);
  const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  const image = new Image(width, height);
  image.src = address;
  await image.decode();
  return { source: image, width, height, release: () => URL.revokeObjectURL(address) };
}

export async function pngBlob(picture: Picture, title: string): Promise<Blob> {
  const { source, width, height, release } = await drawable(picture, title);
  try {
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('The browser gives no canvas to draw on.');
    context.fillStyle = paperOf(picture);
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(source, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('No PNG was made.'))));
    });
  } finally {
    release();
  }
}

/** With a mark in front by which spreadsheets know UTF-8. */
export const csvBlob = (table: FigureTable): Blob =>
  new Blob(['\ufeff', toCsv(table)], { type: 'text/csv;charset=utf-8' });
