/** Which moments of a long calculation are worth a word: start, pause, end, each tenth. Pure. */

export type Moment =
  | { readonly kind: 'started' | 'paused' | 'ended' }
  /** So many tenths are done. */
  | { readonly kind: 'share'; readonly tenths: number };

export interface Progressing {
  readonly phase: 'idle' | 'running' | 'paused' | 'ended';
  /** From 0 to 1. */
  readonly share: number;
}

/** Told of every report; answers with what to announce, and mostly with nothing. */
export class Milestones {
  #phase: Progressing['phase'] = 'idle';
  #tenths = 0;

  hear({ phase, share }: Progressing): Moment | null {
    const before = this.#phase;
    const tenths = Number.isFinite(share) ? Math.floor(share * 10 + 1e-9) : 0;
    const risen = tenths > this.#tenths;
    this.#phase = phase;
    this.#tenths = tenths;
    if (phase !== before) {
      if (phase === 'running') return { kind: 'started' };
      if (phase === 'ended') return { kind: 'ended' };
      if (phase === 'paused' && before === 'running') return { kind: 'paused' };
      return null;
    }
    return phase === 'running' && risen && tenths < 10 ? { kind: 'share', tenths } : null;
  }
}
