import type { RunStatus } from '../../shared/protocol';
import type { RunLink } from './run-link';
import type { Happening } from './run-state';

/** What a group tells a run of it; it is heard once. */
export interface Member {
  rest(status: RunStatus): void;
  fail(error: unknown): void;
}

/** A run's part in the group that trains it. */
export class GroupPart {
  #member: Member | undefined;

  constructor(
    private readonly link: RunLink,
    private readonly tell: (happening: Happening) => void,
  ) {}

  /** Undefined while no group trains the run, or once it rests. */
  get member(): Member | undefined {
    return this.#member;
  }

  enter(): Member {
    const { turn } = this.link;
    const leaving = (happen: () => void): void => {
      if (this.#member !== member) return;
      this.#member = undefined;
      happen();
    };
    const member: Member = {
      rest: (status) => leaving(() => this.tell({ type: 'stopped', status })),
      fail: (error) => leaving(() => this.link.fail(turn, error)),
    };
    this.#member = member;
    return member;
  }

  /** What the group tells from now on does not concern this run. */
  leave(): void {
    this.#member = undefined;
  }
}
