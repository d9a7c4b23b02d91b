/** Where the parts of the drawing stand: once for a wide column, once for a phone. Pure. */
import type { Point } from '../../cell-drawing/drawing';
import type { Drafting, Measures } from './drafting';
import type { Network } from './network';

export interface Space {
  /** In units of which 18 make a root em. */
  readonly width: number;
  /** Tokens of the text. */
  readonly count: number;
  /** Width of the widest token, in these units. */
  readonly token: number;
}

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** From the rail to the answer, downwards. */
export interface Chain {
  /** Boxes of the summary, the head and softmax. */
  readonly boxes: readonly [Area, Area, Area];
  /** Where the classes stand, one a row. */
  readonly list: Area & { readonly row: number };
  /** From softmax to the classes. */
  readonly last: readonly Point[];
}

/** The words on a set of weights: its mark's place. */
export interface Card extends Area {
  /** Lines of words beside it, or one. */
  readonly stacked: boolean;
}

export interface Frame {
  readonly height: number;
  /** Where a step's middle stands, by its place among those that are drawn. */
  place(index: number): Point;
  /** Where all of them lie when the network is folded. */
  readonly folded: Point;
  readonly chain: Chain;
  readonly cards: readonly Card[];
  /** Behind a step, relative to it. */
  readonly band: Area;
}

export interface Stage {
  readonly measures: Measures;
  /** Steps that there is room for. */
  readonly most: number;
  /** @param rows of them, those that stand apart: a loop needs little room */
  frame(draft: Drafting, shown: number, rows: number): Frame;
}

export const wideFrom = 640;
const row = 33;
const [boxHeight, boxGap] = [30, 26];

export const stageOf = (network: Network, space: Space): Stage =>
  space.width >= wideFrom ? wideStage(network, space) : narrowStage(network, space);

const isTwo = ({ output, hidden }: Network): boolean => output > hidden;

function boxesFrom(x: number, y: number, width: number): Chain['boxes'] {
  const at = (index: number): Area => ({
    ...{ x, y: y + index * (boxHeight + boxGap), width },
    height: boxHeight,
  });
  return [at(0), at(1), at(2)];
}

/** For a line under the classes. */
const noteHeight = 18;
const cardsWidth = 112;
const listWidth = 172;

function wideStage(network: Network, { width, count }: Space): Stage {
  const rows = network.parts.length;
  const two = isTwo(network);
  const cell = [two ? 42 : 48, rows > 4 ? 26 : rows > 1 ? 34 : 40] as const;
  const shift = two ? 14 : 0;
  const gap = rows > 4 ? 22 : rows > 2 ? 30 : rows > 1 ? 42 : 66;
  const ahead = network.parts.some(({ reverse }) => reverse) ? 46 : 38;
  const [left, right] = [cardsWidth + 44, width - listWidth - ahead];
  const least = cell[0] + 2 * shift + (two ? 2 : 22);
  const most = Math.max(1, Math.floor((right - left) / least));
  const pitch = Math.min((right - left) / Math.max(1, Math.min(count, most)), 104);
  const measures: Measures = {
    ...{ orientation: 'wide', pitch, token: 22, embedding: [36, 18], cell, gap, shift },
    inner: two ? 18 : gap,
  };
  const railY = 22;
  return {
    measures,
    most,
    frame(draft, shown) {
      const y = railY + draft.rail;
      const x = width - listWidth;
      const boxes = boxesFrom(x + 20, railY - boxHeight / 2, listWidth - 40);
      const bottom = boxes[2].y + boxHeight;
      const middle = x + listWidth / 2;
      const list = { x, y: bottom + boxGap, width: listWidth, height: row * network.classes, row };
      const from = left + pitch * 0.5;
      return {
        height: Math.max(y + 10, list.y + list.height + noteHeight),
        place: (index) => ({ x: from + pitch * index, y }),
        folded: { x: from + (pitch * (Math.min(shown, 4) - 1)) / 2, y },
        chain: {
          ...{ boxes, list },
          last: [
            { x: middle, y: bottom },
            { x: middle, y: list.y - 4 },
          ],
        },
        cards: [
          { x: 0, y: y - draft.embeddingDepth - 9, width: 16, height: 18, stacked: false },
          ...draft.depths.map((depth) => {
            return { x: 0, y: y - depth - cell[1] / 2, width: 16, height: cell[1], stacked: true };
          }),
        ],
        band: { x: -pitch / 2, y: -draft.rail + 8, width: pitch, height: draft.rail },
      };
    },
  };
}

const cardLine = 20;

function narrowStage(network: Network, { width, token }: Space): Stage {
  const rows = network.parts.length;
  const two = isTwo(network);
  const gap = rows > 4 ? 9 : rows > 2 ? 14 : rows > 1 ? 26 : 40;
  const backwards = network.parts.some(({ reverse }) => reverse);
  const inner = two ? Math.min(gap, 14) : gap;
  const tokens = Math.max(22, Math.min(token, rows > 2 ? 64 : 92));
  const between = two ? (rows / 2) * inner + (rows / 2 - 1) * gap : (rows - 1) * gap;
  const room = width - 34 - (tokens + 8 + 22 + gap) - between;
  const cell = [two ? 24 : 32, Math.max(9, Math.min(72, room / rows))] as const;
  const shift = two ? 9 : 0;
  const pitch = 54;
  const measures: Measures = {
    ...{
      orientation: 'narrow',
      pitch,
      token: tokens,
      embedding: [22, 22],
      cell,
      gap,
      inner,
      shift,
    },
  };
  const begin = cardLine * network.sets.length + 26;
  return {
    measures,
    most: 8,
    frame(draft, _, drawn) {
      const end = begin + pitch * drawn + (backwards ? 34 : 16);
      const boxWidth = 84;
      const x = width - boxWidth;
      const boxes = boxesFrom(x, end, boxWidth);
      const y = boxes[2].y + boxHeight / 2;
      const listRight = x - 28;
      const height = row * network.classes;
      const listY = Math.max(end, y - height / 2);
      return {
        height: Math.max(boxes[2].y + boxHeight, listY + height + noteHeight) + 4,
        place: (index) => ({ x: 0, y: begin + pitch * (index + 0.5) }),
        // The loop of what reads backwards rises above its cell.
        folded: { x: 0, y: begin + pitch * 0.5 + (backwards ? 14 : 0) },
        chain: {
          boxes,
          list: { x: 0, y: listY, width: listRight, height, row },
          last: [
            { x, y },
            { x: listRight + 4, y },
          ],
        },
        cards: network.sets.map((_, index) => {
          return { x: 0, y: index * cardLine, width: 18, height: 14, stacked: false };
        }),
        band: { x: -2, y: -pitch / 2, width: draft.rail, height: pitch },
      };
    },
  };
}
