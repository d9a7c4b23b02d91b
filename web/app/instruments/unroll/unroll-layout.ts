/** The network over a text: which steps are drawn, how each gets its states, and the rail. Pure. */
import type { Point } from '../../cell-drawing/drawing';
import { planColumn, type Column } from './column';
import { Drafting } from './drafting';
import { stageOf, type Frame, type Space } from './frame';
import type { Network } from './network';
import type { Coming } from './states';

export interface View extends Space {
  /** Steps that are unfolded, from the first; 0: the network is a loop. */
  readonly open: number;
  /** The step where the walk along time stands, from 0; null: nowhere. */
  readonly at: number | null;
  /** The first step that was drawn so far: what is drawn moves no more than it must. */
  readonly first: number;
}

export interface Place extends Point {
  readonly step: number;
  /** Not unfolded: it lies on another, unseen. */
  readonly unseen: boolean;
  /** One list a part: a step can come from the one before, and still be a loop for the rest. */
  readonly coming: readonly (readonly Coming[])[];
  /** Which of the column's ways up to the rail are in use. */
  readonly outs: readonly boolean[];
}

export interface Rail {
  readonly points: readonly Point[];
  /**
   * `cut`: it comes from steps that are not drawn; `if`: it would be read, if the text ended
   * there; `here`: it is, of all steps.
   */
  readonly kind: 'whole' | 'cut' | 'if' | 'here';
}

export interface Layout extends Frame {
  readonly wide: boolean;
  readonly width: number;
  readonly column: Column;
  readonly places: readonly Place[];
  readonly rails: readonly Rail[];
  /** Steps before and after those that are drawn. */
  readonly before: number;
  readonly after: number;
}

export function layOut(network: Network, view: View): Layout {
  const stage = stageOf(network, view);
  const draft = new Drafting(network, stage.measures);
  const { first, shown } = windowOf(view, stage.most);
  const seen = seenSteps(view, first, shown);
  const frame = stage.frame(draft, shown, rowsOf(view, seen));
  const places = Array.from({ length: shown }, (_, index): Place => {
    const step = first + index;
    const unseen = step < seen.from || step > seen.to;
    const stands = Math.min(Math.max(step, seen.from), seen.to) - first;
    return {
      ...{ step, unseen, ...(view.open === 0 ? frame.folded : frame.place(stands)) },
      coming: network.parts.map(({ reverse }) => comingOf(view, step, reverse, seen)),
      outs: outsOf(network, view, step, seen),
    };
  });
  return {
    ...frame,
    ...{ wide: draft.wide, width: view.width, column: planColumn(draft), places },
    rails: railsOf(draft, view, frame, places),
    before: first,
    after: view.count - first - shown,
  };
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** As many steps as there is room for, with the one where the walk stands. */
function windowOf(view: View, most: number): { first: number; shown: number } {
  const { count, open, at } = view;
  const shown = Math.min(count, most);
  const wanted = at ?? (open > 0 && open < count ? open - 1 : null);
  let { first } = view;
  if (wanted !== null) first = Math.max(Math.min(first, wanted), wanted - shown + 1);
  return { first: Math.max(0, Math.min(first, count - shown)), shown };
}

/** The steps that are drawn apart; folded, it is the one of the walk alone. */
function seenSteps({ count, open, at }: View, first: number, shown: number): Stretch {
  if (open === 0) {
    const step = Math.min(Math.max(at ?? 0, first), Math.max(first, first + shown - 1));
    return { from: step, to: step };
  }
  return { from: first, to: Math.max(first, Math.min(first + shown, open, count) - 1) };
}

/** Rows that a drawing from top to bottom needs: a loop hangs below its step. */
const rowsOf = ({ count, open }: View, { from, to }: Stretch): number =>
  to - from + 1 + (open < count ? 1 : 0);

function comingOf(view: View, step: number, reverse: boolean, seen: Stretch): readonly Coming[] {
  if (view.open === 0) return ['fold'];
  const end = reverse ? view.count - 1 : 0;
  const edge = reverse ? seen.to : seen.from;
  const from: Coming = step === end ? 'start' : step === edge ? 'more' : 'step';
  const folds = view.open < view.count && step === view.open - 1;
  if (!folds) return [from];
  // What lies ahead is still one loop; read backwards, it is where the states come from.
  return reverse ? ['more'] : [from, 'loop'];
}

/** The step whose state the summary takes, for a part that reads that way. */
function lastRead({ count, open }: View, reverse: boolean, seen: Stretch): number {
  if (open === 0) return seen.from;
  if (reverse) return 0;
  return open < count ? open - 1 : count - 1;
}

const topWays = ({ parts, output, hidden }: Network): boolean[] =>
  parts.slice(output > hidden ? -2 : -1).map(({ reverse }) => reverse);

function outsOf(network: Network, view: View, step: number, seen: Stretch): boolean[] {
  return topWays(network).map(
    (reverse) => network.summary !== 'last' || step === lastRead(view, reverse, seen),
  );
}

/** From the steps that the summary reads to its box, one a direction of the top layer. */
function railsOf(draft: Drafting, view: View, { chain }: Frame, places: readonly Place[]): Rail[] {
  const { network, wide } = draft;
  const mean = network.summary !== 'last';
  const ways = topWays(network);
  const [summary] = chain.boxes;
  const drawn = places.filter(({ unseen }) => !unseen);
  const line = (begin: Point, kind: Rail['kind']): Rail => {
    const middle = summary.y + summary.height / 2;
    if (wide) return { points: [begin, { x: summary.x, y: begin.y }], kind };
    if (begin.x > summary.x - 8) return { points: [begin, { x: begin.x, y: summary.y }], kind };
    const bend = { x: begin.x, y: middle };
    return { points: [begin, bend, { x: summary.x, y: middle }], kind };
  };
  const above = ({ x, y }: Point, reverse: boolean): Point => {
    const side = ways.length > 1 ? (reverse ? 1 : -1) * draft.measures.shift : 0;
    const out = draft.point([side, draft.railOf(reverse)]);
    return { x: x + out.x, y: y + out.y };
  };
  const rails = ways.flatMap((reverse, index): Rail[] => {
    const users = drawn.filter(({ outs }) => outs[index]);
    const from = users[0] ?? (reverse && !mean ? drawn[0] : drawn.at(-1));
    if (!from) return [];
    const begin = above(from, reverse);
    if (users.length === 0) return [line(beyond(draft, begin, reverse), 'cut')];
    const all = !mean || view.open === 0 || drawn.length >= Math.min(view.count, view.open);
    return [line(begin, all ? 'whole' : 'cut')];
  });
  const here = drawn.find(({ step }) => step === view.at);
  if (!here || view.open === 0) return rails;
  if (network.summary === 'each') {
    return [...rails, ...ways.map((reverse) => line(above(here, reverse), 'here'))];
  }
  if (mean || ways.length > 1 || here.outs[0]) return rails;
  const out = planned(draft, here, ways[0]!);
  return [...rails, line(above(here, ways[0]!), 'if'), { points: out, kind: 'if' }];
}

/** From the top of a step's own box to the rail. */
function planned(draft: Drafting, { x, y }: Point, reverse: boolean): Point[] {
  const top = draft.depths.at(-1)! + draft.measures.cell[1] / 2;
  return [top, draft.railOf(reverse)].map((depth) => {
    const out = draft.point([0, depth]);
    return { x: x + out.x, y: y + out.y };
  });
}

/** A rail that comes from beyond the steps that are drawn begins past the last of them. */
function beyond(draft: Drafting, { x, y }: Point, reverse: boolean): Point {
  const off = draft.measures.pitch * (reverse ? -0.45 : 0.45);
  return draft.wide ? { x: x + off, y } : { x, y: y + off };
}
