/** Gates that a reader holds, as a link writes them: `f1.0.all.3_g2b.-50.4-7.2-`. Pure. */
import {
  heldGates,
  mostClamps,
  type Clamp,
  type ClampRange,
  type HeldGate,
} from '../../../shared/clamped-look';
import type { RunSettings } from '../../../shared/protocol';

/** From the first to the last, from 1; null: to the end, wherever that is. */
export interface Span {
  readonly from: number;
  readonly to: number | null;
}

export const everything: Span = { from: 1, to: null };

export interface Hold {
  readonly gate: HeldGate;
  /** From 1. */
  readonly layer: number;
  readonly backward: boolean;
  /** In hundredths, as the slider and the link have it. */
  readonly hundredths: number;
  readonly units: Span;
  readonly steps: Span;
}

/** As long as the longest list of holds can be, in a link. */
export const longestHolds = 240;
export const largestNumber = 999;

/** Hundredths below which the gate does not go: a candidate's tanh goes down to −1. */
export const lowest = (gate: HeldGate): -100 | 0 => (gate === 'g' || gate === 'n' ? -100 : 0);

/** The three values that have a button of their own, in hundredths. */
export const stopsOf = (gate: HeldGate): readonly [number, number, number] =>
  lowest(gate) === 0 ? [0, 50, 100] : [-100, 0, 100];

export const isAll = ({ from, to }: Span): boolean => from === 1 && to === null;

function writeSpan({ from, to }: Span): string {
  if (isAll({ from, to })) return 'all';
  if (to === null) return `${from}-`;
  return from === to ? String(from) : `${from}-${to}`;
}

function readSpan(written: string): Span | null {
  if (written === 'all') return everything;
  const found = /^([1-9]\d{0,2})(-([1-9]\d{0,2})?)?$/u.exec(written);
  if (!found) return null;
  const from = Number(found[1]);
  if (found[2] === undefined) return { from, to: from };
  if (found[3] === undefined) return { from, to: null };
  const to = Number(found[3]);
  return to < from ? null : { from, to };
}

export const writeHolds = (holds: readonly Hold[]): string =>
  holds
    .map(({ gate, layer, backward, hundredths, units, steps }) =>
      [
        `${gate}${layer}${backward ? 'b' : ''}`,
        hundredths,
        writeSpan(units),
        writeSpan(steps),
      ].join('.'),
    )
    .join('_');

const gates: readonly string[] = Object.values(heldGates).flat();

function readHold(written: string): Hold | null {
  const found = /^([a-z])([1-4])(b?)\.(-?\d{1,3})\.([^.]+)\.([^.]+)$/u.exec(written);
  if (!found || !gates.includes(found[1]!)) return null;
  const gate = found[1] as HeldGate;
  const hundredths = Number(found[4]) + 0;
  const [units, steps] = [readSpan(found[5]!), readSpan(found[6]!)];
  if (hundredths < lowest(gate) || hundredths > 100 || !units || !steps) return null;
  return { gate, layer: Number(found[2]), backward: found[3] === 'b', hundredths, units, steps };
}

/** As many as the engine can hold; what does not read as a hold is left out. */
export const readHolds = (written: string): readonly Hold[] =>
  written
    .split('_')
    .flatMap((piece) => readHold(piece) ?? [])
    .slice(0, mostClamps);

/** Why a hold is set aside: what it names is not in the model, or the text is shorter. */
export type Misfit = 'cell' | 'layer' | 'way' | 'units' | 'steps';

type Fitting = Pick<RunSettings, 'cell' | 'layers' | 'direction' | 'hidden'>;

/** @param steps of the text */
export function misfitOf(
  { gate, layer, backward, units, steps: { from } }: Hold,
  { cell, layers, direction, hidden }: Fitting,
  steps: number,
): Misfit | null {
  if (!(heldGates[cell] as readonly string[]).includes(gate)) return 'cell';
  if (layer > layers) return 'layer';
  if (direction !== 'both' && backward !== (direction === 'backward')) return 'way';
  if (Math.max(units.from, units.to ?? 1) > hidden) return 'units';
  return from > steps ? 'steps' : null;
}

const range = ({ from, to }: Span, count: number): ClampRange => ({
  from: from - 1,
  end: Math.min(to ?? count, count),
});

/** Those that fit, as the worker takes them. */
export const clampsOf = (
  holds: readonly Hold[],
  settings: Fitting,
  steps: number,
): readonly Clamp[] =>
  holds
    .filter((hold) => misfitOf(hold, settings, steps) === null)
    .map(({ gate, layer, backward, hundredths, units, steps: span }) => ({
      gate,
      layer: layer - 1,
      reverse: backward,
      value: hundredths / 100,
      units: range(units, settings.hidden),
      steps: range(span, steps),
    }));
