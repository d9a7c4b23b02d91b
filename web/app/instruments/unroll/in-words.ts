/** What the drawing of the network shows, in sentences and as a table. Pure. */
import type { Language } from '../../../shared/lesson';
import { formats } from '../../format';
import type { FigureTable } from '../../figure/table';
import { strings } from '../../i18n';
import { ownTextWords } from '../../i18n/own-text';
import { unrollWords } from '../../i18n/unroll';
import { leaning } from '../../lab/word-figure';
import { printToken, printTokens } from '../tokens';
import { readAt, tensorOf, type Looked } from './looking.svelte';
import type { Network, Part, WeightSet } from './network';
import { normOf, vectorsAt } from './step-values';

export interface Told {
  readonly language: Language;
  readonly names: readonly string[];
}

type Unrolled = Looked & { readonly network: Network };

const quoted = (language: Language, text: string): string => ownTextWords[language].quoted(text);

export function partInWords({ parts, layers }: Network, part: Part, language: Language): string {
  const layer = layers > 1 ? String(part.layer + 1) : null;
  const two = new Set(parts.map(({ reverse }) => reverse)).size > 1;
  return unrollWords[language].part(
    layer,
    two || part.reverse ? (part.reverse ? 'backward' : 'forward') : null,
  );
}

/** The words on a set of weights: whose they are, then each matrix with its extents. */
export function cardLines(
  { network, shapes }: Unrolled,
  set: WeightSet,
  language: Language,
): readonly string[] {
  const matrices = set.matrices.map(
    ({ letter, tensor }) => `${letter}\u00a0${(shapes[tensor] ?? []).join('\u00a0×\u00a0')}`,
  );
  const whose = set.part
    ? partInWords(network, set.part, language)
    : unrollWords[language].embedding;
  return [whose, ...matrices].filter(Boolean);
}

export const cellInWords = ({ cell }: Network, language: Language): string =>
  strings(language).settings.cells[cell];

export function summaryOf(
  { language, names }: Told,
  looked: Unrolled,
  open: number,
  inSight: { readonly first: number; readonly last: number } | null,
): string {
  const words = unrollWords[language];
  const { integer } = formats(language);
  const { network, look, at } = looked;
  const count = look.tokens.length;
  const whole = words.drawn({
    cell: cellInWords(network, language),
    layers: integer(network.layers),
    both: network.output > network.hidden,
    folded: open === 0,
    steps: integer(Math.min(open, count)),
    count: integer(count),
  });
  const part = inSight ? words.inSight(integer(inSight.first), integer(inSight.last)) : '';
  const drawn = [whole, part].filter(Boolean).join(' ');
  if (at !== null) return `${drawn} ${stepInWords({ language, names }, looked, at)}`;
  const sizes = words.sizes({
    embedding: integer(network.embedding),
    hidden: integer(network.hidden),
    output: network.summary === 'each' ? null : integer(network.output),
    classes: integer(network.classes),
  });
  return `${drawn} ${sizes} ${answerInWords({ language, names }, looked)}`;
}

function answerInWords({ language, names }: Told, { answer, place, look }: Unrolled): string {
  const words = unrollWords[language];
  if (!answer) return strings(language).word.noPlace;
  const { index, share } = leaning(answer);
  const [name, percent] = [names[index] ?? '', formats(language).certainty(share)];
  if (place === null) return words.answer(name, percent);
  return words.answerAt(quoted(language, printToken(look.tokens[place] ?? '')), name, percent);
}

export function stepInWords({ language, names }: Told, looked: Unrolled, at: number): string {
  const words = unrollWords[language];
  const { network, look, data } = looked;
  const tokens = (some: readonly string[]): string =>
    quoted(language, printTokens(some, data.unit));
  const step = formats(language).integer(at + 1);
  const token = quoted(language, printToken(look.tokens[at] ?? ''));
  const [before, after] = [look.tokens.slice(0, at + 1), look.tokens.slice(at)];
  const two = network.output > network.hidden;
  const read = two
    ? words.hasReadBoth(step, token, tokens(before), tokens(after))
    : network.parts[0]!.reverse
      ? words.hasReadBack(step, token, tokens(after))
      : words.hasRead(step, token, tokens(before));
  if (!looked.soFar || looked.at !== at) return read;
  const { index, share } = leaning(looked.soFar);
  const percent = formats(language).certainty(share);
  if (network.summary === 'each') {
    return `${read} ${words.answerHere(names[index] ?? '', percent)}`;
  }
  const text = tokens(readAt(look.tokens, at, network));
  return `${read} ${words.soFar(text, names[index] ?? '', percent)}`;
}

/** A row a step: norms for the page, every unit for a file. */
export function tableOf({ language }: Told, looked: Unrolled, raw: boolean): FigureTable {
  const { columns } = unrollWords[language];
  const { inner } = formats(language);
  const { network, look } = looked;
  const named = (name: string) => tensorOf(looked, name);
  const rows = look.tokens.map((token, t) => {
    const vectors = vectorsAt(network, named, t);
    const numbers = raw
      ? vectors.flatMap(({ values }) => values)
      : vectors.map(({ values }) => inner(normOf(values)));
    return [String(t + 1), printToken(token), ...numbers];
  });
  const heads = vectorsAt(network, named, 0).flatMap(({ symbol, part, values }) => {
    const label = part ? partInWords(network, part, language) : '';
    const name = label ? `${symbol} (${label})` : symbol;
    return raw ? values.map((_, unit) => columns.unit(name, String(unit + 1))) : [`‖${name}‖`];
  });
  return { columns: [columns.step, columns.token, ...heads], rows };
}
