/** What comes in is checked before it is believed: a refusal names both facts. */
import {
  cells,
  directions,
  type CallName,
  type Request,
  type RunSettings,
} from '../shared/protocol';
import { RnnError } from '../shared/rnn-error';
import { limits } from '../shared/settings';

const maxTextLength = 1_000_000;

type Fields = Readonly<Record<string, unknown>>;

function refuse(name: string, value: unknown, expected: string): never {
  throw new RnnError('argument', `${name} is ${show(value)}; it must be ${expected}.`);
}

function show(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : JSON.stringify(value);
  return (text ?? String(value)).slice(0, 100);
}

function fields(name: string, value: unknown): Fields {
  if (typeof value !== 'object' || value === null) refuse(name, value, 'an object');
  return value as Fields;
}

function choice<Value extends string>(
  name: string,
  value: unknown,
  choices: readonly Value[],
): Value {
  return (
    choices.find((one) => one === value) ?? refuse(name, value, `one of ${choices.join(', ')}`)
  );
}

function inRange(name: string, value: unknown, { min, max }: { min: number; max: number }): number {
  if (typeof value !== 'number' || !(value >= min && value <= max)) {
    refuse(name, value, `a number from ${min} to ${max}`);
  }
  return value;
}

function whole(name: string, value: unknown, range: { min: number; max: number }): number {
  if (!Number.isInteger(value))
    refuse(name, value, `a whole number from ${range.min} to ${range.max}`);
  return inRange(name, value, range);
}

function text(name: string, value: unknown): string {
  if (typeof value !== 'string') refuse(name, value, 'a text');
  if (value.length > maxTextLength) {
    refuse(`The length of ${name}`, value.length, `at most ${maxTextLength}`);
  }
  return value;
}

/** @param datasets ids that exist. */
export function checkSettings(value: unknown, datasets: readonly string[]): RunSettings {
  const settings = fields('settings', value);
  return {
    dataset: choice('dataset', settings['dataset'], datasets),
    cell: choice('cell', settings['cell'], cells),
    direction: choice('direction', settings['direction'], directions),
    hidden: whole('hidden', settings['hidden'], limits.hidden),
    learningRate: inRange('learningRate', settings['learningRate'], limits.learningRate),
    seed: whole('seed', settings['seed'], limits.seed),
  };
}

const checks: {
  readonly [Name in CallName]: (
    params: unknown,
    datasets: readonly string[],
  ) => Extract<Request, { call: Name }>['params'];
} = {
  open: checkSettings,
  train: (params) => ({
    examples: whole('examples', fields('params', params)['examples'], {
      min: 0,
      max: Number.MAX_SAFE_INTEGER,
    }),
  }),
  step: () => null,
  pause: () => null,
  read: (params) => ({ text: text('text', fields('params', params)['text']) }),
  tensor: (params) => ({ name: text('name', fields('params', params)['name']) }),
};

/** Checks what `message` asks; its id is known to be a number. */
export function checkRequest(
  message: { readonly id: number; readonly call?: unknown; readonly params?: unknown },
  datasets: readonly string[],
): Request {
  const call = choice('call', message.call, Object.keys(checks) as CallName[]);
  return { id: message.id, call, params: checks[call](message.params, datasets) } as Request;
}
