import { missingFeatures } from '../engine/features';
import type {
  CallName,
  Failure,
  FeatureName,
  Progress,
  RunId,
  RunSettings,
} from '../../shared/protocol';
import { abilities } from './abilities';
import { GroupPart, type Member } from './group-part';
import type { Place } from './place';
import { retraceTarget, retraceTo } from './retrace';
import { RunLink } from './run-link';
import { RunQuestions, type Answer, type Question } from './run-questions.svelte';
import {
  initialState,
  isEnd,
  next,
  sameSettings,
  type Happening,
  type RunState,
} from './run-state';
import { Viewers } from './viewers';

/** One run of a page: speaks with the engine, and keeps the state that the components draw. */
export class RunSession {
  state: RunState;
  readonly #link: RunLink;
  readonly #place: Place;
  /** The reader has taken over: nothing begins or goes on by itself. */
  #taken = false;
  #hidden = false;
  #stepping: Promise<void> = Promise.resolve();
  readonly #part: GroupPart;
  readonly #viewers: Viewers;
  /** Also of the survey or search under way: how far it is, and its end. */
  readonly questions: RunQuestions;

  constructor(
    readonly id: RunId,
    settings: RunSettings,
    place: Place,
  ) {
    this.#place = place;
    this.#viewers = new Viewers(() => place.release());
    this.state = $state.raw(initialState(settings, place.recordedRun(settings.dataset)));
    const tell = (happening: Happening): void => this.#tell(happening);
    this.#link = new RunLink(id, () => place.engine(), tell);
    this.#part = new GroupPart(this.#link, tell);
    this.questions = new RunQuestions(id, this.#link, () => this.#answers());
  }

  /** Rises whenever an answer of the model may have changed. */
  get version(): number {
    return this.state.version;
  }

  #tell(happening: Happening): void {
    this.state = next(this.state, happening);
  }

  /**
   * In the browser only, by each component that shows the run, once it is there; it calls what
   * this returns when it goes. A run that nobody shows is closed.
   */
  show(): () => void {
    const missing = missingFeatures();
    if (missing.length > 0) this.#tell({ type: 'unsupported', missing });
    return this.#viewers.enter();
  }

  /** Takes up settings that nobody has changed just now, unless the run is in use. */
  restore(settings: RunSettings): void {
    if (this.#taken || this.#link.holds) return;
    const recorded = this.#place.recordedRun(settings.dataset);
    this.#tell({ type: 'restored', settings, recorded });
  }

  /** The run of the recording, made again; goes on from where `suspend` left it. */
  async retrace(): Promise<void> {
    const target = retraceTarget(this.state);
    this.#hidden = false;
    if (target !== null && !this.#taken) await this.#train(target, true);
  }

  /** The figure is out of sight: what began by itself waits. */
  suspend(): void {
    const { retracing, stage } = this.state;
    this.#hidden = true;
    if (!this.#taken && retracing && stage.kind === 'training') void this.#pause();
  }

  /** Trains until so many examples have been seen in all, or to the end of the run. */
  async train(examples?: number): Promise<void> {
    this.#taken = true;
    // A step under way would answer in the midst of the training, and seem to have ended it.
    await this.#stepping;
    await this.#train(examples, false);
  }

  pause(): void {
    this.#taken = true;
    void this.#pause();
  }

  async #pause(): Promise<void> {
    const { member } = this.#part;
    const [status] = (await this.#link.ask('pause', { runs: [this.id] })) ?? [];
    // Its training answers for itself; that of a group may go on without it.
    if (status) member?.rest(status);
  }

  /** One step, after those that were asked for before. */
  step(): Promise<void> {
    this.#taken = true;
    this.#stepping = this.#stepping.then(() => this.#step());
    return this.#stepping;
  }

  async #step(): Promise<void> {
    if (!abilities(this.state).step || !(await this.ready()) || !this.#able('step')) return;
    const { turn } = this.#link;
    const [status] = (await this.#link.ask('step', { runs: [this.id] })) ?? [];
    if (status && turn === this.#link.turn) this.#tell({ type: 'stopped', status });
  }

  reset(): void {
    this.#taken = true;
    this.leave();
    this.#tell({ type: 'reset' });
  }

  change(settings: RunSettings): void {
    if (sameSettings(settings, this.state.settings)) return;
    this.#taken = true;
    this.leave();
    const recorded = this.#place.recordedRun(settings.dataset);
    this.#tell({ type: 'changed', settings, recorded });
  }

  /** Goes on from the weights in force, under another learning rate or clipping. */
  async resume(settings: RunSettings): Promise<void> {
    this.change(settings);
    await this.#link.resume(this.state);
  }

  /** The model's answer after every token, or null when there is none to be had now. */
  read(text: string): Answer<'read'> {
    return this.questions.ask('read', { text });
  }

  /**
   * Tensors of one pass over a text; null when there is no model to be had, or another has
   * taken its place. @throws RnnError `argument` for what is wrong with the question; so do
   * the questions below
   */
  look(text: string, tensors: readonly string[]): Answer<'look'> {
    return this.question('look', { text, tensors });
  }

  tensor(name: string): Answer<'tensor'> {
    return this.question('tensor', { name });
  }

  /** Null, too, when a newer survey or search of this run has taken its place, or `cancel` ended it. */
  survey(tensor: string, feature: FeatureName): Answer<'survey'> {
    return this.question('survey', { tensor, feature });
  }

  search(question: Question<'search'>): Answer<'search'> {
    return this.question('search', question);
  }

  /** Whatever else the protocol lets one ask of a run's model. */
  question<Name extends CallName>(name: Name, question: Question<Name>): Answer<Name> {
    return this.questions.inquire(name, question);
  }

  /** A model that could not be made is made again when the reader asks for it, not by itself. */
  async #answers(): Promise<boolean> {
    const { stage, opened } = this.state;
    const gone = stage.kind === 'lost' || (stage.kind === 'failed' && !opened);
    return !gone && (await this.ready()) && this.state.opened !== null;
  }

  /** Resolves with true once the worker holds the model of the settings in force. */
  ready(retracing = false): Promise<boolean> {
    if (this.state.stage.kind === 'unsupported') return Promise.resolve(false);
    return this.#link.ready(this.state, retracing);
  }

  /** Of the model that is here: a fresh run may have begun since one was waited for. */
  #able(what: 'train' | 'step'): boolean {
    return this.state.opened !== null && abilities(this.state)[what];
  }

  async #train(examples: number | undefined, retracing: boolean): Promise<void> {
    if (!(await this.ready(retracing)) || !this.#able('train')) return;
    if (retracing && (this.#hidden || this.#taken)) return;
    const { turn } = this.#link;
    const target = examples ?? this.state.opened?.stop.maxExamples ?? 0;
    const trainTo = async (seen: number) =>
      (await this.#link.ask('train', { runs: [this.id], examples: seen }))?.[0];
    const gone = (): boolean => turn !== this.#link.turn;
    const waits = (): boolean => this.#hidden || this.#taken;
    this.#tell({ type: 'training', retracing });
    const status = retracing
      ? await retraceTo(target, this.state.status.examples, trainTo, { gone, waits })
      : await trainTo(target);
    if (status && !gone()) this.#tell({ type: 'stopped', status });
  }

  /** For a group, once it is ready: what the group asks of several runs begins. */
  enter(what: 'train' | 'step'): Member | null {
    if (!this.#able(what)) return null;
    this.#taken = true;
    if (what === 'train') this.#tell({ type: 'training', retracing: false });
    return this.#part.enter();
  }

  /** For the workbench: a report of this run. */
  hear(progress: Progress): void {
    if (!this.#link.listening) return;
    this.#tell({ type: 'progress', progress });
    // One that has ended rests, while the others of its group go on.
    if (isEnd(progress.status)) this.#part.member?.rest(progress.status);
  }

  /** For the workbench: data of this run are on their way, or have come. */
  load(what: RunState['loading']): void {
    this.#tell({ type: 'loading', what });
  }

  /** For the workbench: the worker is dead. A run that held no model there has lost nothing. */
  lose(failure: Failure): void {
    if (!this.#link.holds) return;
    this.#link.forget();
    this.#tell({ type: 'lost', failure });
  }

  /** The run in the worker is no longer the one of the state. */
  leave(): void {
    if (this.state.stage.kind === 'training') void this.#pause();
    this.#part.leave();
    this.#link.forget();
  }
}
