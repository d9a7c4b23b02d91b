/**
 * What a link may say of an instrument: its fields, each with its kind, limits and default.
 * Pure, and without Svelte: the build checks lessons with the same schemas as the page.
 */

export interface ChoiceField<Value extends string = string> {
  readonly kind: 'choice';
  readonly of: readonly Value[];
  readonly default: Value;
}

export interface NumberField {
  readonly kind: 'integer' | 'number';
  readonly min: number;
  readonly max: number;
  readonly default: number;
}

/** A number that may also be absent: null, written "none". */
export interface OptionalField {
  readonly kind: 'optional';
  readonly min: number;
  readonly max: number;
  readonly default: number | null;
}

export interface FlagField {
  readonly kind: 'flag';
  readonly default: boolean;
}

export interface TextField {
  readonly kind: 'text';
  /** Most UTF-16 units that it may hold. */
  readonly most: number;
  readonly default: string;
}

export type Field = ChoiceField | NumberField | OptionalField | FlagField | TextField;
export type SceneValue = string | number | boolean | null;

/** Field names are letters and digits; a dot parts the models of one instrument: `a.cell`. */
export type SceneSchema = Readonly<Record<string, Field>>;
export type SceneValues = Readonly<Record<string, SceneValue>>;

export type ValueOf<F extends Field> = F extends ChoiceField<infer Value> ? Value : F['default'];

/** The values that a schema describes, each with its type. */
export type SceneOf<Schema extends SceneSchema> = {
  readonly [Key in keyof Schema]: ValueOf<Schema[Key]>;
};

export const choice = <const Value extends string>(
  of: readonly Value[],
  value: NoInfer<Value>,
): ChoiceField<Value> => ({ kind: 'choice', of, default: value });

export const integer = (min: number, max: number, value: number): NumberField => ({
  kind: 'integer',
  min,
  max,
  default: value,
});

export const number = (min: number, max: number, value: number): NumberField => ({
  kind: 'number',
  min,
  max,
  default: value,
});

export const optional = (min: number, max: number, value: number | null): OptionalField => ({
  kind: 'optional',
  min,
  max,
  default: value,
});

export const flag = (value: boolean): FlagField => ({ kind: 'flag', default: value });

export const text = (most: number, value = ''): TextField => ({
  kind: 'text',
  most,
  default: value,
});

type Prefixed<Prefix extends string, Schema extends SceneSchema> = {
  readonly [Key in keyof Schema as `${Prefix}.${Key & string}`]: Schema[Key];
};

/** The fields of one model among several: `prefixed('a', runSchema())` has `a.cell`, … */
export function prefixed<Prefix extends string, Schema extends SceneSchema>(
  prefix: Prefix,
  schema: Schema,
): Prefixed<Prefix, Schema> {
  const entries = Object.entries(schema).map(([key, field]) => [`${prefix}.${key}`, field]);
  return Object.fromEntries(entries) as Prefixed<Prefix, Schema>;
}

/** The values under one prefix, without it: those of model `a`. */
export function part<Schema extends SceneSchema>(
  scene: SceneValues,
  prefix: string,
  schema: Schema,
): SceneOf<Schema> {
  const entries = Object.keys(schema).map((key) => [key, scene[`${prefix}.${key}`]]);
  return Object.fromEntries(entries) as SceneOf<Schema>;
}

/** Changes of one model as changes of the whole scene. */
export function under(prefix: string, changes: SceneValues): SceneValues {
  return Object.fromEntries(
    Object.entries(changes).map(([key, value]) => [`${prefix}.${key}`, value]),
  );
}

export function defaultsOf<Schema extends SceneSchema>(schema: Schema): SceneOf<Schema> {
  const entries = Object.entries(schema).map(([key, field]) => [key, field.default]);
  return Object.fromEntries(entries) as SceneOf<Schema>;
}

/** Is it a value that the field takes? */
export function accepts(field: Field, value: unknown): value is SceneValue {
  const inside = (min: number, max: number): boolean =>
    typeof value === 'number' && value >= min && value <= max;
  switch (field.kind) {
    case 'choice':
      return typeof value === 'string' && field.of.includes(value);
    case 'integer':
      return inside(field.min, field.max) && Number.isInteger(value);
    case 'number':
      return inside(field.min, field.max);
    case 'optional':
      return value === null || inside(field.min, field.max);
    case 'flag':
      return typeof value === 'boolean';
    case 'text':
      return typeof value === 'string' && value.length <= field.most;
  }
}
