/** What the drawing of the answers shows, in sentences and as a table. Pure. */
import type { Unit } from '../../../shared/data-info';
import type { Language } from '../../../shared/lesson';
import { formats } from '../../format';
import type { FigureTable } from '../../figure/table';
import { strings } from '../../i18n';
import { ownTextWords } from '../../i18n/own-text';
import { tryWords } from '../../i18n/try';
import { isolated, leaning } from '../../lab/word-figure';
import { printToken, printTokens } from '../tokens';
import {
  answerBefore,
  answerNow,
  mostMoved,
  pointsBetween,
  turns,
  type AnsweredToken,
} from './answers';

export interface Told {
  readonly language: Language;
  readonly unit: Unit;
  /** The answer is that of one token, once all are read. */
  readonly marked: boolean;
  /** The classes as the page calls them. */
  readonly names: readonly string[];
}

export interface ToldModel {
  /** Null where there is but one. */
  readonly name: string | null;
  /** Null where before and after do not read as the same tokens. */
  readonly tokens: readonly AnsweredToken[] | null;
}

const quotedIn =
  ({ language }: Told) =>
  (token: string): string =>
    isolated(ownTextWords[language].quoted(token));

const listed = (told: Told, tokens: readonly string[]): string =>
  tokens.map((token) => quotedIn(told)(printToken(token))).join(', ');

/** A difference of shares in points, with its sign. */
export function pointsInWords(
  language: Language,
  before: number,
  now: number,
  decimals: 0 | 1,
): string {
  const points = pointsBetween(before, now, decimals);
  const size = Math.abs(points);
  const sign = points === 0 ? '' : points > 0 ? '+' : '−';
  return tryWords[language].points(sign + formats(language).setting(size), size);
}

/** The text up to a token, without what is taken out of it. */
function upTo(told: Told, tokens: readonly AnsweredToken[], place: number): string {
  const read = tokens.slice(0, place + 1).filter(({ gone }) => !gone);
  return quotedIn(told)(
    printTokens(
      read.map(({ token }) => token),
      told.unit,
    ),
  );
}

export function summaryOf(told: Told, models: readonly ToldModel[]): string {
  const words = tryWords[told.language];
  return models
    .map(({ name, tokens }) => {
      const sentence = tokens ? sentenceOf(told, tokens) : words.otherwise;
      return name === null ? sentence : words.of(name, sentence);
    })
    .join(' ');
}

function sentenceOf(told: Told, tokens: readonly AnsweredToken[]): string {
  const words = tryWords[told.language];
  const before = answerBefore(tokens, told.marked);
  const now = answerNow(tokens, told.marked);
  const asked = tokens.find((each) => each.asked);
  if (told.marked && !asked) return strings(told.language).word.noPlace;
  if (!now) {
    if (!before) return '';
    return asked ? words.askedGone(listed(told, [asked.token])) : words.nothingLeft;
  }
  return before ? moveSentence(told, tokens, before, now) : answerSentence(told, tokens, now);
}

const mostTurns = 4;

function answerSentence(told: Told, tokens: readonly AnsweredToken[], now: readonly number[]) {
  const words = tryWords[told.language];
  const { index, share } = leaning(now);
  const percent = formats(told.language).certainty(share);
  const asked = tokens.find((each) => each.asked);
  if (asked) return words.answerAt(listed(told, [asked.token]), told.names[index] ?? '', percent);
  const answer = words.answer(
    upTo(told, tokens, tokens.length - 1),
    told.names[index] ?? '',
    percent,
  );
  const turned = turns(tokens);
  if (turned.length === 0) return answer;
  const shown = listed(
    told,
    turned.slice(0, mostTurns).map((place) => tokens[place]!.token),
  );
  const all = turned.length > mostTurns ? `${shown}, …` : shown;
  return `${answer} ${words.turned(all, turned.length)}`;
}

function moveSentence(
  told: Told,
  tokens: readonly AnsweredToken[],
  before: readonly number[],
  now: readonly number[],
): string {
  const words = tryWords[told.language];
  const { certainty } = formats(told.language);
  const moves = before
    .map((share, side) => {
      // Of two classes that change places, rounding must not choose which is told.
      const size = Number(Math.abs(now[side]! - share).toFixed(5));
      return { side, share, now: now[side]!, size };
    })
    .filter(({ size }) => size >= 0.005)
    .sort((one, other) => other.size - one.size)
    // Of two classes, one gains what the other loses.
    .slice(0, told.names.length === 2 ? 1 : undefined)
    .map((move) =>
      words.moved(
        told.names[move.side] ?? '',
        certainty(move.share),
        certainty(move.now),
        pointsInWords(told.language, move.share, move.now, 1),
      ),
    );
  const gone = listed(
    told,
    tokens.filter((each) => each.gone).map(({ token }) => token),
  );
  const [was, is] = [leaning(before).index, leaning(now).index].map(
    (side) => told.names[side] ?? '',
  );
  const most = mostMoved(tokens);
  const asked = tokens.find((each) => each.asked);
  const answered = asked ? tokens.indexOf(asked) : tokens.length - 1;
  const further = most && pointsBetween(most.before, most.now, 0) !== 0 && most.place !== answered;
  const moved = moves.length > 0 ? moves.join('\u202f; ') : words.unmoved;
  return [
    asked ? words.withoutAt(gone, listed(told, [asked.token]), moved) : words.without(gone, moved),
    was === is ? words.stays(is!) : words.becomes(was!, is!),
    further
      ? words[told.marked ? 'mostAt' : 'mostAfter'](
          told.marked ? listed(told, [tokens[most.place]!.token]) : upTo(told, tokens, most.place),
          told.names[most.side] ?? '',
          pointsInWords(told.language, most.before, most.now, 1),
        )
      : '',
  ]
    .join(' ')
    .trim();
}

/** One place of the drawing: all classes after that token, the chosen one first. */
export function placeInWords(
  told: Told,
  models: readonly ToldModel[],
  place: number,
  chosen: number,
): string {
  const words = tryWords[told.language];
  const { certainty } = formats(told.language);
  const order = [chosen, ...told.names.map((_, side) => side).filter((side) => side !== chosen)];
  return models
    .map(({ name, tokens }) => {
      const here = tokens?.[place];
      if (!tokens || !here) return '';
      if (!here.now) return words.takenOut(listed(told, [here.token]));
      const { before, now } = here;
      const answers = order.map((side) => {
        const label = told.names[side] ?? '';
        const share = certainty(now[side] ?? 0);
        if (!before) return words.share(label, share);
        return words.moved(
          label,
          certainty(before[side]!),
          share,
          pointsInWords(told.language, before[side]!, now[side]!, 1),
        );
      });
      const said = told.marked
        ? words.at(listed(told, [here.token]), answers.join(', '))
        : words.after(upTo(told, tokens, place), answers.join(', '));
      return name === null ? said : words.of(name, said);
    })
    .join(' ');
}

/** A row a token; typeset for the page, or raw for a file. */
export function tableOf(told: Told, models: readonly ToldModel[], raw: boolean): FigureTable {
  const { columns } = tryWords[told.language];
  const { certainty } = formats(told.language);
  const first = models.find(({ tokens }) => tokens)?.tokens ?? [];
  const cut = first.some(({ before }) => before !== null);
  const heads = models.flatMap(({ name }) =>
    told.names.flatMap((label) => {
      const full = name === null ? label : `${name}\u202f: ${label}`;
      return cut ? [columns.before(full), full] : [full];
    }),
  );
  const number = (share: number | undefined) =>
    share === undefined ? null : raw ? share : certainty(share);
  const rows = first.map(({ token, known, gone }, place) => [
    printToken(token),
    gone ? columns.gone : known ? columns.yes : columns.no,
    ...models.flatMap(({ tokens }) => {
      const here = tokens?.[place];
      return told.names.flatMap((_, side) => {
        const now = number(here?.now?.[side]);
        return cut ? [number(here?.before?.[side]), now] : [now];
      });
    }),
  ]);
  return { columns: [columns.token, columns.known, ...heads], rows };
}
