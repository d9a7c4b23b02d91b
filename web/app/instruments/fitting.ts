/** How wide a text is, as nearly as a drawing needs to know before it is drawn. Pure. */

/** Of the site's two faces, the wider one's share of the size; the first that fits counts. */
const shares: readonly (readonly [RegExp, number])[] = [
  [/\p{M}/u, 0],
  [/[\u1100-\u11ff\u2e80-\uffef]|\p{Extended_Pictographic}/u, 1.05],
  [/[\s,.;:!'’|()[\]]/u, 0.28],
  [/[ijlItfr-]/u, 0.36],
  [/[mMW…%]/u, 0.9],
  [/w/u, 0.76],
  [/[aceksvxyzéèêëàâç\d]/u, 0.5],
  [/\p{Lu}/u, 0.66],
];

const share = (letter: string): number =>
  shares.find(([letters]) => letters.test(letter))?.[1] ?? 0.57;

/** Of regular type of that size, in its units. */
export const widthOf = (text: string, size: number): number =>
  [...text].reduce((width, letter) => width + share(letter) * size, 0);

/** As much of a text as fits, with an ellipsis for the rest. */
export function fitted(text: string, room: number, size: number): string {
  if (widthOf(text, size) <= room) return text;
  const letters = [...text];
  while (letters.length > 1 && widthOf(`${letters.join('')}…`, size) > room) letters.pop();
  return `${letters.join('')}…`;
}
