import type { Failure } from './protocol';

/** The one error of the engine, its worker and its client: what is wrong, and the remedy. */
export class RnnError extends Error implements Failure {
  override readonly name = 'RnnError';

  constructor(
    readonly code: Failure['code'],
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }

  /** What travels between worker and page, where an Error would lose its fields. */
  toFailure(): Failure {
    return { code: this.code, message: this.message };
  }
}
