import { describe, expect, it } from 'vitest';
import { nextRegion } from '../../web/app/quiz/regions';
import { concepts, formsBefore, formsOf, otherForm } from '../../web/shared/course-quiz';
import { quizFigureNames, quizFigures } from '../../web/shared/quiz-figures';
import { languages } from '../../web/shared/lesson';
import { overlaps, outside } from '../support/boxes';

/** Seeds as they come: 0, 1, 2 …, which a poor draw would take for neighbours. */
const seeds = Array.from({ length: 4000 }, (_, index) => index);
const draws = seeds.map(formsBefore);

describe('the forms that a seed draws', () => {
  it('are the same for the same seed, and differ between seeds', () => {
    expect(formsBefore(2026)).toEqual(formsBefore(2026));
    const different = new Set(
      draws.map((drawn) => concepts.map((concept) => drawn[concept]).join('')),
    );
    // 924 ways to choose 6 of 12: a class hardly meets one twice.
    expect(different.size).toBeGreaterThan(900);
  });

  it('are A first for half of the concepts of each learner', () => {
    for (const drawn of draws) {
      const first = Object.values(drawn).filter((form) => form === 'A');
      expect(first).toHaveLength(concepts.length / 2);
    }
  });

  it.each(concepts)('are A first for about half of all learners, in %s', (concept) => {
    const first = draws.filter((drawn) => drawn[concept] === 'A').length;
    // Four standard deviations of 4,000 fair draws are 0.032.
    expect(Math.abs(first / seeds.length - 0.5)).toBeLessThan(0.032);
  });

  it('do not tie one concept to another', () => {
    const pairs = concepts.flatMap((one, index) =>
      concepts.slice(index + 1).map((other) => [one, other] as const),
    );
    for (const [one, other] of pairs) {
      const same = draws.filter((drawn) => drawn[one] === drawn[other]).length;
      // Of 6 chosen among 12, two share their form in 5 cases of 11.
      expect(Math.abs(same / seeds.length - 5 / 11), `${one}, ${other}`).toBeLessThan(0.04);
    }
  });

  it('are the other ones after the course', () => {
    for (const seed of [0, 1, 7, 2 ** 32 - 1]) {
      const [before, after] = [formsOf(seed, 'before'), formsOf(seed, 'after')];
      for (const concept of concepts) expect(after[concept]).toBe(otherForm(before[concept]));
    }
  });
});

describe.each(quizFigureNames)('the drawing %s', (name) => {
  const { width, height, regions, says } = quizFigures[name];
  const rects = regions.map(({ id, ...box }) => ({ ...box, name: id }));

  it('has regions that a finger finds, apart from each other, inside', () => {
    for (const region of regions) {
      expect(Math.min(region.width, region.height), region.id).toBeGreaterThanOrEqual(28);
    }
    expect(overlaps(rects)).toEqual([]);
    expect(outside(rects, width, height)).toEqual([]);
  });

  it('names each region once in each language, and says what is drawn', () => {
    for (const language of languages) {
      const names = regions.map((region) => region.name[language]);
      expect(new Set(names).size).toBe(names.length);
      expect(says[language].length).toBeGreaterThan(60);
    }
  });

  it('lets the arrow keys reach each region from each other one', () => {
    regions.forEach((_, from) => {
      const reached = new Set([from]);
      for (const at of reached) {
        for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
          reached.add(nextRegion(regions, at, key)!);
        }
      }
      expect(reached.size).toBe(regions.length);
    });
  });
});

describe('an arrow key in a drawing', () => {
  const { regions } = quizFigures['padded-batch'];
  const at = (id: string): number => regions.findIndex((region) => region.id === id);

  it.each([
    ['text-2-step-3', 'ArrowLeft', 'text-2-step-2'],
    ['text-2-step-3', 'ArrowRight', 'text-2-step-4'],
    ['text-2-step-3', 'ArrowUp', 'text-1-step-3'],
    ['text-2-step-3', 'ArrowDown', 'text-3-step-3'],
    ['text-1-step-5', 'ArrowRight', 'text-2-step-1'],
    ['text-1-step-1', 'ArrowLeft', 'text-3-step-5'],
  ])('leads from %s by %s to %s', (from, key, to) => {
    expect(regions[nextRegion(regions, at(from), key)!]?.id).toBe(to);
  });

  it('leaves other keys alone', () => {
    expect(nextRegion(regions, 0, 'Enter')).toBeNull();
    expect(nextRegion(regions, 99, 'ArrowLeft')).toBeNull();
  });
});
