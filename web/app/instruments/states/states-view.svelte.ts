import { untrack } from 'svelte';
import type { Match, Survey } from '../../../shared/protocol';
import { datasetWords } from '../../i18n';
import type { Language } from '../../../shared/lesson';
import type { CursorPlace } from '../../figure/cursor';
import type { InstrumentScene } from '../../scene/store.svelte';
import type { RunSession } from '../../workbench/run-session.svelte';
import { featureOf } from './feature-choice';
import { Inquiry } from './inquiry.svelte';
import { Looking } from './looking.svelte';
import { stretchIn, type Stretch } from './map-layout';
import { byLikeness, byNumber, byScore, byValue, type RowOrder } from './row-order';
import type { StatesSchema } from './schema';
import { tensorChoice, type TensorChoice } from './tensor-choice';

export interface SurveyQuestion {
  readonly tensor: string;
  readonly feature: string;
}

export interface SearchQuestion extends Stretch {
  readonly tensor: string;
  readonly choice: TensorChoice;
  readonly text: string;
  readonly tokens: readonly string[];
}

/** What the instrument knows: the scene, the model's answers, where the reader stands. */
export class StatesView {
  readonly looking: Looking;
  readonly survey: Inquiry<SurveyQuestion, Survey>;
  readonly search: Inquiry<SearchQuestion, readonly Match[]>;
  /** A sequence of the validation part that the map shows in place of the reader's text. */
  elsewhere: Match | null = $state.raw(null);
  at: CursorPlace | null = $state.raw(null);
  inView = $state(false);
  /** The reader has emptied the field: no suggestion stands in. */
  #emptied = $state(false);
  #held: { readonly key: string; readonly order: RowOrder } | null = null;

  constructor(
    readonly session: RunSession,
    readonly scene: InstrumentScene<StatesSchema['scene']>,
    private readonly language: () => Language,
  ) {
    this.looking = new Looking(session);
    const cancel = (): void => void session.questions.cancel();
    this.survey = new Inquiry({
      put: ({ tensor, feature }) => {
        const named = featureOf(feature);
        return named ? session.survey(tensor, named.name) : Promise.resolve(null);
      },
      cancel,
    });
    this.search = new Inquiry({
      put: ({ tensor, text, first, last }) =>
        session.search({ tensor, text, from: first, to: last + 1 }),
      cancel,
    });
  }

  readonly dataset = $derived.by(() => this.session.state.settings.dataset);
  readonly choice = $derived.by(() => {
    const { symbol, layer, backward } = this.scene.value;
    return tensorChoice(this.session.state.settings, { symbol, layer, backward });
  });
  readonly ownText = $derived.by(() => {
    const { text } = this.scene.value;
    if (text !== '' || this.#emptied) return text;
    return datasetWords(this.language(), this.dataset).suggestions[0] ?? '';
  });
  readonly text = $derived(this.elsewhere?.text ?? this.ownText);

  /** The last answer: it stays until the one to what is wanted now is here. */
  readonly shown = $derived.by(() => this.looking.shown);
  readonly steps = $derived(this.shown?.look.tokens.length ?? 0);

  readonly stretch = $derived.by((): Stretch | null => {
    if (this.shown?.text !== this.text) return null;
    if (this.elsewhere) return { first: this.elsewhere.from, last: this.elsewhere.to - 1 };
    const { from, to } = this.scene.value;
    return stretchIn(this.steps, from === null ? null : from - 1, to === null ? null : to - 1);
  });

  /** The survey of the tensor that is shown and of the feature that is chosen. */
  readonly surveyed = $derived.by(() => {
    const { state } = this.survey;
    if (state.kind !== 'answered') return null;
    const { tensor, feature } = state.question;
    const fits = tensor === this.shown?.choice.name && feature === this.scene.value.feature;
    return fits ? state.answer : null;
  });

  /** The step by whose values the units may be ordered. */
  readonly sortStep = $derived.by(() => {
    const { step } = this.scene.value;
    if (step === null) return this.shown?.choice.backward ? 0 : Math.max(0, this.steps - 1);
    return Math.min(step, this.steps) - 1;
  });

  /** While the model trains, the rows keep their places. */
  readonly order = $derived.by((): RowOrder => {
    const { shown, surveyed } = this;
    if (!shown) return byNumber(0);
    const { sort } = this.scene.value;
    const key = [
      sort,
      this.sortStep,
      shown.choice.name,
      shown.text,
      surveyed?.feature,
      surveyed?.step,
    ];
    const training = this.session.state.stage.kind === 'training';
    if (training && this.#held?.key === key.join('\n')) return this.#held.order;
    const order = this.#ordered(shown.map);
    this.#held = { key: key.join('\n'), order };
    return order;
  });

  #ordered(map: NonNullable<Looking['shown']>['map']): RowOrder {
    switch (this.scene.value.sort) {
      case 'value':
        return byValue(map, this.sortStep);
      case 'likeness':
        return byLikeness(map);
      case 'feature':
        return this.surveyed ? byScore(this.surveyed.units) : byNumber(map.units);
      default:
        return byNumber(map.units);
    }
  }

  /** To call from an effect: keeps the map up with the model while it is in view. */
  follow(): void {
    const { session, text, choice, inView } = this;
    const stands = session.version >= 0 && session.state.stage.kind !== 'unsupported';
    if (!inView || !stands) return;
    untrack(() => {
      if (!choice || text.trim() === '') this.looking.clear();
      else this.looking.ask({ text, choice });
    });
  }

  /** To call from an effect: what was told of a model that is gone does not stay. */
  forget(): void {
    if (this.session.state.opened) return;
    untrack(() => {
      this.survey.clear();
      this.search.clear();
      this.elsewhere = null;
    });
  }

  /** To call from an effect: an order by a feature needs its survey. */
  measureWhereNeeded(): void {
    const { sort, feature } = this.scene.value;
    const current = this.shown !== null && this.shown.choice.name === this.choice?.name;
    const needed = sort === 'feature' && this.inView && current && !this.surveyed;
    const free = this.survey.state.kind === 'none' || this.survey.state.kind === 'answered';
    if (needed && free && featureOf(feature)) untrack(() => void this.measure());
  }

  /** The instrument leaves the page: nothing is worked on for it. */
  end(): void {
    this.looking.end();
    this.survey.clear();
    this.search.clear();
  }

  measure(): Promise<boolean> {
    const { choice } = this;
    if (!choice) return Promise.resolve(false);
    return this.survey.ask({ tensor: choice.name, feature: this.scene.value.feature });
  }

  seek(): Promise<boolean> {
    const { stretch, shown } = this;
    if (!stretch || !shown) return Promise.resolve(false);
    const { text, look, choice } = shown;
    const tokens = look.tokens.slice(stretch.first, stretch.last + 1);
    return this.search.ask({ ...stretch, tensor: choice.name, choice, text, tokens });
  }

  write(text: string): void {
    this.#emptied = text === '';
    this.elsewhere = null;
    this.search.clear();
    this.scene.set({ text, from: null, to: null, step: null });
  }

  /** @param stretch from 0 */
  choose(stretch: Stretch | null): void {
    if (this.elsewhere) return;
    this.scene.set({
      from: stretch && stretch.first + 1,
      to: stretch && stretch.last + 1,
    });
  }

  orderBy(step: number): void {
    this.scene.set({ sort: 'value', step: step + 1 });
  }

  chooseFeature(feature: string): void {
    this.survey.clear();
    this.scene.set({ feature });
  }
}
