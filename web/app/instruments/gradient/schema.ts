import { gradientTitle } from '../../i18n/gradient-title';
import { runSchema } from '../../scene/run-schema';
import { choice, integer, type SceneOf } from '../../scene/schema';
import { textField } from '../own-text';
import { instrument } from '../schema';

/** Data whose first symbol decides: the error is at the end, its cause at the beginning. */
export const recallData = ['recall-10', 'recall-20', 'recall-40', 'recall-80'] as const;

/** The right class, or one by its key. */
export const outputs = ['right', 'a', 'b', 'c', 'd'] as const;

const standard = runSchema({ learningRate: 0.005 });

/** What a preset may set, each under the name that it has among the settings of a run. */
export const settingFields = {
  seed: standard.seed,
  nonlinearity: standard.nonlinearity,
  recurrentInit: standard.recurrentInit,
  recurrentScale: standard.recurrentScale,
  forgetBias: standard.forgetBias,
  truncate: standard.truncate,
  clipNorm: standard.clipNorm,
  learningRate: standard.learningRate,
  optimizer: standard.optimizer,
} as const;
export type SettingName = keyof typeof settingFields;

const scene = {
  dataset: choice(recallData, 'recall-40'),
  ...settingFields,
  /** Which example of the validation part, from 1; beyond the last, the last. */
  example: integer(1, 9999, 1),
  /** Empty: the example. */
  text: textField,
  /** Which token's answer is differentiated, from 1; 0: the last. */
  position: integer(0, 999, 0),
  output: choice(outputs, 'right'),
} as const;

export type GradientScene = SceneOf<typeof scene>;

/** What is to be seen, as a lesson names it. */
export const presetNames = ['vanish', 'remember', 'explode', 'clip', 'truncate'] as const;
export type PresetName = (typeof presetNames)[number];

type Preset = Partial<Pick<GradientScene, SettingName | 'dataset'>>;
/** Without clipping the RNN diverges at its second step; with it, it learns them all. */
const wild: Preset = {
  dataset: 'recall-20',
  nonlinearity: 'relu',
  recurrentInit: 'orthogonal',
  recurrentScale: 2,
  optimizer: 'sgd',
  learningRate: 0.1,
};

export const presets: Readonly<Record<PresetName, Preset>> = {
  vanish: {},
  remember: { forgetBias: 4 },
  explode: { ...wild, clipNorm: 0 },
  clip: { ...wild, clipNorm: 1 },
  truncate: { dataset: 'recall-20', truncate: 5 },
};

const withDefaults = (preset: Preset): typeof scene => {
  const changed = Object.entries(preset).map(([key, value]) => [
    key,
    { ...scene[key as keyof typeof scene], default: value },
  ]);
  return { ...scene, ...Object.fromEntries(changed) } as typeof scene;
};

/** Every field that a preset may set, as this one has it. */
export function presetChanges(name: PresetName): Preset {
  const fields: readonly (SettingName | 'dataset')[] = [
    'dataset',
    ...(Object.keys(settingFields) as SettingName[]).filter((key) => key !== 'seed'),
  ];
  const wanted = withDefaults(presets[name]);
  return Object.fromEntries(fields.map((key) => [key, wanted[key].default]));
}

export const gradientSchema = instrument({
  title: { fr: gradientTitle.fr.title, en: gradientTitle.en.title },
  lead: { fr: gradientTitle.fr.lead, en: gradientTitle.en.lead },
  props: { preset: choice(presetNames, 'vanish') },
  scene,
  sceneWith: ({ preset }) => withDefaults(presets[preset]),
  controls: ['presets', 'data', 'settings', 'place'],
  height: { wide: 58, narrow: 96 },
  workshop: { fr: {}, en: {} },
});

export type GradientSchema = typeof gradientSchema;
