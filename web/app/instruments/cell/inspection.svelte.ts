import type { Look, RunSettings } from '$shared/protocol';
import { tensorsOf } from '$shared/cell-tensors';
import { cellKind, type CellKind } from '$shared/equations';
import type { RunSession } from '../../workbench/run-session.svelte';
import type { Tensor } from './steps';

export interface Question {
  readonly text: string;
  /** From 0. */
  readonly layer: number;
  readonly reverse: boolean;
}

/** One pass of the model over a text, with what is needed of one layer and direction. */
export interface Seen extends Question {
  readonly kind: CellKind;
  readonly settings: RunSettings;
  readonly look: Look;
  readonly tensor: (name: string) => Tensor | undefined;
}

/** While the model trains, the figure follows it so often, in ms. */
const rest = 250;

const nextFrame = (): Promise<unknown> => new Promise((then) => requestAnimationFrame(then));
const after = (time: number): Promise<unknown> => new Promise((then) => setTimeout(then, time));

/** Where a question goes: the layer and direction that the model has. */
export function within({ text, layer, reverse }: Question, settings: RunSettings): Question {
  return {
    text,
    layer: Math.min(layer, settings.layers - 1),
    reverse: settings.direction === 'both' ? reverse : settings.direction === 'backward',
  };
}

/** Asks a run for the numbers of its cell, one question at a time, and keeps the last answer. */
export class Inspection {
  seen = $state.raw<Seen | null>(null);
  /** A question is under way. */
  asking = $state(false);
  #wanted: Question | null = null;
  #ended = false;

  constructor(readonly session: RunSession) {}

  /** Is there a model to be had? One that has failed is made again by the reader alone. */
  get able(): boolean {
    const { opened, stage } = this.session.state;
    return opened !== null || stage.kind === 'recorded' || stage.kind === 'paused';
  }

  /** Asks as soon as may be; what was wanted before and is not asked yet is dropped. */
  want(question: Question): void {
    this.#wanted = question;
    if (!this.asking) void this.#ask();
  }

  /** The figure has gone: nothing more is asked. */
  end(): void {
    this.#ended = true;
    this.#wanted = null;
  }

  async #ask(): Promise<void> {
    this.asking = true;
    try {
      while (this.#wanted !== null) {
        await nextFrame();
        const question = this.#wanted;
        this.#wanted = null;
        if (question !== null && this.able && !this.#ended) await this.#look(question);
        if (this.session.state.stage.kind === 'training') await after(rest);
      }
    } finally {
      this.asking = false;
    }
  }

  async #look(asked: Question): Promise<void> {
    const { settings } = this.session.state;
    const kind = cellKind(settings);
    if (kind === null) return;
    const question = within(asked, settings);
    const { steps, weights } = tensorsOf(kind, question);
    // In one call, so that states and weights are of the same moment of a training.
    const look = await this.session.look(question.text, [...steps, ...weights]);
    if (look === null || this.#ended || this.session.state.settings !== settings) return;
    const tensor = (name: string) => look.tensors.find((one) => one.name === name);
    this.seen = { ...question, kind, settings, look, tensor };
  }
}
