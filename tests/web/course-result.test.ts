import { describe, expect, it } from 'vitest';
import { classResultWords } from '../../web/app/i18n/class-result';
import { toCsv } from '../../web/app/figure/table';
import { classTable } from '../../web/app/teach/class-table';
import { countClass, readClass } from '../../web/shared/class-result';
import { concepts, formsBefore, otherForm, type Concept } from '../../web/shared/course-quiz';
import {
  longestFile,
  outcomeOfAll,
  readResult,
  resultFile,
  type ConceptResult,
  type CourseResult,
  type Outcome,
} from '../../web/shared/course-result';

const right = { right: true, hints: 0 };
const helped = { right: true, hints: 1 };
const wrong = { right: false, hints: 0 };

/** A learner whose concepts all came out alike, but for those named. */
function learner(
  seed: number,
  [before, after]: readonly [Outcome, Outcome],
  but: Partial<Record<Concept, readonly [Outcome, Outcome]>> = {},
): CourseResult {
  const forms = formsBefore(seed);
  const rows = concepts.map((concept): ConceptResult => {
    const [first, second] = but[concept] ?? [before, after];
    return {
      concept,
      before: { form: forms[concept], outcome: first },
      after: { form: otherForm(forms[concept]), outcome: second },
    };
  });
  return { name: '', seed, made: '2026-11-25T10:00:00.000Z', concepts: rows };
}

describe('what a concept came out as', () => {
  it.each([
    [[right], 'right'],
    [[helped], 'helped'],
    [[wrong], 'not-yet'],
    [[{ right: false, hints: 2 }], 'not-yet'],
    [[undefined], 'unanswered'],
    [[right, helped], 'helped'],
    [[right, wrong], 'not-yet'],
    [[wrong, undefined], 'unanswered'],
    [[], 'unanswered'],
  ] as const)('%j: %s', (firsts, outcome) => {
    expect(outcomeOfAll(firsts)).toBe(outcome);
  });
});

describe('a result file', () => {
  const result = { ...learner(5, ['not-yet', 'right']), name: 'Zoé' };
  const changed = (change: (raw: Record<string, unknown>) => void): string => {
    const raw = JSON.parse(resultFile(result)) as Record<string, unknown>;
    change(raw);
    return JSON.stringify(raw);
  };
  const rowsOf = (raw: Record<string, unknown>) => raw['concepts'] as Record<string, unknown>[];

  it('is read back as it was written', () => {
    expect(readResult(resultFile(result))).toEqual({ result, fault: null });
    expect(readResult(`\ufeff${resultFile(result)}`).result).toEqual(result);
    expect(resultFile(result).length).toBeLessThan(longestFile / 10);
  });

  it('may hold what a later version adds', () => {
    const text = changed((raw) => {
      raw['predictions'] = [1, 2];
      rowsOf(raw)[0]!['minutes'] = 3;
    });
    expect(readResult(text).result).toEqual(result);
  });

  it.each([
    ['nothing', '', 'not-json'],
    ['a text', 'hello', 'not-json'],
    ['a torn file', resultFile(result).slice(0, 400), 'not-json'],
    ['another JSON', '{"a":1}', 'not-ours'],
    ['null', 'null', 'not-ours'],
    ['a list', '[]', 'not-ours'],
    ['a newer one', changed((raw) => (raw['version'] = 2)), 'newer'],
    ['no version', changed((raw) => delete raw['version']), 'damaged'],
    ['no concepts', changed((raw) => (raw['concepts'] = [])), 'damaged'],
    ['concepts that are no list', changed((raw) => (raw['concepts'] = { length: 12 })), 'damaged'],
    ['an unknown concept', changed((raw) => (rowsOf(raw)[0]!['concept'] = 'magic')), 'damaged'],
    ['a concept twice', changed((raw) => (rowsOf(raw)[0]!['concept'] = concepts[1])), 'damaged'],
    [
      'an unknown outcome',
      changed((raw) => (rowsOf(raw)[0]!['before'] = { form: 'A', outcome: 'best' })),
      'damaged',
    ],
    [
      'the same form twice',
      changed((raw) => (rowsOf(raw)[0]!['before'] = rowsOf(raw)[0]!['after'])),
      'damaged',
    ],
    ['a name of another kind', changed((raw) => (raw['name'] = 7)), 'damaged'],
    ['no date', changed((raw) => (raw['made'] = 'yesterday')), 'damaged'],
    ['a seed that is a text', changed((raw) => (raw['seed'] = '5')), 'damaged'],
    ['a very long file', ' '.repeat(longestFile + 1), 'too-long'],
  ] as const)('refuses %s', (_, text, fault) => {
    expect(readResult(text)).toEqual({ result: null, fault });
  });

  it('cuts a name that is too long', () => {
    const text = changed((raw) => (raw['name'] = 'x'.repeat(5000)));
    expect(readResult(text).result?.name).toHaveLength(60);
  });
});

describe('the files of a class', () => {
  const file = (name: string, result: CourseResult) => ({ name, text: resultFile(result) });

  it('are read or named with the reason', () => {
    const { counted, leftOut } = readClass([
      file('a.json', learner(1, ['not-yet', 'right'])),
      { name: 'b.txt', text: 'hello' },
      file('c.json', learner(2, ['right', 'right'])),
    ]);
    expect(counted.map((each) => each.file)).toEqual(['a.json', 'c.json']);
    expect(leftOut).toEqual([{ file: 'b.txt', why: 'not-json' }]);
  });

  it.each([
    ['old first', ['old.json', 'new.json']],
    ['new first', ['new.json', 'old.json']],
  ])('count one device once, by its newest file: %s', (_, names) => {
    const old = learner(1, ['not-yet', 'unanswered']);
    const made: Record<string, CourseResult> = {
      'old.json': old,
      'new.json': { ...learner(1, ['not-yet', 'right']), made: '2026-11-26T08:00:00.000Z' },
    };
    const { counted, leftOut } = readClass(names.map((name) => file(name, made[name]!)));
    expect(counted.map((each) => each.file)).toEqual(['new.json']);
    expect(leftOut).toEqual([{ file: 'old.json', why: 'older', newer: 'new.json' }]);
  });

  const open = { order: ['right', 'unanswered'] } as const;
  const class4 = [
    learner(1, ['not-yet', 'right']),
    learner(2, ['right', 'right']),
    learner(3, ['helped', 'right'], open),
    learner(4, ['not-yet', 'helped'], { order: ['not-yet', 'not-yet'] }),
  ];

  it('are counted concept by concept: only those who answered both times', () => {
    const counts = countClass(class4);
    expect(counts.map(({ concept }) => concept)).toEqual(concepts);
    expect(counts.find(({ concept }) => concept === 'order')).toMatchObject({
      learners: 3,
      before: 1,
      after: 2,
      open: 1,
    });
    expect(counts.find(({ concept }) => concept === 'gru')).toMatchObject({
      learners: 4,
      before: 1,
      after: 3,
      open: 0,
    });
  });

  it('are counted by the form that came first, which adds up', () => {
    for (const { concept, byFirst, ...all } of countClass(class4)) {
      const firstA = class4.filter(({ seed }) => formsBefore(seed)[concept] === 'A');
      const answered = concept === 'order' ? firstA.filter(({ seed }) => seed !== 3) : firstA;
      expect(byFirst.A.learners).toBe(answered.length);
      for (const key of ['learners', 'before', 'after'] as const) {
        expect(byFirst.A[key] + byFirst.B[key]).toBe(all[key]);
      }
    }
  });

  it('of nobody count to nothing', () => {
    expect(countClass([])).toHaveLength(concepts.length);
    expect(countClass([]).every(({ learners, open: left }) => learners + left === 0)).toBe(true);
  });

  it('become a table with a column for each of its numbers', () => {
    const titles = Object.fromEntries(concepts.map((concept) => [concept, `=${concept}`]));
    const csv = toCsv(classTable(countClass(class4), titles, classResultWords.en));
    const [head, order] = csv.split('\r\n');
    expect(head!.split(',')).toHaveLength(11);
    expect(order).toMatch(/^'=order,3,1,2,(\d,){6}1$/);
  });
});
