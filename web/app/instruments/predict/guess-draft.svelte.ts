/** What a learner is about to say, of whichever kind the question is. */
import type { Language } from '../../../shared/lesson';
import { fitsQuestion, placesOf } from '../../../shared/prediction-grade';
import type { Guess, Question } from '../../../shared/prediction';
import { parseNumber } from '../../../shared/quiz';
import { blankDraft, completed, type Draft } from './curve-draft';
import { scaleOf } from './curve-scale';

/** Why it cannot be committed yet. */
export type Missing = 'number' | 'outside' | 'choice' | 'curve';

export class GuessDraft {
  readonly places: readonly number[];
  /** A number as it was typed. */
  typed: string;
  option: string | null;
  curve: Draft;

  constructor(
    private readonly question: Question,
    private readonly language: Language,
  ) {
    this.places = placesOf(question);
    this.typed = $state('');
    this.option = $state(null);
    this.curve = $state.raw(blankDraft(this.places.length));
  }

  get #parsed(): number | null {
    const unit = this.question.figure.of === 'accuracy' ? '%' : '';
    return parseNumber(this.typed, unit, this.language);
  }

  /** Where it lies on the scale. */
  get number(): number | null {
    const value = this.#parsed;
    if (value === null) return null;
    return fitsQuestion(this.question, { kind: 'number', value }) ? value : null;
  }

  /** Null while something is missing. */
  get guess(): Guess | null {
    const { question, number, option, curve } = this;
    switch (question.kind) {
      case 'number':
        return number === null ? null : { kind: 'number', value: number };
      case 'choice':
        return option === null ? null : { kind: 'choice', option };
      case 'curve': {
        const values = completed(curve, scaleOf(question));
        return values === null ? null : { kind: 'curve', values };
      }
    }
  }

  get missing(): Missing | null {
    if (this.guess !== null) return null;
    const { kind } = this.question;
    return kind === 'number' && this.#parsed !== null ? 'outside' : kind;
  }

  clear(): void {
    this.typed = '';
    this.option = null;
    this.curve = blankDraft(this.places.length);
  }
}
