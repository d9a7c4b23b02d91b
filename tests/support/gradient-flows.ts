/** Answers to questions about gradients, as short as they can be. */
import type { GradientFlow } from '../../web/shared/gradient-flow';

export const flow = (more: Partial<GradientFlow> = {}): GradientFlow => ({
  text: 'auvw',
  tokens: ['a', 'u', 'v', 'w'],
  known: [true, true, true, true],
  cut: 0,
  examples: 400,
  position: 3,
  label: 0,
  output: 0,
  loss: 1.4,
  h: [1e-4, 1e-3, 1e-2, 0.1],
  c: null,
  uncut: null,
  cuts: [],
  predicted: null,
  factor: null,
  radii: [0.5],
  moved: [0.01, 0.02, 0.04, 0.08],
  norms: { first: 0, values: [] },
  step: 0,
  ...more,
});

/** Of an rnn, an lstm and a gru. */
export const three = (): readonly GradientFlow[] => [
  flow({ predicted: [2e-4, 2e-3, 2e-2, 0.1], factor: 0.2, radii: [0.25] }),
  flow({ c: [1e-4, 1e-3, 1e-2, 0.1], predicted: [0.0125, 0.025, 0.05, 0.1] }),
  flow({ h: [2e-4, 2e-3, 2e-2, 0.1], moved: [0.9, 0.1, 0.1, 0.2] }),
];
