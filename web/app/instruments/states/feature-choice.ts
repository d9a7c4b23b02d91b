/** Features that can be chosen, and their values on the reader's own text. Pure. */
import type { DatasetInfo, FeatureName } from '../../../shared/protocol';

export type FeatureKind = 'class' | 'seen' | 'token' | 'vowel' | 'position';

export interface Feature {
  readonly name: FeatureName;
  readonly kind: FeatureKind;
  /** The class or the token. */
  readonly of: string;
}

/** As the protocol writes it; null for a text that names none. */
export function featureOf(name: string): Feature | null {
  if (name === 'vowel' || name === 'position') return { name, kind: name, of: '' };
  const match = /^(class|seen|token):(.+)$/su.exec(name);
  if (!match) return null;
  return { name: name as FeatureName, kind: match[1] as FeatureKind, of: match[2]! };
}

/** What the page offers: all classes, the text's own tokens, and what needs no choice. */
export function featuresFor(
  data: Pick<DatasetInfo, 'classes' | 'unit' | 'alphabet'>,
  tokens: readonly string[],
): readonly Feature[] {
  const known = new Set(data.alphabet);
  const own = [...new Set(tokens)].filter((token) => known.has(token));
  const all = (kind: 'class' | 'seen' | 'token', of: readonly string[]): Feature[] =>
    of.map((each) => ({ name: `${kind}:${each}`, kind, of: each }));
  const plain = (name: 'vowel' | 'position'): Feature => ({ name, kind: name, of: '' });
  const letters = data.unit === 'character' && [...known].some((each) => /^[aeiou]$/u.test(each));
  return [
    ...all('class', data.classes),
    ...all('seen', own),
    ...all('token', own),
    ...(letters ? [plain('vowel')] : []),
    plain('position'),
  ];
}
