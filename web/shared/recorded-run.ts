import type { LossPoint, OpenedRun, ValidationPoint } from './protocol';

/** A run made at build by the engine that ships: build/recorded/<dataset>.json. */
export interface RecordedRun extends OpenedRun {
  readonly losses: readonly LossPoint[];
  readonly validations: readonly ValidationPoint[];
  /** Digests of what it was made with. */
  readonly version: { readonly engine: string; readonly data: string };
}
