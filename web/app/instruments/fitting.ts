/** How wide a text is, as nearly as a drawing needs to know before it is drawn. Pure. */

const narrow = /[iljtfrI.,;:!'’|()[\] -]/u;
const broad = /[mwMW@%…]/u;
const square = /[\u1100-\u11ff\u2e80-\uffef]|\p{Extended_Pictographic}/u;
const capital = /\p{Lu}/u;

function share(letter: string): number {
  if (/\p{M}/u.test(letter)) return 0;
  if (square.test(letter)) return 1.05;
  if (broad.test(letter)) return 0.86;
  if (narrow.test(letter)) return 0.36;
  return capital.test(letter) ? 0.68 : 0.55;
}

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
