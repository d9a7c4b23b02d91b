import type { Language } from './lesson';
import type { QuizFigureName } from './quiz-figures';
import type { SymbolLetter } from './symbols';

/** A piece of a quiz's text: plain, stressed, or a coloured symbol of the course. */
export type Piece =
  | { readonly kind: 'plain' | 'stress'; readonly text: string }
  | { readonly kind: 'symbol'; readonly letter: SymbolLetter; readonly below: string };
export type RichText = readonly Piece[];

export interface Option {
  readonly id: string;
  readonly text: RichText;
  readonly right: boolean;
  readonly feedback: RichText;
}

interface ItemFrame {
  readonly id: string;
  /** What the item is about; the course reports what was gained by concept. */
  readonly concept: string;
  readonly prompt: RichText;
  /** From a nudge to nearly the answer; at least two. */
  readonly hints: readonly RichText[];
}

export interface ChoiceItem extends ItemFrame {
  /** `one`: a single option is right. `several`: any number of them is. */
  readonly kind: 'one' | 'several';
  readonly options: readonly Option[];
}

/** To point at a figure: its regions are the options, of which one is right. */
export interface PointItem extends ItemFrame {
  readonly kind: 'point';
  readonly figure: QuizFigureName;
  readonly options: readonly Option[];
}

export interface NumberItem extends ItemFrame {
  readonly kind: 'number';
  readonly answer: number;
  /** Largest distance from the answer that still counts as right. */
  readonly tolerance: number;
  readonly unit: string;
  readonly feedback: RichText;
  /** Wrong numbers that tell what went wrong. */
  readonly slips: readonly { readonly value: number; readonly feedback: RichText }[];
  /** Feedback for every other number. */
  readonly otherwise: RichText;
}

export interface OrderItem extends ItemFrame {
  readonly kind: 'order';
  /** In the order in which they are first shown; `place` counts from 1. */
  readonly steps: readonly {
    readonly id: string;
    readonly text: RichText;
    readonly place: number;
    readonly feedback: RichText;
  }[];
}

export interface MatchItem extends ItemFrame {
  readonly kind: 'match';
  readonly choices: readonly { readonly id: string; readonly text: RichText }[];
  readonly rows: readonly {
    readonly id: string;
    readonly text: RichText;
    /** Id of the choice that belongs to this row. */
    readonly choice: string;
    readonly feedback: RichText;
  }[];
}

export type Item = ChoiceItem | PointItem | NumberItem | OrderItem | MatchItem;

export interface Quiz {
  /** The same in every language, so that answers survive a change of language. */
  readonly id: string;
  readonly language: Language;
  readonly title: string;
  readonly intro: RichText;
  readonly items: readonly Item[];
}

/** What a learner answered: ids chosen, the number as typed, or row id → choice id. */
export type Answer =
  | { readonly kind: 'chosen'; readonly ids: readonly string[] }
  | { readonly kind: 'typed'; readonly text: string }
  | { readonly kind: 'ordered'; readonly ids: readonly string[] }
  | { readonly kind: 'matched'; readonly choices: Readonly<Record<string, string>> };

export function plainText(text: RichText): string {
  return text
    .map((piece) =>
      piece.kind === 'symbol' ? piece.letter + (piece.below && `_${piece.below}`) : piece.text,
    )
    .join('');
}

/** The answer an item starts with: nothing chosen, or the steps as first shown. */
export function blankAnswer(item: Item): Answer {
  switch (item.kind) {
    case 'one':
    case 'several':
    case 'point':
      return { kind: 'chosen', ids: [] };
    case 'number':
      return { kind: 'typed', text: '' };
    case 'order':
      return { kind: 'ordered', ids: item.steps.map((step) => step.id) };
    case 'match':
      return { kind: 'matched', choices: {} };
  }
}

/** Is there enough to grade? An order always is; a match wants every row. */
export function isAnswered(item: Item, answer: Answer): boolean {
  switch (answer.kind) {
    case 'chosen':
      return answer.ids.length > 0;
    case 'typed':
      return answer.text.trim() !== '';
    case 'ordered':
      return true;
    case 'matched':
      return item.kind === 'match' && item.rows.every((row) => row.id in answer.choices);
  }
}

/**
 * The number in what a learner typed, or null: signs, a decimal comma or point, spaces
 * inside, the unit behind it. In English "1,024" is grouped; elsewhere a comma is decimal.
 */
export function parseNumber(typed: string, unit: string, language: Language): number | null {
  let text = typed.normalize('NFKC').trim().toLowerCase();
  const tail = unit.normalize('NFKC').trim().toLowerCase();
  if (tail !== '' && text.endsWith(tail)) text = text.slice(0, -tail.length);
  text = text.replace(/\s/gu, '').replace(/[−–]/gu, '-');
  if (language === 'en' && /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/u.test(text)) {
    text = text.replaceAll(',', '');
  }
  text = text.replace(',', '.');
  return /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/u.test(text) ? Number(text) : null;
}

/**
 * An answer read back from storage, kept only as far as it fits the item: ids that the
 * quiz no longer has are dropped. Null when nothing of it can be used.
 */
export function parseAnswer(item: Item, raw: unknown): Answer | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const { kind, ids, text, choices } = raw as Record<string, unknown>;
  switch (item.kind) {
    case 'one':
    case 'several':
    case 'point': {
      if (kind !== 'chosen' || !Array.isArray(ids)) return null;
      const known = item.options.map((option) => option.id).filter((id) => ids.includes(id));
      return { kind, ids: item.kind === 'several' ? known : known.slice(0, 1) };
    }
    case 'number':
      return kind === 'typed' && typeof text === 'string'
        ? { kind, text: text.slice(0, 40) }
        : null;
    case 'order': {
      if (kind !== 'ordered' || !Array.isArray(ids)) return null;
      const known = ids.filter((id) => item.steps.some((step) => step.id === id)) as string[];
      const complete =
        new Set(known).size === item.steps.length && known.length === item.steps.length;
      return complete ? { kind, ids: known } : null;
    }
    case 'match': {
      if (kind !== 'matched' || typeof choices !== 'object' || choices === null) return null;
      const stored = choices as Record<string, unknown>;
      const known = item.rows.flatMap((row) => {
        const choice = item.choices.find(({ id }) => id === stored[row.id]);
        return choice === undefined ? [] : [[row.id, choice.id] as const];
      });
      return { kind, choices: Object.fromEntries(known) };
    }
  }
}
