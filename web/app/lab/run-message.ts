import type { Formats } from '../format';
import type { DatasetWords, Strings } from '../i18n/strings';
import type { RunState } from '../workbench/run-state';
import { retraceOutcome } from './readouts';

interface Language {
  readonly text: Strings;
  readonly words: DatasetWords;
  readonly format: Formats;
}

/** Where a run stands, in one sentence that changes with the stage and not with each report. */
export function runMessage(state: RunState, { text, words, format }: Language): string {
  const { stage, recorded } = state;
  const say = text.state;
  switch (stage.kind) {
    case 'recorded':
      return say.recorded(format.integer(state.status.examples), words.examples);
    case 'opening':
      return say.opening;
    case 'training':
      if (state.loading === 'rest') return say.loadingRest;
      return state.retracing ? say.retracing : say.training;
    case 'paused': {
      const outcome = recorded && retraceOutcome({ ...state, recorded });
      if (outcome === 'different') return say.different;
      if (outcome === 'same') return say.same(format.integer(state.curve.losses.length));
      if (state.status.examples > 0) return say.paused;
      const ready = say.ready(format.setting(state.settings.seed));
      return state.fresh ? `${text.lab.changed} ${ready}` : ready;
    }
    case 'finished': {
      const { maxExamples = 0, patience = 0 } = (state.opened ?? recorded)?.stop ?? {};
      const count = stage.ended === 'max-examples' ? maxExamples : patience;
      return say.finished[stage.ended](format.integer(count), words.examples);
    }
    case 'diverged':
      return say.diverged(format.integer(stage.at), format.integer(stage.kept));
    case 'failed':
      return say.failed[stage.failure.code];
    case 'lost':
      return say.lost;
    case 'unsupported':
      return say.unsupported(listed(stage.missing, text));
  }
}

type Missing = Extract<RunState['stage'], { kind: 'unsupported' }>['missing'];

/** Without WebAssembly there is none of its parts either: naming it is enough. */
function listed(missing: Missing, text: Strings): string {
  const named = missing.includes('WebAssembly')
    ? missing.filter((feature) => !feature.startsWith('WebAssembly '))
    : missing;
  return new Intl.ListFormat(text.code, { type: 'conjunction' }).format(
    named.map((feature) => text.state.features[feature]),
  );
}
