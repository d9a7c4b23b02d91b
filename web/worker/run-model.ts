/** The engine's configuration of a run; what its cell does not have is left out. */
import type { DatasetInfo, RunSettings } from '../shared/protocol';
import { applies, classifier } from '../shared/settings';
import type { ModelConfig } from './model';

export function modelConfig(
  settings: RunSettings,
  data: DatasetInfo,
  vocabulary: number,
): ModelConfig {
  const { cell, embedding, learningRate, optimizer, clipNorm, dropout, seed } = settings;
  // Where the label is one token's, the head answers at each, whatever the summary.
  const head = data.marked ? 'each' : undefined;
  const config: ModelConfig = {
    vocabulary,
    embedding,
    classes: data.classes.length,
    maxBatch: Math.max(settings.batch, classifier.measuredTogether),
    maxLength: data.maxLength,
    cell,
    head: head ?? 'mean',
    dropoutEmbedding: dropout,
    dropoutOutput: dropout,
    optimizer,
    learningRate,
    clipNorm,
    seed,
  };
  if (cell === 'bag') return config;
  const { hidden, layers, direction, summary, truncate, nonlinearity, forgetBias } = settings;
  return {
    ...config,
    hidden,
    layers,
    direction,
    head: head ?? summary,
    dropoutLayers: dropout,
    truncate,
    recurrentInit: settings.recurrentInit,
    recurrentScale: settings.recurrentScale,
    ...(applies('nonlinearity', settings) && { nonlinearity }),
    ...(applies('forgetBias', settings) && forgetBias !== null && { forgetBias }),
  };
}
