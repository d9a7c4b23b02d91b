/** A challenge under way: its run, the checks of this visit, the recipe that the browser keeps. */
import { untrack } from 'svelte';
import type { ChallengeProgress, ChallengeResult, RunSettings } from '../../../shared/protocol';
import type { Language } from '../../../shared/lesson';
import { abilities } from '../../workbench/abilities';
import type { RunSession } from '../../workbench/run-session.svelte';
import { isEnd, sameSettings } from '../../workbench/run-state';
import type { Workbench } from '../../workbench/workbench';
import { versions } from '../../scene/versions';
import { challenges, goalOf, type Challenge, type ChallengeId } from './challenges';
import { parseRecipe, recipeKey, writeRecipe, type Recipe, type RecipeStorage } from './recipe';

/** How the last check ended that gave no result; and what became of a recipe made again. */
export type Note = 'none' | 'cancelled' | 'refuted';

export class ChallengeRun {
  readonly session: RunSession;
  /** Results of the worker's checks in this visit, in their order, and nothing else. */
  results: readonly ChallengeResult[];
  checking: ChallengeProgress | null;
  recipe: Recipe | null;
  replaying: boolean;
  note: Note;
  /** The browser refused to keep a recipe. */
  unkept: boolean;
  #id: ChallengeId;
  /** Rises with whatever ends a replay. */
  #turn = 0;

  constructor(
    run: string,
    id: ChallengeId,
    settings: RunSettings,
    private readonly language: Language,
    private readonly workbench: Workbench,
    private readonly storage: () => RecipeStorage,
    private readonly today: () => string,
  ) {
    this.#id = $state(id);
    this.results = $state.raw([]);
    this.checking = $state.raw(null);
    this.recipe = $state.raw(null);
    this.replaying = $state(false);
    this.note = $state('none');
    this.unkept = $state(false);
    this.session = workbench.run(run, settings);
  }

  get challenge(): Challenge {
    return challenges[this.#id];
  }

  /** In the browser, once it is there. Returns what ends it. */
  show(): () => void {
    const leave = this.session.show();
    const { id } = this.session;
    const deaf = this.workbench.hearChallenge(id, (progress) => {
      if (this.checking) this.checking = progress;
    });
    this.#load();
    return () => {
      this.#turn += 1;
      this.workbench.cancel(id);
      deaf();
      leave();
    };
  }

  /** Has the run these settings; another challenge begins with no result. */
  follow(id: ChallengeId, settings: RunSettings): void {
    untrack(() => {
      const other = id !== this.#id;
      if (!other && sameSettings(this.session.state.settings, settings)) return;
      this.#turn += 1;
      this.replaying = false;
      this.note = 'none';
      this.session.change(settings);
      if (!other) return;
      this.#id = id;
      this.results = [];
      this.#load();
    });
  }

  /** Seen by the model in the worker: a run that the build has recorded is no run of the reader's. */
  get examples(): number {
    const { stage, status } = this.session.state;
    return stage.kind === 'recorded' ? 0 : status.examples;
  }

  /** What the validation part says of that model; null: nothing yet. */
  get validation(): number | null {
    const { stage, curve } = this.session.state;
    return stage.kind === 'recorded' ? null : (curve.validations.at(-1)?.accuracy ?? null);
  }

  /** The result that speaks of the model as it is now. */
  get current(): ChallengeResult | null {
    const last = this.results.at(-1);
    const same = last && sameSettings(last.settings, this.session.state.settings);
    return same && last.examples === this.examples ? last : null;
  }

  /** Has the model made, so that its size is told before it learns. */
  open(): void {
    const { stage, opened } = this.session.state;
    const waits = stage.kind === 'paused' || stage.kind === 'recorded';
    if (waits && !opened) void untrack(() => this.session.ready());
  }

  get earned(): boolean {
    return this.results.some(({ met }) => met);
  }

  /** As many examples as the goal allows, in whole batches. */
  get most(): number {
    const { batch } = this.session.state.settings;
    return Math.floor(this.challenge.goal.maxExamples / batch) * batch;
  }

  get can(): Readonly<Record<'train' | 'step' | 'reset' | 'check', boolean>> {
    const { stage, opened } = this.session.state;
    const able = abilities(this.session.state);
    const left = this.examples < this.most;
    const free = !this.replaying && this.checking === null;
    const rests = stage.kind !== 'training' && stage.kind !== 'opening';
    return {
      train: able.train && left && free,
      step: able.step && left && free,
      reset: able.reset && free,
      check: free && rests && opened !== null && this.examples > 0 && this.current === null,
    };
  }

  train(): void {
    this.note = 'none';
    void this.session.train(this.most);
  }

  reset(): void {
    this.note = 'none';
    this.session.reset();
  }

  /** Asks the worker. What it says of a run that is gone meanwhile is not heard. */
  async check(): Promise<ChallengeResult | null> {
    const { session, language, challenge } = this;
    const goal = goalOf(challenge, language);
    const id = this.#id;
    this.note = 'none';
    this.checking = { run: session.id, measured: 0, sequences: goal.sequences };
    const result = await session.question('challenge', { goal });
    this.checking = null;
    if (id !== this.#id) return null;
    if (!result) {
      if (session.state.stage.kind !== 'failed') this.note = 'cancelled';
      return null;
    }
    this.results = [...this.results, result];
    if (result.met) this.#keep(result);
    return result;
  }

  stopCheck(): void {
    this.workbench.cancel(this.session.id);
  }

  /** Makes the kept recipe's run again, from its first step, and has it checked. */
  async replay(): Promise<ChallengeResult | null> {
    const { recipe, session } = this;
    if (!recipe || !sameSettings(recipe.settings, session.state.settings)) return null;
    const turn = (this.#turn += 1);
    const gone = (): boolean => turn !== this.#turn;
    if (this.examples > 0) session.reset();
    this.replaying = true;
    this.note = 'none';
    await session.train(recipe.examples);
    if (gone()) return null;
    this.replaying = false;
    const { status } = session.state;
    if (status.examples < recipe.examples && !isEnd(status)) return null;
    const result = await this.check();
    if (result && !result.met) {
      this.forget();
      this.note = 'refuted';
    }
    return result;
  }

  forget(): void {
    this.recipe = null;
    try {
      this.storage().removeItem(this.#key);
    } catch {
      // What a browser does not let go of, it did not let in: there is nothing to forget.
    }
  }

  get #key(): string {
    return recipeKey(this.#id, this.challenge.data[this.language]);
  }

  #keep({ settings, examples }: ChallengeResult): void {
    const recipe: Recipe = { settings, examples, versions, day: this.today() };
    try {
      this.storage().setItem(this.#key, writeRecipe(this.challenge, recipe));
      this.recipe = recipe;
    } catch {
      this.unkept = true;
    }
  }

  #load(): void {
    let text: string | null = null;
    try {
      text = this.storage().getItem(this.#key);
    } catch {
      // A browser that keeps nothing throws here: there is no recipe.
    }
    this.recipe = parseRecipe(this.challenge, this.language, text);
  }
}
