/** A stranger's program: every export once, by its types alone. */
import {
  loadEngine,
  RnnError,
  TextClassifier,
  Vocabulary,
  type Engine,
  type EpochReport,
  type LabelledText,
  type Model,
  type NamedTensor,
  type Prediction,
} from 'recurrence-engine';

export async function classify(examples: readonly LabelledText[]): Promise<Prediction> {
  const engine: Engine = await loadEngine();
  const texts = examples.map(({ text }) => text);
  const vocabulary = Vocabulary.from(texts, { unit: 'character', minCount: 2, maxSize: 100 });
  const classifier = new TextClassifier(engine, {
    vocabulary,
    classes: ['yes', 'no'],
    cell: 'gru',
    direction: 'both',
    batchSize: 8,
  });
  const reports: EpochReport[] = await classifier.fit(examples, {
    epochs: 2,
    onEpoch: ({ epoch, loss, divergedAt }) => void [epoch, loss, divergedAt],
  });
  const again = new TextClassifier(engine, classifier.save());
  const [first] = again.predict(texts);
  const { accuracy, count } = again.evaluate(examples);
  const share: number | undefined = first?.probabilities['yes'];
  void [reports, accuracy + count, share, engine.memoryBytes + vocabulary.size];
  again.destroy();
  return classifier.predict('oui');
}

export function lookInside(engine: Engine): NamedTensor {
  const config = { vocabulary: 3, embedding: 2, hidden: 4, maxBatch: 2, maxLength: 5 };
  const model: Model = engine.createModel({ ...config, classes: 2, head: 'each' });
  model.setBatch([Int32Array.of(1, 2), [0]], [[0, 1], [-1]]);
  const { loss, evaluated } = model.trainStep();
  void [loss + evaluated.count];
  return model.tensor('probabilities');
}

export async function sources(bytes: Uint8Array, address: URL): Promise<void> {
  await loadEngine(bytes);
  await loadEngine(address);
  await loadEngine(fetch(address));
  // @ts-expect-error -- a number is no source
  await loadEngine(3);
}

export function mistakes(engine: Engine, vocabulary: Vocabulary): string {
  try {
    // @ts-expect-error -- classes are missing
    new TextClassifier(engine, { vocabulary });
    // @ts-expect-error -- no such setting
    new TextClassifier(engine, { vocabulary, classes: ['a', 'b'], hiden: 3 });
    // @ts-expect-error -- a classifier answers once a text
    new TextClassifier(engine, { vocabulary, classes: ['a', 'b'], head: 'each' });
    // @ts-expect-error -- no such cell
    engine.createModel({ vocabulary: 1, embedding: 1, maxBatch: 1, maxLength: 1, cell: 'bert' });
    return '';
  } catch (error) {
    return error instanceof RnnError && error.code === 'argument' ? error.message : '';
  }
}
