import { quizFigures } from '../shared/quiz-figures';
import type { Place, Problems } from './problems';
import type { RawItem } from './quiz-file';

type Path = readonly (string | number)[];

/** An item, and where in its file what stands below it is. */
export interface PlacedItem {
  readonly item: RawItem;
  readonly place: (below: Path) => Place;
}

/** Longest that a right option may be, measured by the mean of the wrong ones. */
const longestRight = 1.3;

/** Reports what lets a learner answer without knowing: lengths, seats, ids that point nowhere. */
export function checkFairness(items: readonly PlacedItem[], problems: Problems): void {
  const ids = items.map(({ item }) => item.id);
  items.forEach(({ item, place }, index) => {
    if (ids.indexOf(item.id) !== index) reportTwice(item.id, place([]), problems);
    checkItem({ item, place }, problems);
  });
  checkSeats(items, problems);
}

function reportTwice(id: string, place: Place, problems: Problems): void {
  problems.add(place, `the id "${id}" stands twice.`, 'Give each its own.');
}

function checkItem({ item, place }: PlacedItem, problems: Problems): void {
  const refuse = (fact: string, remedy: string): void =>
    problems.add(place([]), `item "${item.id}": ${fact}`, remedy);
  const checkIds = (name: string, parts: readonly { readonly id: string }[]): void => {
    const ids = parts.map(({ id }) => id);
    ids.forEach((id, index) => {
      if (ids.indexOf(id) !== index) reportTwice(id, place([name, index]), problems);
    });
  };
  switch (item.kind) {
    case 'one':
    case 'several': {
      checkIds('options', item.options);
      const right = item.options.filter((each) => each.right);
      const wrong = item.options.filter((each) => !each.right);
      if (item.kind === 'one' && right.length !== 1) {
        refuse(`${right.length} options are right.`, 'Mark exactly one.');
      }
      if (item.kind === 'several' && (right.length < 2 || wrong.length < 1)) {
        const fact = 'it does not mix right and wrong options.';
        refuse(fact, 'Mark two or more right, and leave one wrong.');
      }
      const mean =
        wrong.reduce((sum, each) => sum + each.text.length, 0) / Math.max(1, wrong.length);
      for (const each of right) {
        if (each.text.length <= longestRight * mean) continue;
        refuse(`its right option "${each.id}" gives itself away by its length.`, 'Shorten it.');
      }
      break;
    }
    case 'point': {
      checkIds('regions', item.regions);
      const right = item.regions.filter((each) => each.right).length;
      if (right !== 1) refuse(`${right} regions are right.`, 'Mark exactly one.');
      const drawn = quizFigures[item.figure].regions.map(({ id }) => id);
      const told = item.regions.map(({ id }) => id);
      const differing = [
        ...drawn.filter((id) => !told.includes(id)),
        ...told.filter((id) => !drawn.includes(id)),
      ];
      if (differing.length > 0) {
        const fact = `its regions and those of the figure "${item.figure}" differ in ${differing.join(', ')}.`;
        refuse(fact, `Say something of each of: ${drawn.join(', ')}.`);
      }
      break;
    }
    case 'number':
      for (const [index, { value }] of item.slips.entries()) {
        if (Math.abs(value - item.answer) > item.tolerance) continue;
        const fact = `item "${item.id}": its slip ${value} counts as right.`;
        problems.add(place(['slips', index]), fact, 'Leave it out, or narrow the tolerance.');
      }
      break;
    case 'order': {
      checkIds('steps', item.steps);
      const places = item.steps.map((each) => each.place);
      if ([...places].sort((a, b) => a - b).some((each, at) => each !== at + 1)) {
        refuse(`its places are ${places.join(', ')}.`, 'Give each of 1, 2, 3 … once.');
      } else if (places.every((each, at) => each === at + 1)) {
        refuse('it is shown in the right order.', 'List its steps in another one.');
      }
      break;
    }
    case 'match':
      checkIds('choices', item.choices);
      checkIds('rows', item.rows);
      for (const { id, choice } of item.rows) {
        if (item.choices.some((each) => each.id === choice)) continue;
        const fact = `row "${id}" names the choice "${choice}", which it has not.`;
        refuse(fact, 'Name one that it has.');
      }
  }
}

/** A learner who always takes the same seat must not be right more than half of the time. */
export function checkSeats(items: readonly PlacedItem[], problems: Problems): void {
  const seats = items.flatMap(({ item, place }) =>
    item.kind === 'one' ? [{ right: item.options.findIndex((each) => each.right), place }] : [],
  );
  for (const seat of seats) {
    const same = seats.filter(({ right }) => right === seat.right);
    if (seats.length < 2 || same.length <= seats.length / 2 || same[0] !== seat) continue;
    const fact = `option ${seat.right + 1} is the right one in ${same.length} of ${seats.length} items.`;
    problems.add(seat.place([]), fact, 'Vary the place of right answers.');
  }
}
