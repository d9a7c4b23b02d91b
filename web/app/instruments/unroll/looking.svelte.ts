import type { DatasetInfo, Look, OpenedRun } from '../../../shared/protocol';
import { joined } from '../../../shared/words';
import { RnnError } from '../../../shared/rnn-error';
import type { RunSession } from '../../workbench/run-session.svelte';
import { networkOf, stepTensors, weightTensors, type Network } from './network';

export interface Asked {
  readonly text: string;
  /** The step where the walk stands, from 0; null: nowhere. */
  readonly at: number | null;
}

export interface Looked extends Asked {
  readonly data: DatasetInfo;
  /** Null for a bag: there is nothing to unroll. */
  readonly network: Network | null;
  /** Of the weights, by name. */
  readonly shapes: Readonly<Record<string, readonly number[]>>;
  readonly look: Look;
  /** The answer to the text; null where marked data ask of none of its tokens. */
  readonly answer: readonly number[] | null;
  /** In marked data: the token whose answer that is. */
  readonly place: number | null;
  /**
   * The answer to what has been read at that step, as a text of its own; in marked data the one
   * at that step. Null where the walk stands nowhere, or where that text reads otherwise.
   */
  readonly soFar: readonly number[] | null;
}

export type Values = Look['tensors'][number];

export const tensorOf = ({ look }: Pick<Looked, 'look'>, name: string): Values | undefined =>
  look.tensors.find((tensor) => tensor.name === name);

/** What the walk has read at a step; backwards, from the end. Both ways, from the beginning. */
export function readAt(tokens: readonly string[], at: number, network: Network): readonly string[] {
  const backwards = network.parts.every(({ reverse }) => reverse);
  return backwards ? tokens.slice(at) : tokens.slice(0, at + 1);
}

/** While it trains, a model may learn between two questions: then both are asked again. */
const tries = 4;

/** What the figure shows of the model. */
export class Looking {
  looked: Looked | null = $state.raw(null);
  #shapes: { of: OpenedRun; shapes: Looked['shapes'] } | null = null;

  constructor(private readonly session: RunSession) {}

  async look(asked: Asked): Promise<void> {
    const { session } = this;
    // Who asks brings the model about, but not one that has failed before.
    if (!session.state.opened) await session.look(asked.text, []);
    const { opened } = session.state;
    if (!opened) {
      this.looked = null;
      return;
    }
    try {
      const looked = await this.#look(asked, opened);
      if (looked && session.state.opened === opened) this.looked = looked;
    } catch (error) {
      // A name of a model that is no longer here: another question is on its way.
      if (!(error instanceof RnnError) || session.state.opened === opened) throw error;
    }
  }

  async #look(asked: Asked, opened: OpenedRun): Promise<Looked | null> {
    const { data, settings } = opened;
    const network = networkOf(settings, data.classes.length, data.marked);
    const names = ['probabilities', ...(network ? stepTensors(network) : [])];
    const [first, shapes] = await Promise.all([
      this.session.look(asked.text, names),
      network ? this.#weights(network, opened) : {},
    ]);
    if (!first || !shapes) return null;
    const at = asked.at === null ? null : Math.min(asked.at, first.tokens.length - 1);
    const told = { ...asked, at: at !== null && at >= 0 ? at : null, data, network, shapes };
    if (data.marked) {
      const reading = await this.session.read(asked.text);
      return reading && answeredAtEach(told, first, reading.place);
    }
    if (!network || told.at === null) return finished(told, first, null);
    const read = readAt(first.tokens, told.at, network);
    let look = first;
    for (let tried = 0; tried < tries; tried += 1) {
      const [again, part] = await Promise.all([
        tried === 0 ? look : this.session.look(asked.text, names),
        this.session.look(joined(read, data.unit), ['probabilities']),
      ]);
      if (!again || !part) return null;
      look = again;
      const same = part.tokens.join('\n') === read.join('\n');
      if (part.step === look.step) return finished(told, look, same ? part : null);
    }
    return null;
  }

  /** The shapes of the weights, asked for once a model. */
  async #weights(network: Network, opened: OpenedRun): Promise<Looked['shapes'] | null> {
    if (this.#shapes?.of === opened) return this.#shapes.shapes;
    const tensors = await Promise.all(
      weightTensors(network).map((name) => this.session.tensor(name)),
    );
    if (tensors.some((tensor) => tensor === null)) return null;
    const shapes = Object.fromEntries(tensors.map((tensor) => [tensor!.name, tensor!.shape]));
    this.#shapes = { of: opened, shapes };
    return shapes;
  }
}

const probabilitiesOf = (look: Look): readonly number[] => [
  ...(tensorOf({ look }, 'probabilities')?.values ?? []),
];

type Told = Omit<Looked, 'look' | 'answer' | 'soFar' | 'place'>;

/** A head that answers at each step: (T, 1, classes). */
function answeredAtEach(told: Told, look: Look, place: number | null): Looked {
  const width = told.data.classes.length;
  const all = probabilitiesOf(look);
  const at = (step: number | null) =>
    step === null ? null : all.slice(step * width, (step + 1) * width);
  return { ...told, look, place, answer: at(place), soFar: at(told.at) };
}

const finished = (told: Told, look: Look, part: Look | null): Looked => ({
  ...told,
  look,
  place: null,
  answer: probabilitiesOf(look),
  soFar: part && probabilitiesOf(part),
});
