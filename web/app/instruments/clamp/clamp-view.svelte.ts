import { untrack } from 'svelte';
import { heldGates, mostClamps, type HeldGate } from '../../../shared/clamped-look';
import type { Language } from '../../../shared/lesson';
import type { CursorPlace } from '../../figure/cursor';
import { datasetWords } from '../../i18n';
import type { InstrumentScene } from '../../scene/store.svelte';
import type { RunSession } from '../../workbench/run-session.svelte';
import type { Stretch } from '../states/map-layout';
import { tensorChoice } from '../states/tensor-choice';
import { edited, noEdits, redone, undone, type Edits } from './edits';
import { Holding } from './holding.svelte';
import { everything, lowest, misfitOf, readHolds, writeHolds, type Hold } from './holds';
import type { ClampSchema } from './schema';

/** What the form says of a hold; layer and direction are those that the map shows. */
export type Draft = Pick<Hold, 'gate' | 'hundredths' | 'units' | 'steps'>;

const span = ({ first, last }: Stretch) => ({ from: first + 1, to: last + 1 });

/** What the instrument knows: holds and their past, the form, the model's answers. */
export class ClampView {
  readonly holding: Holding;
  at: CursorPlace | null = $state.raw(null);
  inView = $state(false);
  #emptied = $state(false);
  #edits: Edits = $state.raw(noEdits);
  #draft: Draft = $state.raw({ gate: 'f', hundredths: 0, units: everything, steps: everything });
  /** The hold that the form changes; null: it makes a new one. */
  #chosen: number | null = $state(null);
  /** The reader has just changed what is held: what came of it is to be said. */
  awaited = false;

  constructor(
    readonly session: RunSession,
    readonly scene: InstrumentScene<ClampSchema['scene']>,
    private readonly language: () => Language,
    told: () => void,
  ) {
    this.holding = new Holding(session, told);
  }

  readonly settings = $derived.by(() => this.session.state.settings);
  readonly dataset = $derived(this.settings.dataset);
  readonly choice = $derived.by(() => {
    const { symbol, layer, backward } = this.scene.value;
    return tensorChoice(this.settings, { symbol, layer, backward });
  });
  readonly gates: readonly HeldGate[] = $derived(heldGates[this.settings.cell]);
  readonly text = $derived.by(() => {
    const { text } = this.scene.value;
    if (text !== '' || this.#emptied) return text;
    return datasetWords(this.language(), this.dataset).suggestions[0] ?? '';
  });
  readonly shown = $derived.by(() => this.holding.shown);
  readonly steps = $derived(this.shown?.look.tokens.length ?? 0);
  readonly holds = $derived.by(() => readHolds(this.scene.value.holds));
  /** Why each of them is set aside; null: it is in force. Before a text is read all its steps fit. */
  readonly misfits = $derived.by(() => {
    const steps = this.shown ? this.steps : Infinity;
    return this.holds.map((hold) => misfitOf(hold, this.settings, steps));
  });
  readonly full = $derived.by(() => this.holds.length >= mostClamps);
  readonly chosen = $derived.by(() =>
    this.#chosen !== null && this.misfits[this.#chosen] === null ? this.#chosen : null,
  );
  readonly draft = $derived.by((): Draft => {
    const draft = (this.chosen === null ? null : this.holds[this.chosen]) ?? this.#draft;
    const [first] = this.gates;
    return this.gates.includes(draft.gate) || !first
      ? draft
      : { ...draft, gate: first, hundredths: Math.max(draft.hundredths, lowest(first)) };
  });
  readonly canUndo = $derived.by(() => this.#edits.past.length > 0);
  readonly canRedo = $derived.by(() => this.#edits.future.length > 0);

  /** To call from an effect: keeps the figure up with the model while it is in view. */
  follow(): void {
    const { session, text, choice, holds, inView } = this;
    const stands = session.version >= 0 && session.state.stage.kind !== 'unsupported';
    if (!inView || !stands) return;
    untrack(() => {
      if (!choice || text.trim() === '') this.holding.clear();
      else this.holding.ask({ text, choice, holds });
    });
  }

  write(text: string): void {
    this.#emptied = text === '';
    this.scene.set({ text });
  }

  #put(holds: readonly Hold[], key: string | null = null): void {
    const before = this.scene.value.holds;
    const written = writeHolds(holds);
    if (written === before) return;
    this.#edits = edited(this.#edits, before, key);
    this.awaited = true;
    this.scene.set({ holds: written });
  }

  /** Changes the hold that is chosen, or what the next one will be. */
  change(change: Partial<Draft>): void {
    const gate = change.gate ?? this.draft.gate;
    const asked = change.hundredths ?? this.draft.hundredths;
    const draft = { ...this.draft, ...change, hundredths: Math.max(asked, lowest(gate)) };
    this.#draft = {
      gate,
      hundredths: draft.hundredths,
      units: draft.units,
      steps: draft.steps,
    };
    if (this.chosen === null) return;
    const key = `${this.chosen} ${Object.keys(change).join(' ')}`;
    this.#put(
      this.holds.map((hold, at) => (at === this.chosen ? { ...hold, ...this.#draft } : hold)),
      key,
    );
  }

  /** Holds what the form says, in the layer and direction that the map shows. */
  hold(): void {
    const { choice, draft, full } = this;
    if (!choice || full) return;
    const { layer, backward } = choice;
    const count = this.holds.length;
    this.#put([...this.holds, { ...draft, layer, backward }]);
    this.#chosen = count;
  }

  /** One that is ready made takes the place of all. */
  take(hold: Hold): void {
    this.#put([hold]);
    this.#chosen = 0;
  }

  choose(index: number | null): void {
    this.#chosen = index;
  }

  letGo(index: number): void {
    this.#put(this.holds.filter((_, at) => at !== index));
    this.#chosen = null;
  }

  letAllGo(): void {
    this.#put([]);
    this.#chosen = null;
  }

  undo(): boolean {
    return this.#move(undone(this.#edits, this.scene.value.holds));
  }

  redo(): boolean {
    return this.#move(redone(this.#edits, this.scene.value.holds));
  }

  #move(moved: ReturnType<typeof undone>): boolean {
    if (!moved) return false;
    this.#edits = moved.edits;
    this.#chosen = null;
    this.awaited = true;
    this.scene.set({ holds: moved.value });
    return true;
  }

  /** Of the map: rows and columns; null: everything. */
  brush(columns: Stretch | null, rows: Stretch | null): void {
    this.change({
      units: rows ? span(rows) : everything,
      steps: columns ? span(columns) : everything,
    });
  }
}
