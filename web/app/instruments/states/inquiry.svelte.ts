import { RnnError } from '../../../shared/rnn-error';

export type Inquired<Question, Answer> =
  | { readonly kind: 'none' }
  | { readonly kind: 'asking'; readonly question: Question }
  | { readonly kind: 'answered'; readonly question: Question; readonly answer: Answer }
  /** What the worker refused, in its words. */
  | { readonly kind: 'refused'; readonly question: Question; readonly message: string }
  /** Another question of the page has taken its place, or the model is gone. */
  | { readonly kind: 'overtaken'; readonly question: Question }
  /** The reader has lost interest. */
  | { readonly kind: 'cancelled' };

/** Where questions go. */
export interface Asked<Question, Answer> {
  put(question: Question): Promise<Answer | null>;
  /** The answer is wanted no more: nobody is to work on it. */
  cancel(): void;
}

/** A question that takes a while, and that can be taken back. */
export class Inquiry<Question, Answer> {
  state: Inquired<Question, Answer> = $state.raw({ kind: 'none' });
  #turn = 0;

  constructor(private readonly asked: Asked<Question, Answer>) {}

  /** Resolves with true when the answer is here, and still wanted. */
  async ask(question: Question): Promise<boolean> {
    this.#turn += 1;
    const turn = this.#turn;
    this.state = { kind: 'asking', question };
    const state = await this.#outcome(question);
    if (turn !== this.#turn) return false;
    this.state = state;
    return state.kind === 'answered';
  }

  async #outcome(question: Question): Promise<Inquired<Question, Answer>> {
    try {
      const answer = await this.asked.put(question);
      if (answer === null) return { kind: 'overtaken', question };
      return { kind: 'answered', question, answer };
    } catch (error) {
      if (!(error instanceof RnnError)) throw error;
      return { kind: 'refused', question, message: error.message };
    }
  }

  cancel(): void {
    if (this.state.kind !== 'asking') return;
    this.clear();
    this.state = { kind: 'cancelled' };
  }

  /** What is here counts no more, nor what is on its way. */
  clear(): void {
    this.#turn += 1;
    if (this.state.kind === 'asking') this.asked.cancel();
    if (this.state.kind !== 'none') this.state = { kind: 'none' };
  }
}
