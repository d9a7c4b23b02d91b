import { beforeEach, describe, expect, it } from 'vitest';
import type { Address } from '../../web/app/scene/address';
import { Journey } from '../../web/app/scene/journey';
import type { Placed } from '../../web/app/scene/link';
import { choice, defaultsOf, integer } from '../../web/app/scene/schema';
import { SceneStore } from '../../web/app/scene/store.svelte';

const scene = { cell: choice(['rnn', 'gru'], 'rnn'), hidden: integer(1, 64, 8) };
const placed: Placed[] = ['race-1', 'race-2'].map((id) => ({
  id,
  scene,
  controls: ['settings', 'menu'],
  start: { ...defaultsOf(scene), hidden: id === 'race-2' ? 16 : 8 },
  hidden: new Set(id === 'race-2' ? ['settings'] : []),
}));
const versions = { data: '00000001', engine: '00000002' };

/** An address bar with a history, as a browser has them. */
class Bar implements Address {
  entries: string[];
  at = 0;
  replaced = 0;
  #tell: (followed: boolean) => void = () => undefined;

  constructor(hash: string) {
    this.entries = [hash];
  }
  hash = (): string => this.entries[this.at]!;
  with = (hash: string): string => `https://example.org/fr/x/${hash}`;
  replace(hash: string): void {
    this.entries[this.at] = hash;
    this.replaced += 1;
  }
  back = (): void => this.go(-1);
  listen(tell: (followed: boolean) => void): () => void {
    this.#tell = tell;
    return () => undefined;
  }
  /** A link of the page is followed. */
  follow(hash: string): void {
    if (hash !== this.hash()) {
      this.entries.splice(this.at + 1, Infinity, hash);
      this.at += 1;
    }
    this.#tell(true);
  }
  /** The reader's own back and forward. */
  go(steps: number): void {
    this.at += steps;
    this.#tell(false);
  }
}

let bar: Bar;
let store: SceneStore;
const open = (hash = ''): void => {
  bar = new Bar(hash);
  store = new SceneStore(placed, versions, bar);
  store.start();
};
const cells = (): unknown[] => placed.map(({ id }) => store.scene(id)['cell']);
beforeEach(() => open());

describe('the scenes of a page', () => {
  it('start where the lesson starts them, or where the address says', () => {
    expect(store.scene('race-2')).toEqual({ cell: 'rnn', hidden: 16 });
    open('#race-2=cell:gru&only=race-2&hide=race-1.settings');
    expect(store.scene('race-2')).toEqual({ cell: 'gru', hidden: 16 });
    expect(store.only).toBe('race-2');
    expect(['race-1', 'race-2'].map((id) => store.hides(id, 'settings'))).toEqual([true, true]);
    expect(store.hides('race-1', 'menu')).toBe(false);
    expect(store.foreign).toEqual([]);
    expect(store.followed).toBeNull();
  });

  it('change without a trace in the address or its history', () => {
    store.set('race-1', { cell: 'gru' });
    store.of('race-1').set({ hidden: 9 });
    expect(store.of('race-1').value).toEqual({ cell: 'gru', hidden: 9 });
    expect([bar.entries, bar.replaced]).toEqual([[''], 0]);
  });

  it('refuse what the schema does not take, by name', () => {
    expect(() => store.set('race-1', { hidden: 65 })).toThrow(/'race-1' takes no hidden = 65/);
    expect(() => store.set('race-1', { size: 1 })).toThrow(/takes no size = 1/);
    expect(() => store.set('race-9', {})).toThrow(/No instrument 'race-9'.*race-1, race-2/);
  });

  it('make a link that opens the same page, and put it in place of the address', () => {
    store.set('race-1', { cell: 'gru' });
    store.set('race-2', { hidden: 8 });
    const handle = store.of('race-2');
    expect(handle.link()).toBe(
      'https://example.org/fr/x/#race-2&v=1&data=00000001&engine=00000002&race-1=cell:gru&race-2=hidden:8',
    );
    handle.show();
    expect([bar.entries.length, bar.replaced]).toEqual([1, 1]);
    const [first, second] = placed.map(({ id }) => store.scene(id));
    open(bar.hash());
    expect(placed.map(({ id }) => store.scene(id))).toEqual([first, second]);
    expect(store.section).toBe('race-2');
  });

  it.each([
    ['#data=00000009', ['data']],
    ['#engine=00000009&data=00000001', ['engine']],
    ['#engine=00000009&data=00000009', ['data', 'engine']],
  ])('say of %s what differs', (hash, foreign) => {
    open(hash);
    expect(store.foreign).toEqual(foreign);
  });

  it('leave one instrument alone for the page, and the address says so', () => {
    open('#race-1&v=1&only=race-1&hide=race-1.menu');
    store.showAll();
    expect(store.only).toBeNull();
    expect(store.hides('race-1', 'menu')).toBe(true);
    expect(bar.hash()).toBe('#race-1&v=1&data=00000001&engine=00000002&hide=race-1.menu');
  });
});

describe('a link of the lesson', () => {
  it('sets its instrument from where it starts, and leaves the others', () => {
    store.set('race-1', { hidden: 30 });
    store.set('race-2', { hidden: 40 });
    bar.follow('#race-1=cell:gru');
    expect(store.scene('race-1')).toEqual({ cell: 'gru', hidden: 8 });
    expect(store.scene('race-2')['hidden']).toBe(40);
    expect(store.followed?.ids).toEqual(['race-1']);
  });

  it('is undone by the button, and by going back', () => {
    store.set('race-1', { hidden: 30 });
    for (const undo of [() => store.undo(), () => bar.go(-1)]) {
      bar.follow('#race-1=cell:gru');
      undo();
      expect(store.scene('race-1')).toEqual({ cell: 'rnn', hidden: 30 });
      expect([bar.hash(), store.followed]).toEqual(['', null]);
    }
    bar.go(1);
    expect(store.scene('race-1')).toEqual({ cell: 'gru', hidden: 8 });
  });

  it('is no longer offered to be undone once its instrument was changed by hand', () => {
    bar.follow('#race-1=cell:gru');
    store.set('race-2', { hidden: 5 });
    expect(store.followed).not.toBeNull();
    store.set('race-1', { hidden: 5 });
    expect(store.followed).toBeNull();
  });

  it('sets again when it is followed once more, and that too can be undone', () => {
    bar.follow('#race-1=cell:gru');
    store.set('race-1', { hidden: 5 });
    bar.follow('#race-1=cell:gru');
    expect(store.scene('race-1')['hidden']).toBe(8);
    store.undo();
    expect(store.scene('race-1')).toEqual({ cell: 'gru', hidden: 5 });
    expect(bar.entries).toEqual(['', '#race-1=cell:gru']);
  });

  it('survives walks to other sections, and is undone on the way back past it', () => {
    bar.follow('#sum');
    bar.follow('#race-1=cell:gru');
    bar.follow('#sum');
    expect(cells()).toEqual(['gru', 'rnn']);
    bar.follow('#race-2=cell:gru');
    bar.go(-2);
    expect(cells()).toEqual(['gru', 'rnn']);
    bar.go(-1);
    expect(cells()).toEqual(['rnn', 'rnn']);
    bar.go(3);
    expect(cells()).toEqual(['gru', 'gru']);
  });

  it('that is wrong in part says so, until the next', () => {
    bar.follow('#race-1=cell:lstm');
    expect(store.problems.map(({ kind }) => kind)).toEqual(['value']);
    bar.follow('#sum');
    expect(store.problems).toEqual([]);
  });

  it('typed into the address bar counts as one', () => {
    bar.entries.push('#race-1=cell:gru');
    bar.go(1);
    expect(cells()).toEqual(['gru', 'rnn']);
    store.undo();
    expect(cells()).toEqual(['rnn', 'rnn']);
  });
});

it('a journey knows a place that stands twice by which is nearer', () => {
  const journey = new Journey<number>('#a');
  journey.go('#b', { before: 0, after: 1 });
  journey.go('#a', null);
  journey.go('#c', { before: 1, after: 2 });
  expect(journey.travel('#a')).toBe(1);
  expect(journey.travel('#b')).toBeNull();
  expect(journey.travel('#a')).toBe(0);
  expect(journey.travel('#lost')).toBeUndefined();
  expect(journey.hash).toBe('#a');
  journey.go('#d', null);
  expect(journey.hash).toBe('#d');
  expect(journey.travel('#c')).toBeUndefined();
});
