import type { DatasetInfo } from '../../../shared/protocol';
import type { RunSession } from '../../workbench/run-session.svelte';
import { placesOf } from '../tokens';
import { tokensOf, type AnsweredToken, type Answers } from './answers';
import { askFor } from './ask';

export interface Asked {
  readonly text: string;
  /** Places of the tokens that are taken out, as the scene writes them. */
  readonly gone: string;
  /** The page's model, and perhaps a second one. */
  readonly runs: readonly RunSession[];
}

export interface Answered extends Asked {
  readonly data: DatasetInfo;
  readonly places: ReadonlySet<number>;
  /** The text as the first model reads it. */
  readonly whole: Answers['whole'];
  /** Of each run that could be asked: its answers, or null where the rest reads otherwise. */
  readonly models: readonly (readonly AnsweredToken[] | null)[];
}

/** The answers that a figure shows. */
export class Answering {
  answered: Answered | null = $state.raw(null);

  async ask(asked: Asked): Promise<void> {
    const { text, gone, runs } = asked;
    const [first] = runs;
    const unitOf = () => first?.state.opened?.data.unit ?? 'character';
    const answers = await Promise.all(runs.map((run) => askFor(run, text, gone, unitOf)));
    const data = first?.state.opened?.data;
    if (!data) this.answered = null;
    const [own] = answers;
    // Where a model learnt on between two questions, the answers before stay.
    if (!data || !own || answers.includes(null)) return;
    const places = placesOf(gone, own.whole.characters.length);
    const models = answers.map((each) => each && tokensOf(each, places, data.marked));
    this.answered = { ...asked, data, places, whole: own.whole, models };
  }
}
