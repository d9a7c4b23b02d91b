import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../web/shared/settings';
import type { RunSettings } from '../../web/shared/protocol';
import { hatching } from '../../web/app/instruments/unroll/hatching';
import { hasRead, networkOf, type Network } from '../../web/app/instruments/unroll/network';
import { layOut, type Layout, type Place } from '../../web/app/instruments/unroll/unroll-layout';
import { outside, overlaps, textRect, type Rect } from '../support/boxes';

const networkWith = (settings: Partial<RunSettings>, classes = 2): Network =>
  networkOf({ ...defaultSettings, dataset: 'negation-en', ...settings }, classes)!;

const moved = (place: Place, rect: Rect): Rect => ({
  ...rect,
  x: rect.x + place.x,
  y: rect.y + place.y,
});

/** What is drawn as boxes and words; lines may cross. */
function rectsOf(network: Network, layout: Layout, token: string): Rect[] {
  const { column, chain, cards } = layout;
  const drawn = layout.places.filter(({ unseen }) => !unseen);
  const steps = drawn.flatMap((place, index) => {
    const sizes = column.sizes.filter(({ on, part }) => {
      const coming = part === null ? [] : place.coming[part]!;
      if (on === 'loop' || on === 'fold') return coming.includes(on);
      return (on === 'first' ? 0 : 1) === index && (part === null || coming.includes('step'));
    });
    const before = place.coming.flatMap((ways, part) => {
      if (ways.includes('more')) {
        const { at, anchor } = column.more[part]!;
        return [textRect(`more ${part}`, '…', 13, at, anchor)];
      }
      if (!ways.includes('start')) return [];
      return column.before[part]!.map(({ at, anchor, symbol }) =>
        textRect(`start ${part}`, symbol ? `${symbol} = 0` : '0', 11, at, anchor),
      );
    });
    return [
      ...column.boxes.map((box, set) => ({ ...box, name: `box ${set} of ${place.step}` })),
      textRect(`token of ${place.step}`, token, 16, column.token.at, column.token.anchor),
      ...sizes.map(({ text, at, anchor, on }) => textRect(`size ${on}`, text, 11, at, anchor)),
      ...before,
    ].map((rect) => moved(place, rect));
  });
  const words = cards.map(({ x, y, width, height, stacked }, index) => {
    const lines = network.sets[index]!.part
      ? ['couche 2, retour', 'W 128 × 64', 'U 128 × 32']
      : ['plongement · E 186'];
    const text = stacked ? 14 * lines.length : 12;
    const most = stacked ? lines[0]! : lines.join(' · ');
    const at = textRect(`card ${index}`, most, 12, { x: x + width + 8, y: 0 });
    return { ...at, y: y + height / 2 - text / 2 + 1, height: text - 2 };
  });
  const list = { ...chain.list, name: 'classes' };
  return [
    ...steps,
    ...words,
    ...chain.boxes.map((box, i) => ({ ...box, name: `chain ${i}` })),
    list,
  ];
}

const nets = (['rnn', 'lstm'] as const).flatMap((cell) =>
  (['forward', 'backward', 'both'] as const).flatMap((direction) =>
    [1, 2, 3, 4].map((layers) => ({ cell, direction, layers })),
  ),
);

describe.each(nets)('$cell, $direction, layers: $layers', ({ cell, direction, layers }) => {
  const network = networkWith({ cell, direction, layers }, 6);
  const views = [315, 340, 570, 660, 837].flatMap((width) =>
    [1, 2, 6, 40].flatMap((count) =>
      [0, 1, 3, 999].flatMap((open) =>
        [null, 0, count - 1].map((at) => ({ width, count, open, at, first: 0, token: 66 })),
      ),
    ),
  );

  it('lies inside, and no box or word on another, however folded', () => {
    for (const view of views) {
      const layout = layOut(network, view);
      const rects = rectsOf(network, layout, layout.wide ? 'fade' : 'soupe');
      const say = JSON.stringify(view);
      expect(overlaps(rects), say).toEqual([]);
      expect(outside(rects, layout.width, layout.height + 2), say).toEqual([]);
    }
  });

  it('draws the step of the walk, and as many others as fit', () => {
    for (const view of views) {
      const { places, before, after } = layOut(network, view);
      const drawn = places.filter(({ unseen }) => !unseen);
      expect(before + places.length + after).toBe(view.count);
      if (view.open === 0) expect(drawn).toHaveLength(1);
      else if (view.at === null || view.at < view.open) {
        const last = Math.min(view.open, view.count);
        expect(drawn.length).toBe(Math.min(last - before, places.length));
      }
      if (view.at !== null && (view.open === 0 || view.at < view.open)) {
        expect(drawn.map(({ step }) => step)).toContain(view.at);
      }
    }
  });

  it('shows one set of weights at every step by one hatching, and others by others', () => {
    const { boxes } = layOut(network, views[0]!).column;
    expect(boxes.map(({ set }) => set)).toEqual(network.sets.map((_, index) => index));
    const area = { x: 0, y: 0, width: 40, height: 12 };
    const kinds = network.sets.map((_, index) => hatching(index, area));
    expect(new Set(kinds).size).toBe(kinds.length);
  });
});

describe('the way of the states', () => {
  const comingOf = (settings: Partial<RunSettings>, open: number) => {
    const network = networkWith(settings);
    const view = { width: 837, count: 4, open, at: null, first: 0, token: 40 };
    return layOut(network, view)
      .places.filter(({ unseen }) => !unseen)
      .map(({ coming }) => coming);
  };

  it('begins with nothing, goes from step to step, and backwards from the end', () => {
    expect(comingOf({}, 999)).toEqual([[['start']], [['step']], [['step']], [['step']]]);
    expect(comingOf({ direction: 'backward' }, 999)).toEqual([
      [['step']],
      [['step']],
      [['step']],
      [['start']],
    ]);
  });

  it('is a loop where the network is folded, and for what is not yet unfolded', () => {
    expect(comingOf({}, 0)).toEqual([[['fold']]]);
    expect(comingOf({}, 2)).toEqual([[['start']], [['step', 'loop']]]);
  });

  it('leads arrows into the box that reads them: backwards from the right', () => {
    const arrow = (direction: RunSettings['direction']) => {
      const network = networkWith({ direction });
      const { column } = layOut(network, {
        width: 837,
        count: 4,
        open: 9,
        at: null,
        first: 0,
        token: 40,
      });
      const [from, to] = column.coming.step[0]![0]!.points;
      const box = column.boxes[1]!;
      return { from: from!.x, to: to!.x, left: box.x, right: box.x + box.width };
    };
    const forward = arrow('forward');
    expect(forward.from).toBeLessThan(forward.to);
    expect(forward.to).toBeCloseTo(forward.left, 6);
    const backward = arrow('backward');
    expect(backward.from).toBeGreaterThan(backward.to);
    expect(backward.to).toBeCloseTo(backward.right, 6);
  });

  it('carries c beside h in an LSTM alone', () => {
    const states = (cell: RunSettings['cell']) =>
      layOut(networkWith({ cell }), {
        width: 837,
        count: 4,
        open: 9,
        at: null,
        first: 0,
        token: 40,
      }).column.coming.step[0]!.map(({ symbol }) => symbol);
    expect(states('lstm')).toEqual(['h', 'c']);
    expect(states('gru')).toEqual(['h']);
  });
});

describe('the summary', () => {
  const users = (settings: Partial<RunSettings>) =>
    layOut(networkWith(settings), {
      width: 837,
      count: 4,
      open: 999,
      at: null,
      first: 0,
      token: 40,
    }).places.map(({ outs }) => outs);

  it('takes the last state of a direction, in its own order, or the mean of all', () => {
    expect(users({})).toEqual([[false], [false], [false], [true]]);
    expect(users({ direction: 'backward' })).toEqual([[true], [false], [false], [false]]);
    expect(users({ direction: 'both' })).toEqual([
      [false, true],
      [false, false],
      [false, false],
      [true, false],
    ]);
    expect(users({ summary: 'mean' })).toEqual([[true], [true], [true], [true]]);
  });

  it('is every step by itself in marked data, and the walk shows which is read', () => {
    const settings = { ...defaultSettings, dataset: 'look-ahead-en' };
    const network = networkOf(settings, 2, true)!;
    const view = { width: 837, count: 4, open: 999, first: 0, token: 40 };
    expect(layOut(network, { ...view, at: null }).places.map(({ outs }) => outs)).toEqual(
      Array(4).fill([true]),
    );
    const { rails, places } = layOut(network, { ...view, at: 2 });
    expect(rails.map(({ kind }) => kind)).toEqual(['whole', 'here']);
    expect(rails[1]!.points[0]!.x).toBeCloseTo(places[2]!.x, 6);
  });
});

it('the walk moves what is drawn no further than it must', () => {
  const network = networkWith({});
  const view = { width: 837, count: 40, open: 999, token: 40 };
  const shown = layOut(network, { ...view, at: null, first: 0 }).places.length;
  expect(layOut(network, { ...view, at: shown - 1, first: 0 }).before).toBe(0);
  expect(layOut(network, { ...view, at: shown, first: 0 }).before).toBe(1);
  expect(layOut(network, { ...view, at: 5, first: 9 }).before).toBe(5);
});

it('knows what each direction has read', () => {
  const [forward, backward] = networkWith({ direction: 'both' }).parts;
  expect([0, 1, 2].map((step) => hasRead(forward!, step, 1))).toEqual([true, true, false]);
  expect([0, 1, 2].map((step) => hasRead(backward!, step, 1))).toEqual([false, true, true]);
});

it('a bag has nothing to unroll', () => {
  expect(networkOf({ ...defaultSettings, dataset: 'x', cell: 'bag' }, 2)).toBeNull();
});
