/** A data set small enough to be made in a test: words whose last letter decides the class. */
import { Dataset } from '../../web/worker/dataset';
import { Random } from '../../web/worker/random';

const letters = 'aeilmnorst';
const classes = ['feminine', 'masculine'] as const;

interface SmallData {
  readonly info: unknown;
  readonly first: string;
  readonly rest: string;
  /** Words that stand in no other part. */
  readonly fresh: string;
}

/** May this word stand in the part? */
type Suits = (text: string) => boolean;

interface Shape {
  readonly first?: number;
  readonly rest?: number;
  readonly validation?: number;
  readonly fresh?: number;
  /** Of ten words so many get the class at random. */
  readonly noise?: number;
}

export function smallData({
  first = 512,
  rest = 1024,
  validation = 96,
  fresh = 100,
  noise = 0,
}: Shape = {}): SmallData {
  const random = new Random(7);
  const word = (): { text: string; label: string } => {
    const length = 2 + random.below(7);
    const text = Array.from({ length }, () => letters[random.below(letters.length)]).join('');
    const ruled = 'aei'.includes(text.at(-1) ?? '') ? 0 : 1;
    const label = random.below(10) < noise ? random.below(2) : ruled;
    return { text, label: classes[label] ?? '' };
  };
  const counts: Record<string, Record<string, number>> = {};
  const wordThat = (suits: Suits): ReturnType<typeof word> => {
    const drawn = word();
    return suits(drawn.text) ? drawn : wordThat(suits);
  };
  const block = (part: string, count: number, suits: Suits = () => true): string => {
    const words = Array.from({ length: count }, () => wordThat(suits));
    const known = (counts[part] ??= {});
    return classes
      .map((name) => {
        const own = words.filter(({ label }) => label === name).map(({ text }) => text);
        known[name] = (known[name] ?? 0) + own.length;
        return [`# ${part} ${name}`, ...own, ''].join('\n');
      })
      .join('');
  };
  const firstText = block('validation', validation) + block('training', first);
  const restText = block('training', rest);
  const taken = new Set(`${firstText}${restText}`.split('\n'));
  const freshText = block('fresh', fresh, (text) => !taken.has(text));
  const largest = Math.max(...Object.values(counts['validation'] ?? {}));
  const info = {
    id: 'endings',
    classes,
    alphabet: letters,
    counts,
    firstTraining: first,
    fresh: counts['fresh'],
    largestClass: largest / validation,
  };
  return { info, first: firstText, rest: restText, fresh: freshText };
}

/** @param complete with the rest of the training words already in. */
export function smallDataset(complete: boolean, shape?: Shape): Dataset {
  const { info, first, rest } = smallData(shape);
  const dataset = Dataset.fromFirst(info, first);
  if (complete) dataset.addRest(rest);
  return dataset;
}
