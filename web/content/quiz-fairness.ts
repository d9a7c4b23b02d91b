import type { JsonFile } from './json-file';
import type { Problems } from './problems';
import type { RawQuiz } from './quiz-file';

type Path = readonly (string | number)[];

/** Longest that a right option may be, measured by the mean of the wrong ones. */
const longestRight = 1.3;

/** Reports what lets a learner answer without knowing: lengths, seats, ids that point nowhere. */
export function checkFairness({ content, placeOf }: JsonFile<RawQuiz>, problems: Problems): void {
  const repeated = (ids: readonly string[], path: Path): void => {
    ids.forEach((name, index) => {
      if (ids.indexOf(name) === index) return;
      problems.add(
        placeOf([...path, index]),
        `the id "${name}" stands twice.`,
        'Give each its own.',
      );
    });
  };
  repeated(
    content.items.map((item) => item.id),
    ['items'],
  );
  const seats: { readonly right: number; readonly of: number; readonly index: number }[] = [];
  content.items.forEach((item, index) => {
    const path: Path = ['items', index];
    const refuse = (fact: string, remedy: string): void =>
      problems.add(placeOf(path), `item "${item.id}": ${fact}`, remedy);
    if (item.kind === 'one' || item.kind === 'several') {
      repeated(
        item.options.map((each) => each.id),
        [...path, 'options'],
      );
      const right = item.options.filter((each) => each.right);
      const wrong = item.options.filter((each) => !each.right);
      if (item.kind === 'one' && right.length !== 1) {
        refuse(`${right.length} options are right.`, 'Mark exactly one.');
      }
      if (item.kind === 'several' && (right.length < 2 || wrong.length < 1)) {
        refuse(
          'it does not mix right and wrong options.',
          'Mark two or more right, and leave one wrong.',
        );
      }
      const mean =
        wrong.reduce((sum, each) => sum + each.text.length, 0) / Math.max(1, wrong.length);
      for (const each of right) {
        if (each.text.length <= longestRight * mean) continue;
        refuse(`its right option "${each.id}" gives itself away by its length.`, 'Shorten it.');
      }
      if (item.kind === 'one') {
        seats.push({
          right: item.options.findIndex((each) => each.right),
          of: item.options.length,
          index,
        });
      }
    } else if (item.kind === 'order') {
      repeated(
        item.steps.map((each) => each.id),
        [...path, 'steps'],
      );
      const places = item.steps.map((each) => each.place);
      if ([...places].sort((a, b) => a - b).some((place, at) => place !== at + 1)) {
        refuse(`its places are ${places.join(', ')}.`, 'Give each of 1, 2, 3 … once.');
      } else if (places.every((place, at) => place === at + 1)) {
        refuse('it is shown in the right order.', 'List its steps in another one.');
      }
    } else if (item.kind === 'match') {
      repeated(
        item.choices.map((each) => each.id),
        [...path, 'choices'],
      );
      repeated(
        item.rows.map((each) => each.id),
        [...path, 'rows'],
      );
      for (const { id: name, choice } of item.rows) {
        if (item.choices.some((each) => each.id === choice)) continue;
        refuse(
          `row "${name}" names the choice "${choice}", which it has not.`,
          'Name one that it has.',
        );
      }
    }
  });
  checkSeats(seats, (index, fact, remedy) => problems.add(placeOf(['items', index]), fact, remedy));
}

/** A learner who always takes the same seat must not be right more than half of the time. */
function checkSeats(
  seats: readonly { readonly right: number; readonly index: number }[],
  refuse: (index: number, fact: string, remedy: string) => void,
): void {
  for (const { right, index } of seats) {
    const same = seats.filter((other) => other.right === right);
    if (seats.length < 2 || same.length <= seats.length / 2 || same[0]?.index !== index) continue;
    refuse(
      index,
      `option ${right + 1} is the right one in ${same.length} of ${seats.length} items.`,
      'Vary the place of right answers.',
    );
  }
}
