/** Inference with onnxruntime-web, its wasm build, one thread, on the models of onnx_models.py. */
import * as ort from 'onnxruntime-web/wasm';
import { oncePerTask, timedAsync, type TakeSlice, type Task } from '../slices';
import { generator, inTurn, syntheticBatches } from '../tokens';
import { workloadOf } from '../workloads';

type Step = () => Promise<number>;

const openSession = (name: string): Promise<ort.InferenceSession> =>
  ort.InferenceSession.create(`/${name}.onnx`, { executionProviders: ['wasm'] });

async function classifier({ workload: name, vocab }: Task): Promise<Step> {
  const workload = workloadOf(name);
  const session = await openSession(name);
  const sequences = syntheticBatches(workload, vocab ?? NaN).map((batch) => batch.sequences[0]);
  const next = inTurn(sequences as Int32Array[]);
  return async () => {
    const tokens = new ort.Tensor('int64', BigInt64Array.from(next(), BigInt), [
      workload.length,
      1,
    ]);
    const { logits } = await session.run({ tokens });
    return logits?.data.length === workload.classes ? 1 : NaN;
  };
}

/** Draws from softmax(logits), as the engine does for itself. */
function drawToken(logits: Float32Array, uniform: number): number {
  const largest = logits.reduce((a, b) => Math.max(a, b), -Infinity);
  const weights = logits.map((value) => Math.exp(value - largest));
  let left = uniform * weights.reduce((sum, weight) => sum + weight, 0);
  const token = weights.findIndex((weight) => (left -= weight) < 0);
  return token < 0 ? weights.length - 1 : token;
}

async function sampler({ workload: name }: Task): Promise<Step> {
  const { hidden } = workloadOf(name);
  const session = await openSession(name);
  const next = generator();
  const zeros = (): ort.Tensor =>
    new ort.Tensor('float32', new Float32Array(hidden), [1, 1, hidden]);
  let h = zeros();
  let c = zeros();
  let token = 0;
  return async () => {
    const fed = new ort.Tensor('int64', BigInt64Array.of(BigInt(token)), [1, 1]);
    const found = await session.run({ token: fed, h, c });
    h = found['next_h'] as ort.Tensor;
    c = found['next_c'] as ort.Tensor;
    token = drawToken(found['logits']?.data as Float32Array, next());
    return 1;
  };
}

export async function onnxSlices(): Promise<TakeSlice> {
  ort.env.wasm.numThreads = 1;
  const steps = oncePerTask((task) =>
    task.metric === 'chars_s' ? sampler(task) : classifier(task),
  );
  return async (task, milliseconds) => timedAsync(milliseconds, await steps(task));
}
