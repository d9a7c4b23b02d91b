/** What comes in is checked before it is believed: a refusal names both facts. */
import { mostClamps, type Clamp, type ClampRange, type HeldGate } from '../shared/clamped-look';
import {
  cells,
  type CallName,
  type ChallengeGoal,
  type FeatureName,
  type Request,
  type RunId,
  type RunSettings,
} from '../shared/protocol';
import { RnnError } from '../shared/rnn-error';
import { fits, runFieldNames, runFields, type RunField } from '../shared/settings';

const maxTextLength = 1_000_000;
const maxNameLength = 100;
/** Names, or runs, in one request. */
const maxListLength = 64;

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

function whole(name: string, value: unknown): number {
  if (Number.isSafeInteger(value) && Number(value) >= 0) return value as number;
  return refuse(name, value, 'a whole number from 0');
}

const orNone = <Value>(
  name: string,
  value: unknown,
  check: (name: string, value: unknown) => Value,
): Value | null => (value === null ? null : check(name, value));

function text(name: string, value: unknown, longest = maxTextLength): string {
  if (typeof value !== 'string') refuse(name, value, 'a text');
  if (value.length > longest) {
    refuse(`The length of ${name}`, value.length, `at most ${longest}`);
  }
  return value;
}

const nameOf = (what: string, value: unknown): string => text(what, value, maxNameLength);

function list(what: string, value: unknown): string[] {
  if (!Array.isArray(value)) refuse(what, value, 'a list');
  if (value.length > maxListLength) {
    refuse(`The length of ${what}`, value.length, `at most ${maxListLength}`);
  }
  return value.map((one) => nameOf(`One of ${what}`, one));
}

function range(name: string, value: unknown): ClampRange {
  const { from, end } = fields(name, value);
  return { from: whole(`${name}.from`, from), end: whole(`${name}.end`, end) };
}

function clamp(value: unknown): Clamp {
  const given = fields('One of clamps', value);
  const { reverse, value: held } = given;
  if (typeof reverse !== 'boolean') refuse('reverse', reverse, 'true or false');
  if (!Number.isFinite(held)) refuse('value', held, 'a finite number');
  return {
    layer: whole('layer', given['layer']),
    reverse,
    // Which gates there are depends on the cell: web/worker/clamped-look.ts refuses the others.
    gate: nameOf('gate', given['gate']) as HeldGate,
    units: range('units', given['units']),
    steps: range('steps', given['steps']),
    value: held as number,
  };
}

function clamps(value: unknown): Clamp[] {
  if (!Array.isArray(value)) refuse('clamps', value, 'a list');
  if (value.length > mostClamps) {
    refuse('The length of clamps', value.length, `at most ${mostClamps}`);
  }
  return value.map(clamp);
}

function someRuns(params: Fields): { readonly runs: readonly RunId[] } {
  const runs = list('runs', params['runs']);
  if (runs.length === 0) refuse('runs', runs, 'a list of at least one run');
  if (new Set(runs).size < runs.length) refuse('runs', runs, 'a list of runs that differ');
  return { runs };
}

const oneRun = (params: Fields): { readonly run: RunId } => ({ run: nameOf('run', params['run']) });

function expected(field: RunField): string {
  if (field.kind === 'choice') return `one of ${field.of.join(', ')}`;
  const number = field.kind === 'integer' ? 'a whole number' : 'a number';
  const none = field.kind === 'optional' ? ', or null' : '';
  return `${number} from ${field.min} to ${field.max}${none}`;
}

/** @param datasets ids that exist. */
export function checkSettings(value: unknown, datasets: readonly string[]): RunSettings {
  const settings = fields('settings', value);
  const dataset = choice('dataset', settings['dataset'], datasets);
  const checked = runFieldNames.map((name) => {
    const field: RunField = runFields[name];
    if (!fits(field, settings[name])) refuse(name, settings[name], expected(field));
    return [name, settings[name]];
  });
  return { dataset, ...Object.fromEntries(checked) } as RunSettings;
}

function share(name: string, value: unknown): number {
  if (typeof value === 'number' && value >= 0 && value <= 1) return value;
  return refuse(name, value, 'a share from 0 to 1');
}

function checkGoal(value: unknown, datasets: readonly string[]): ChallengeGoal {
  const goal = fields('goal', value);
  const fixed = Object.entries(fields('fixed', goal['fixed'])).map(([key, given]) => {
    const name = choice('One of fixed', key, runFieldNames);
    const field: RunField = runFields[name];
    if (!fits(field, given)) refuse(name, given, expected(field));
    return [name, given];
  });
  const most = goal['maxParameters'];
  return {
    dataset: choice('dataset', goal['dataset'], datasets),
    cells: list('cells', goal['cells']).map((cell) => choice('One of cells', cell, cells)),
    maxParameters: most === null ? null : whole('maxParameters', most),
    maxExamples: whole('maxExamples', goal['maxExamples']),
    share: share('share', goal['share']),
    sequences: whole('sequences', goal['sequences']) || refuse('sequences', 0, 'from 1'),
    fixed: Object.fromEntries(fixed) as Partial<RunSettings>,
  };
}

const checks: {
  readonly [Name in CallName]: (
    params: Fields,
    datasets: readonly string[],
  ) => Extract<Request, { call: Name }>['params'];
} = {
  open: (params, datasets) => ({
    ...oneRun(params),
    settings: checkSettings(params['settings'], datasets),
  }),
  resume: (params, datasets) => ({
    ...oneRun(params),
    settings: checkSettings(params['settings'], datasets),
  }),
  close: oneRun,
  train: (params) => ({ ...someRuns(params), examples: whole('examples', params['examples']) }),
  step: someRuns,
  pause: someRuns,
  read: (params) => ({ ...oneRun(params), text: text('text', params['text']) }),
  look: (params) => ({
    ...oneRun(params),
    text: text('text', params['text']),
    tensors: list('tensors', params['tensors']),
  }),
  clamped: (params) => ({
    ...oneRun(params),
    text: text('text', params['text']),
    tensors: list('tensors', params['tensors']),
    clamps: clamps(params['clamps']),
  }),
  tensor: (params) => ({ ...oneRun(params), name: nameOf('name', params['name']) }),
  gradient: (params) => ({
    ...oneRun(params),
    text: orNone('text', params['text'], text),
    example: whole('example', params['example']),
    label: orNone('label', params['label'], whole),
    position: whole('position', params['position']),
    output: orNone('output', params['output'], whole),
  }),
  survey: (params) => ({
    ...oneRun(params),
    tensor: nameOf('tensor', params['tensor']),
    // Which features there are depends on the data: web/worker/feature.ts refuses the others.
    feature: nameOf('feature', params['feature']) as FeatureName,
  }),
  search: (params) => ({
    ...oneRun(params),
    tensor: nameOf('tensor', params['tensor']),
    text: text('text', params['text']),
    from: whole('from', params['from']),
    to: whole('to', params['to']),
  }),
  cancel: oneRun,
  confusion: oneRun,
  challenge: (params, datasets) => ({
    ...oneRun(params),
    goal: checkGoal(params['goal'], datasets),
  }),
};

/** Checks what `message` asks; its id is known to be a number. */
export function checkRequest(
  message: { readonly id: number; readonly call?: unknown; readonly params?: unknown },
  datasets: readonly string[],
): Request {
  const call = choice('call', message.call, Object.keys(checks) as CallName[]);
  return {
    id: message.id,
    call,
    params: checks[call](fields('params', message.params), datasets),
  } as Request;
}
