import { describe, expect, it } from 'vitest';
import { datasets } from '../../web/shared/datasets';
import { defaultSettings } from '../../web/shared/settings';
import { labSchema } from '../../web/app/instruments/lab/schema';
import { placedOf } from '../../web/app/instruments/placed';
import { runOf, sceneOf } from '../../web/app/lab/run-scene';
import { readLink, writeLink } from '../../web/app/scene/link';
import { applied, startOf } from '../../web/app/scene/scenes';

const placed = (props: Record<string, string>) => [
  placedOf('lab-1', labSchema, { props, scene: '', hide: [] }),
];
const lesson = placed({ dataset: 'first-names' });
const workshop = placed({ dataset: 'first-names', choose: 'yes' });

type Scene = Parameters<typeof runOf>[0];
const runAt = (hash: string, page: typeof lesson) => {
  const link = readLink(hash, page);
  const scene = applied(startOf(page), link, page).get('lab-1') as unknown as Scene;
  return { run: runOf(scene, 'first-names'), problems: link.problems };
};

describe('the lab’s scene', () => {
  it('begins as the recorded run does', () => {
    for (const page of [lesson, workshop]) {
      expect(runAt('', page).run).toEqual({ ...defaultSettings, dataset: 'first-names' });
    }
  });

  it('takes every setting from a link', () => {
    const { run, problems } = runAt('#lab-1=cell:gru,hidden:16,seed:3,layers:2', lesson);
    expect(problems).toEqual([]);
    expect(run).toEqual({
      ...defaultSettings,
      dataset: 'first-names',
      cell: 'gru',
      hidden: 16,
      seed: 3,
      layers: 2,
    });
  });

  it('takes the data from a link where they may be chosen, and nowhere else', () => {
    const hash = '#lab-1=dataset:flags-fr';
    expect(runAt(hash, workshop).run.dataset).toBe('flags-fr');
    const { run, problems } = runAt(hash, lesson);
    expect(run.dataset).toBe('first-names');
    expect(problems).toMatchObject([{ kind: 'field', key: 'dataset' }]);
  });

  it.each(datasets)('comes back whole from the link that it writes, with %s', (dataset) => {
    const settings = { ...defaultSettings, dataset, cell: 'rnn', learningRate: 0.01 } as const;
    const scenes = new Map([['lab-1', sceneOf(settings, true)]]);
    const hidden = new Map([['lab-1', new Set(['settings', 'controls', 'word', 'menu'])]]);
    const made = { data: '01234567', engine: '89abcdef' };
    const link = { section: 'lab-1', scenes, only: null, hidden, made };
    const hash = writeLink(link as unknown as Parameters<typeof writeLink>[0], workshop)!;
    expect(runAt(hash, workshop)).toEqual({ run: settings, problems: [] });
    expect(readLink(hash, workshop).hidden).toEqual(hidden);
  });
});
