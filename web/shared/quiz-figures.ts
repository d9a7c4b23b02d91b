/**
 * The drawings that a quiz asks to point at: strokes, writing and named regions, in units of
 * about a pixel on a phone. A region is at least 28 units each way, so that a finger finds it.
 */
import type { Language } from './lesson';
import type { SymbolLetter } from './symbols';

export type InEachLanguage = Readonly<Record<Language, string>>;

export interface FigureRegion {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Where it is, without saying what it is for. */
  readonly name: InEachLanguage;
}

export interface FigureWriting {
  readonly x: number;
  readonly y: number;
  readonly text: InEachLanguage;
  /** A symbol of the course has its colour, and what stands below it. */
  readonly symbol?: SymbolLetter;
  readonly below?: string;
  readonly faint?: boolean;
}

export interface QuizFigure {
  readonly width: number;
  readonly height: number;
  /** What is drawn, for who does not see it. */
  readonly says: InEachLanguage;
  /** Outlines and arrows, as paths. */
  readonly strokes: readonly string[];
  readonly faintStrokes: readonly string[];
  readonly writing: readonly FigureWriting[];
  readonly regions: readonly FigureRegion[];
}

export const quizFigureNames = ['unrolled', 'padded-batch'] as const;
export type QuizFigureName = (typeof quizFigureNames)[number];

const same = (text: string): InEachLanguage => ({ fr: text, en: text });
const box = (x: number, y: number, width: number, height: number): string =>
  `M${x} ${y}h${width}v${height}h${-width}z`;
const arrowRight = (x: number, y: number, length: number): string =>
  `M${x} ${y}h${length}m-6 -4l6 4l-6 4`;
const arrowUp = (x: number, y: number, length: number): string =>
  `M${x} ${y}v${-length}m-4 6l4 -6l4 6`;

const symbol = (letter: SymbolLetter, below: number, x: number, y: number): FigureWriting => ({
  x,
  y,
  text: same(letter),
  symbol: letter,
  below: String(below),
});

/** Three cells in a row; the state enters from the left, a token from below, the answer leaves above. */
function unrolled(): QuizFigure {
  const steps = [1, 2, 3];
  const left = (step: number): number => 54 + (step - 1) * 104;
  const middle = (step: number): number => left(step) + 22;
  const stateInto = (step: number): FigureRegion => ({
    id: `h${step - 1}`,
    x: left(step) - 54,
    y: 78,
    width: 48,
    height: 44,
    name:
      step === 1
        ? {
            fr: 'la flèche qui entre dans la cellule 1 par la gauche',
            en: 'the arrow that enters cell 1 from the left',
          }
        : {
            fr: `la flèche de la cellule ${step - 1} à la cellule ${step}`,
            en: `the arrow from cell ${step - 1} to cell ${step}`,
          },
  });
  const inputOf = (step: number): FigureRegion => ({
    id: `x${step}`,
    x: left(step) - 2,
    y: 126,
    width: 48,
    height: 62,
    name: {
      fr: `la flèche qui entre dans la cellule ${step} par le bas`,
      en: `the arrow that enters cell ${step} from below`,
    },
  });
  return {
    width: 340,
    height: 196,
    says: {
      fr: 'Trois cellules côte à côte. Dans chacune entrent une flèche par le bas et une par la gauche, qui vient de la cellule d’avant. Une flèche monte de la troisième cellule vers la réponse.',
      en: 'Three cells side by side. Into each go an arrow from below and one from the left, which comes from the cell before. An arrow rises from the third cell to the answer.',
    },
    strokes: [
      ...steps.map((step) => box(left(step), 78, 44, 44)),
      ...steps.map((step) => arrowRight(left(step) - 54, 108, 50)),
      ...steps.map((step) => arrowUp(middle(step), 164, 38)),
      box(left(3) - 22, 4, 88, 30),
      arrowUp(middle(3), 76, 38),
    ],
    faintStrokes: [],
    writing: [
      ...steps.map((step) => ({ x: middle(step), y: 105, text: same(String(step)) })),
      ...steps.map((step) => symbol('h', step - 1, left(step) - 30, 98)),
      ...steps.map((step) => symbol('x', step, middle(step), 182)),
      symbol('h', 3, middle(3) + 18, 60),
      { x: middle(3), y: 24, text: { fr: 'réponse', en: 'answer' } },
    ],
    regions: [
      ...steps.map(stateInto),
      ...steps.map(inputOf),
      {
        id: 'h3',
        x: left(3) - 6,
        y: 38,
        width: 60,
        height: 36,
        name: {
          fr: 'la flèche de la cellule 3 à la réponse',
          en: 'the arrow from cell 3 to the answer',
        },
      },
    ],
  };
}

/** Three texts of 5, 3 and 1 tokens in one batch, filled up to five places each. */
function paddedBatch(): QuizFigure {
  const lengths = [5, 3, 1];
  const places = [1, 2, 3, 4, 5];
  const x = (place: number): number => 46 + (place - 1) * 58;
  const y = (row: number): number => 26 + row * 46;
  const each = <Made>(make: (row: number, place: number) => Made): Made[] =>
    lengths.flatMap((_, row) => places.map((place) => make(row, place)));
  const inText = (row: number, place: number): boolean => place <= lengths[row]!;
  const cells = each((row, place) => ({ path: box(x(place), y(row), 52, 38), row, place }));
  return {
    width: 340,
    height: 164,
    says: {
      fr: 'Un lot de trois textes, un par ligne, et cinq pas, un par colonne. Le texte 1 a cinq jetons, le texte 2 en a trois, le texte 3 un seul\u202f; les autres cases portent un zéro de remplissage.',
      en: 'A batch of three texts, one a row, and five steps, one a column. Text 1 has five tokens, text 2 has three, text 3 has one; the other places hold a zero of padding.',
    },
    strokes: cells.filter(({ row, place }) => inText(row, place)).map(({ path }) => path),
    faintStrokes: cells.filter(({ row, place }) => !inText(row, place)).map(({ path }) => path),
    writing: [
      ...places.map((place) => ({
        x: x(place) + 26,
        y: 16,
        text: { fr: `pas ${place}`, en: `step ${place}` },
        faint: true,
      })),
      ...lengths.map((_, row) => ({
        x: 20,
        y: y(row) + 24,
        text: { fr: `texte ${row + 1}`, en: `text ${row + 1}` },
        faint: true,
      })),
      ...each((row, place) => ({
        x: x(place) + 26,
        y: y(row) + 24,
        text: inText(row, place) ? { fr: 'jeton', en: 'token' } : same('0'),
        faint: !inText(row, place),
      })),
    ],
    regions: each((row, place) => ({
      id: `text-${row + 1}-step-${place}`,
      x: x(place) - 2,
      y: y(row) - 2,
      width: 56,
      height: 42,
      name: {
        fr: `la case du texte ${row + 1} au pas ${place}`,
        en: `the place of text ${row + 1} at step ${place}`,
      },
    })),
  };
}

export const quizFigures: Readonly<Record<QuizFigureName, QuizFigure>> = {
  unrolled: unrolled(),
  'padded-batch': paddedBatch(),
};
