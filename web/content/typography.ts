import type { Language } from '../shared/lesson';

const narrow = '\u202f';
const noBreak = '\u00a0';
const units = ['%', '‰', '€', 'ms', 's', 'min', 'h', 'ko', 'kB', 'Mo', 'MB', 'px'];
const unitAfterNumber = new RegExp(`(\\d)[ ${noBreak}](${units.join('|')})(?![\\p{L}\\d])`, 'gu');

/** What typesetting cannot repair without guessing. */
export interface TypographyFault {
  readonly offset: number;
  readonly fact: string;
  readonly remedy: string;
}

/**
 * Sets the spaces and signs of a text as its language prints them: the author types plain
 * spaces, the page never breaks a line before a colon or inside a number. Not for code.
 */
export function typeset(text: string, language: Language): string {
  const common = text
    .replace(/(?<=[\p{L}\d])'(?=\p{L})/gu, '’')
    .replace(/\.\.\./gu, '…')
    .replace(/(\d) (?=\d{3}(?!\d))/gu, `$1${narrow}`)
    .replace(/(?<![\p{L}\d])-(?=\d)/gu, '−')
    .replace(/(\d)[ \u00a0]?×[ \u00a0]?(?=[\d−])/gu, `$1${noBreak}×${noBreak}`);
  if (language === 'en') return common.replace(unitAfterNumber, `$1${noBreak}$2`);
  return common
    .replace(unitAfterNumber, `$1${narrow}$2`)
    .replace(/[ \u00a0\u202f]([;:!?»])/gu, `${narrow}$1`)
    .replace(/«[ \u00a0\u202f]/gu, `«${narrow}`);
}

/** The faults that an author has to repair, in the text as typed. */
export function typographyFaults(text: string, language: Language): TypographyFault[] {
  const rules: readonly (readonly [RegExp, string, string])[] =
    language === 'fr'
      ? [
          [/["“”]/gu, 'this quotation mark is not French.', 'Write « … ».'],
          [
            /(?<=[\p{L}\d)\]])[;:!?](?=\s|$)/gu,
            'no space stands before this sign.',
            'French puts one there: type it.',
          ],
          [/(?<=[^\s\u00a0\u202f])»/gu, 'no space stands before this sign.', 'Type it before ».'],
          [/«(?![\s\u00a0\u202f])/gu, 'no space stands after this sign.', 'Type it after «.'],
          [
            /(?<![\d.]|\p{L}-)\d+\.\d+(?![\d.])/gu,
            'this number has a decimal point.',
            'French writes a comma.',
          ],
        ]
      : [
          [/["«»]/gu, 'this quotation mark is not English.', 'Write “ … ”.'],
          [
            /(?<=[\p{L}\d])[ \u00a0\u202f][;:!?](?=\s|$)/gu,
            'a space stands before this sign.',
            'Remove it.',
          ],
          [
            /(?<![\d,])\d+,\d{1,2}(?!\d)/gu,
            'this number has a decimal comma.',
            'English writes a point.',
          ],
        ];
  return rules.flatMap(([pattern, fact, remedy]) =>
    [...text.matchAll(pattern)].map((match) => ({ offset: match.index, fact, remedy })),
  );
}
