import { describe, expect, it } from 'vitest';
import { edited, noEdits, redone, undone } from '../../web/app/instruments/clamp/edits';
import {
  clampsOf,
  everything,
  longestHolds,
  misfitOf,
  readHolds,
  writeHolds,
  type Hold,
} from '../../web/app/instruments/clamp/holds';
import { framed } from '../../web/app/instruments/clamp/framed';
import { presetOf } from '../../web/app/instruments/clamp/presets';
import { clampSchema } from '../../web/app/instruments/clamp/schema';
import { readProps } from '../../web/app/instruments/placed';
import { mostClamps } from '../../web/shared/clamped-look';
import { generator } from '../support/draws';

const shut: Hold = {
  gate: 'f',
  layer: 1,
  backward: false,
  hundredths: 0,
  units: everything,
  steps: { from: 3, to: 3 },
};
const candidate: Hold = {
  gate: 'g',
  layer: 2,
  backward: true,
  hundredths: -50,
  units: { from: 4, to: 7 },
  steps: { from: 2, to: null },
};

describe('holds in a link', () => {
  it('are short, and come back as they were', () => {
    expect(writeHolds([shut, candidate])).toBe('f1.0.all.3_g2b.-50.4-7.2-');
    expect(readHolds('f1.0.all.3_g2b.-50.4-7.2-')).toEqual([shut, candidate]);
    expect(readHolds('')).toEqual([]);
  });

  it('come back whatever they are, and the longest list has room', () => {
    const draw = generator(4);
    const span = () => {
      const from = 1 + draw.below(998);
      return [everything, { from, to: from }, { from, to: null }, { from, to: from + 1 }][
        draw.below(4)
      ]!;
    };
    for (let round = 0; round < 300; round += 1) {
      const holds = Array.from({ length: draw.below(mostClamps + 1) }, (): Hold => {
        const gate = (['i', 'f', 'g', 'o', 'r', 'z', 'n'] as const)[draw.below(7)]!;
        const hundredths = 'gn'.includes(gate) ? draw.below(201) - 100 : draw.below(101);
        const [layer, backward] = [1 + draw.below(4), draw.below(2) === 1];
        return { gate, layer, backward, hundredths, units: span(), steps: span() };
      });
      const written = writeHolds(holds);
      expect(readHolds(written)).toEqual(holds);
      expect(encodeURIComponent(written)).toBe(written);
    }
    const span999 = { from: 998, to: 999 };
    const longest = { ...candidate, hundredths: -100, units: span999, steps: span999 };
    const written = writeHolds(Array(mostClamps).fill(longest));
    expect(written.length).toBeLessThanOrEqual(longestHolds);
  });

  it('are no more than the engine can hold', () => {
    expect(readHolds(writeHolds(Array(20).fill(shut)))).toHaveLength(mostClamps);
  });

  it.each([
    'q1.0.all.3',
    'h1.0.all.3',
    'f5.0.all.3',
    'f1.101.all.3',
    'f1.-1.all.3',
    'f1.0.7-4.3',
    'f1.0.0.3',
    'f1.0.all',
    'f1.0.5.all.3',
  ])('of which one does not read lose that one: %s', (wrong) => {
    expect(readHolds(`${wrong}_f1.0.all.3`)).toEqual([shut]);
  });
});

const settings = { cell: 'lstm', layers: 1, direction: 'forward', hidden: 8 } as const;

describe('a hold and a model', () => {
  it.each([
    [shut, settings, 5, null],
    [shut, { ...settings, cell: 'gru' }, 5, 'cell'],
    [shut, { ...settings, cell: 'rnn' }, 5, 'cell'],
    [{ ...shut, layer: 2 }, settings, 5, 'layer'],
    [{ ...shut, layer: 2 }, { ...settings, layers: 2 }, 5, null],
    [{ ...shut, backward: true }, settings, 5, 'way'],
    [{ ...shut, backward: true }, { ...settings, direction: 'both' }, 5, null],
    [shut, { ...settings, direction: 'backward' }, 5, 'way'],
    [{ ...shut, units: { from: 4, to: 9 } }, settings, 5, 'units'],
    [{ ...shut, units: { from: 9, to: null } }, settings, 5, 'units'],
    [shut, settings, 2, 'steps'],
    [{ ...shut, steps: { from: 2, to: 40 } }, settings, 2, null],
  ] as const)('%j in %j, a text of %i steps: %s', (hold, model, steps, expected) => {
    expect(misfitOf(hold, model, steps)).toBe(expected);
  });

  it('that does not fit is kept, and not asked for', () => {
    const both = [candidate, { ...shut, units: { from: 2, to: 3 } }];
    expect(clampsOf(both, settings, 5)).toEqual([
      {
        gate: 'f',
        layer: 0,
        reverse: false,
        value: 0,
        units: { from: 1, end: 3 },
        steps: { from: 2, end: 3 },
      },
    ]);
    expect(clampsOf([{ ...shut, steps: everything }], settings, 5)[0]!.steps).toEqual({
      from: 0,
      end: 5,
    });
  });

  it('is framed where its layer and way are shown', () => {
    const size = { units: 8, steps: 5 };
    const here = { layer: 1, backward: false };
    expect(framed([shut, candidate], [null, null], here, size)).toEqual([
      { rows: { first: 0, last: 7 }, columns: { first: 2, last: 2 } },
    ]);
    expect(framed([shut], ['units'], here, size)).toEqual([]);
  });
});

describe('undoing', () => {
  it('goes back and forth, and a new change ends what could be done again', () => {
    let edits = edited(edited(noEdits, ''), 'a');
    const back = undone(edits, 'b')!;
    expect(back.value).toBe('a');
    expect(redone(back.edits, 'a')).toMatchObject({ value: 'b' });
    const begin = undone(back.edits, 'a')!;
    expect(begin.value).toBe('');
    expect(undone(begin.edits, '')).toBeNull();
    edits = edited(back.edits, 'a');
    expect(redone(edits, 'c')).toBeNull();
    expect(undone(edits, 'c')).toMatchObject({ value: 'a' });
  });

  it('takes a slider that was moved as one change', () => {
    let edits = edited(noEdits, 'start', '0 value');
    for (const value of ['1', '2', '3']) edits = edited(edits, value, '0 value');
    expect(undone(edits, '4')).toMatchObject({ value: 'start' });
    edits = edited(edits, '4', '1 value');
    expect(undone(edits, '5')).toMatchObject({ value: '4' });
  });
});

describe('what is ready made', () => {
  it.each([
    ['forget', 'lstm', false, 'f1.0.all.4'],
    ['forget', 'gru', false, 'z1.0.all.4'],
    ['nothing-in', 'lstm', false, 'i1.0.all.2-'],
    ['nothing-in', 'gru', false, 'z1.100.all.2-'],
    ['nothing-in', 'lstm', true, 'i1b.0.all.1-5'],
  ] as const)('%s, in %s, backwards %s: %s', (name, cell, backward, expected) => {
    expect(writeHolds([presetOf(name, { cell, layer: 1, backward, steps: 6 })!])).toBe(expected);
  });

  it('needs a gate, and two steps', () => {
    const facts = { cell: 'rnn', layer: 1, backward: false, steps: 6 } as const;
    expect(presetOf('forget', facts)).toBeNull();
    expect(presetOf('forget', { ...facts, cell: 'lstm', steps: 1 })).toBeNull();
  });
});

describe('a lesson', () => {
  const start = (written: Record<string, string>) => {
    const scene = clampSchema.sceneWith!(readProps(clampSchema.props, written));
    return { text: scene.text!.default, holds: scene.holds!.default };
  };

  it('begins with a gate held, or with none', () => {
    expect(start({})).toEqual({ text: '', holds: '' });
    const written = { text: 'maison', gate: 'g', value: '-0.5', unit: '4', lastUnit: '7' };
    expect(start(written)).toEqual({ text: 'maison', holds: 'g1.-50.4-7.all' });
    expect(start({ gate: 'i', from: '2' }).holds).toBe('i1.0.all.2-');
    expect(start({ gate: 'f', value: '-1', direction: 'backward' }).holds).toBe('f1b.0.all.all');
  });
});
