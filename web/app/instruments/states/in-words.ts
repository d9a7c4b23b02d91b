/** What the instrument shows, in words. Pure. */
import type { Survey } from '../../../shared/protocol';
import type { Language } from '../../../shared/lesson';
import { symbols } from '../../../shared/symbols';
import { formats, type Formats } from '../../format';
import { datasetWords, strings } from '../../i18n';
import { statesWords, type FoundFacts, type StatesWords } from '../../i18n/states';
import { isolated, visible } from '../../lab/word-figure';
import { extremeOf, type Activations, type Extreme } from './activations';
import { featureOf, type Feature } from './feature-choice';
import type { Stretch } from './map-layout';
import type { RowOrder } from './row-order';
import type { TensorChoice } from './tensor-choice';

type Data = { readonly dataset: string; readonly batch: number };

/** Units and steps are counted from 1, as people count. */
export class Wording {
  readonly words: StatesWords;
  readonly format: Formats;

  constructor(readonly language: Language) {
    this.words = statesWords[language];
    this.format = formats(language);
  }

  count(index: number): string {
    return this.format.integer(index + 1);
  }

  quoted(token: string): string {
    return isolated(strings(this.language).word.quoted(visible(token)));
  }

  value(value: number): string {
    return this.format.inner(value);
  }

  /** A token where it was read; one that the model does not know is said to be so. */
  token({ tokens, known }: Read, step: number): string {
    const quoted = this.quoted(tokens[step] ?? '');
    return known[step] === false ? `${quoted}, ${this.words.unknownToken}` : quoted;
  }

  /** Several tokens in a row, as one text. */
  passage(tokens: readonly string[], unit: 'character' | 'word'): string {
    const text = tokens.map(visible).join(unit === 'word' ? ' ' : '');
    return isolated(strings(this.language).word.quoted(text));
  }

  tensor({ letter, layers, layer, directions, backward }: TensorChoice): string {
    const way = backward ? 'backward' : 'forward';
    return this.words.tensor(
      symbols[letter][this.language].name,
      letter,
      layers > 1 ? this.format.integer(layer) : null,
      directions.length > 1 || backward ? this.words.way[way] : null,
    );
  }

  feature({ kind, of }: Feature, dataset: string): string {
    const { named } = this.words.ask;
    if (kind === 'vowel' || kind === 'position') return named[kind];
    if (kind !== 'class') return named[kind](visible(of));
    return named.class(datasetWords(this.language, dataset).classes[of] ?? of);
  }

  /** When the model that answered had learnt so much. */
  moment(step: number, { dataset, batch }: Data): string {
    if (step === 0) return this.words.untrained;
    const { examples } = datasetWords(this.language, dataset);
    return this.words.modelAt(this.format.integer(step * batch), examples);
  }

  cell(read: Read, { map, letter }: Drawn, unit: number, step: number): string {
    return this.words.at({
      letter,
      unit: this.count(unit),
      token: this.token(read, step),
      step: this.count(step),
      value: this.value(map.at(unit, step)),
    });
  }

  summary(read: Read, map: Activations, choice: TensorChoice, text: string): string {
    const told = (extreme: Extreme | null): string =>
      extreme === null
        ? ''
        : this.words.extreme(
            this.value(extreme.value),
            this.count(extreme.unit),
            this.token(read, extreme.step),
            this.count(extreme.step),
          );
    return this.words.summary({
      tensor: this.tensor(choice),
      units: this.format.integer(map.units),
      steps: this.format.integer(map.steps),
      text: this.quoted(text),
      largest: told(extremeOf(map, 'largest')),
      smallest: told(extremeOf(map, 'smallest')),
    });
  }

  order({ read, order, sort, step, surveyed }: OrderFacts): string {
    const { words } = this;
    if (sort === 'value') return words.sortedByValue(this.count(step), this.token(read, step));
    if (sort === 'likeness')
      return words.groups(order.groups, this.format.integer(order.units.length));
    if (sort === 'feature') return surveyed ? words.sorted.feature : words.sortWaits;
    return words.sorted.number;
  }

  stretch({ tokens }: Read, { first, last }: Stretch, unit: 'character' | 'word'): string {
    const inside = tokens.slice(first, last + 1);
    return this.words.search.chosen(
      this.count(first),
      this.count(last),
      this.passage(inside, unit),
    );
  }

  found(survey: Survey, letter: string, data: Data): FoundFacts {
    const named = featureOf(survey.feature);
    return {
      letter,
      unit: this.count(survey.unit),
      units: this.format.integer(survey.units.length),
      feature: named ? this.feature(named, data.dataset) : survey.feature,
      rises: survey.sign > 0,
      chosen: this.value(survey.chosen),
      measured: this.value(survey.measured),
      shuffled: this.value(survey.shuffled),
      places: this.format.integer(survey.places),
      examples: this.moment(survey.step, data),
    };
  }
}

interface Read {
  readonly tokens: readonly string[];
  readonly known: readonly boolean[];
}

interface Drawn {
  readonly map: Activations;
  readonly letter: string;
}

export interface OrderFacts {
  readonly read: Read;
  readonly order: RowOrder;
  readonly sort: 'number' | 'value' | 'likeness' | 'feature';
  readonly step: number;
  readonly surveyed: boolean;
}
