/** What is held, and what it changes, in words. Pure. */
import type { Language } from '../../../shared/lesson';
import type { Unit } from '../../../shared/data-info';
import { symbols } from '../../../shared/symbols';
import { clampWords, type ClampWords } from '../../i18n/clamp';
import { strings } from '../../i18n';
import { tryWords } from '../../i18n/try';
import { leaning } from '../../lab/word-figure';
import { extremeOf, type Activations } from '../states/activations';
import { Wording } from '../states/in-words';
import type { TensorChoice } from '../states/tensor-choice';
import { pointsInWords, summaryOf } from '../try/in-words';
import type { HeldAnswer } from './answer';
import { isAll, type Hold, type Span } from './holds';

interface Read {
  readonly tokens: readonly string[];
  readonly known: readonly boolean[];
}

export interface Told extends HeldAnswer {
  readonly look: Read;
  readonly choice: TensorChoice;
  readonly unit: Unit;
  readonly marked: boolean;
  /** The classes as the page calls them. */
  readonly names: readonly string[];
}

/** A model has layers and directions worth naming where there are several. */
export type Parts = Pick<TensorChoice, 'layers' | 'directions'>;

export class ClampWording {
  readonly words: ClampWords;
  /** How the map of states says the same things. */
  readonly map: Wording;

  constructor(readonly language: Language) {
    this.words = clampWords[language];
    this.map = new Wording(language);
  }

  #span(kind: 'units' | 'steps', span: Span): string {
    const said = this.words.span[kind];
    const { integer } = this.map.format;
    if (isAll(span)) return said.all;
    if (span.to === null) return said.onwards(integer(span.from));
    return span.from === span.to
      ? said.one(integer(span.from))
      : said.between(integer(span.from), integer(span.to));
  }

  gate(letter: Hold['gate']): string {
    return symbols[letter][this.language].name;
  }

  /** Without a model there are no parts, and every layer is worth naming. */
  hold({ gate, layer, backward, hundredths, units, steps }: Hold, parts: Parts | null): string {
    const several = (parts?.layers ?? 2) > 1 || layer > 1;
    const ways = (parts?.directions.length ?? 2) > 1 || backward;
    return this.words.holdName({
      name: this.gate(gate),
      letter: gate,
      value: this.map.value(hundredths / 100),
      units: this.#span('units', units),
      steps: this.#span('steps', steps),
      layer: several ? this.map.format.integer(layer) : null,
      way: ways ? this.map.words.way[backward ? 'backward' : 'forward'] : null,
    });
  }

  /** A cell of the three maps. */
  cell({ look, choice, free, held, difference }: Told, unit: number, step: number): string {
    const changed = free !== held;
    return this.words.at({
      unit: this.map.count(unit),
      step: this.map.count(step),
      token: this.map.token(look, step),
      letter: choice.letter,
      free: this.map.value(free.at(unit, step)),
      held: changed ? this.map.value(held.at(unit, step)) : null,
      difference: changed ? this.map.value(difference.at(unit, step)) : null,
    });
  }

  /** What became of the answer, then of the state. */
  summary(told: Told): string {
    if (told.free === told.held) {
      const { names, unit, marked, tokens } = told;
      const facts = { language: this.language, unit, marked, names };
      return this.words.free(summaryOf(facts, [{ name: null, tokens }]));
    }
    return [this.#answer(told), this.#state(told)].join(' ');
  }

  #answer({ tokens, names, marked }: Told): string {
    const words = tryWords[this.language];
    const asked = tokens.find((each) => each.asked);
    if (marked && !asked) return strings(this.language).word.noPlace;
    const { before, now } = asked ?? tokens.at(-1)!;
    if (!before || !now) return '';
    const [was, is] = [leaning(before).index, leaning(now).index];
    const { certainty } = this.map.format;
    // What the free model said, and where that is another one, what the held one says.
    const moved = [...new Set([was, is])]
      .slice(0, names.length === 2 ? 1 : 2)
      .map((side) =>
        words.moved(
          names[side] ?? '',
          certainty(before[side]!),
          certainty(now[side]!),
          pointsInWords(this.language, before[side]!, now[side]!, 1),
        ),
      )
      .join(', ');
    return [
      asked ? this.words.heldAt(this.map.quoted(asked.token), moved) : this.words.held(moved),
      was === is ? words.stays(names[is] ?? '') : words.becomes(names[was] ?? '', names[is] ?? ''),
    ].join(' ');
  }

  #state({ look, choice, free, held, difference }: Told): string {
    const size: Activations = {
      ...difference,
      at: (unit, step) => Math.abs(difference.at(unit, step)),
    };
    const most = extremeOf(size, 'largest');
    if (!most || most.value === 0) return this.words.stateStill(choice.letter);
    return this.words.stateMoved({
      letter: choice.letter,
      unit: this.map.count(most.unit),
      step: this.map.count(most.step),
      token: this.map.token(look, most.step),
      free: this.map.value(free.at(most.unit, most.step)),
      held: this.map.value(held.at(most.unit, most.step)),
    });
  }
}
