import { describe, expect, it } from 'vitest';
import { readExperiments } from '$content/claims/experiments';
import { ProjectFiles } from '$content/project-files';
import { formatPercent, readValues, valueAt } from '$content/values';
import { writeCourse } from './sample-course';

const group = (settings: object, variant: object): string =>
  JSON.stringify({
    sample: {
      chapter: 'time',
      measure: { kind: 'learning', share: 0.9 },
      settings,
      variants: { one: variant },
    },
  });

describe('the experiments that lessons cite', () => {
  it('take the standard run’s settings where they have none of their own', () => {
    const files = new ProjectFiles();
    const [bag] = readExperiments(files);
    expect(bag).toMatchObject({ group: 'order', variant: 'bag-fr', settings: { hidden: 32 } });
    expect(bag?.settings).not.toHaveProperty('seed');
  });

  it.each([
    ['a setting that no run has', { speed: 3 }, { dataset: 'recall-10' }, 'no run has "speed": 3'],
    ['a value beyond its bounds', { hidden: 900 }, { dataset: 'recall-10' }, '"hidden": 900'],
    ['data that the course has not', {}, { dataset: 'recall-11' }, '"dataset": "recall-11"'],
    ['a seed', {}, { dataset: 'recall-10', seed: 7 }, '"seed": 7'],
    ['no data', { hidden: 8 }, {}, 'there is no dataset'],
  ])('are refused with %s', (_, settings, variant, message) => {
    const root = writeCourse({ 'lessons/experiments.json': group(settings, variant) });
    const read = (): unknown => readExperiments(new ProjectFiles(root));
    expect(read).toThrow(message);
    expect(read).toThrow(/lessons\/experiments\.json:\d+/u);
  });
});

describe('a figure in a lesson', () => {
  it('is found by group, variant and name', () => {
    const values = readValues(new ProjectFiles(), 'lessons/02-cell/example.json');
    expect(valueAt(values, 'claims.order.bag-fr.best')).toBe(0.5);
    expect(valueAt(values, 'claims.order.bag-fr.examples')).toBeNull();
  });

  it('is a percentage as the language writes it', () => {
    expect(formatPercent(0.5, 1, 'fr')).toBe('50\u202f%');
    expect(formatPercent(0.9965, 1, 'fr')).toBe('99,7\u202f%');
    expect(formatPercent(0.9965, 1, 'en')).toBe('99.7%');
  });
});
