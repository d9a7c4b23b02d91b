import type { ConceptQuiz } from '../shared/course-quiz';
import type { Block, Lesson } from '../shared/lesson';
import type { Item, Quiz } from '../shared/quiz';
import { folderOf, type Chapter } from './course';
import type { Problems } from './problems';

/** Reports where a lesson in one language lacks what the other has, or has it elsewhere. */
export function checkParity(
  chapter: Chapter,
  one: Lesson,
  other: Lesson,
  problems: Problems,
): void {
  const file = (lesson: Lesson): string => `${folderOf(chapter)}/${lesson.language}.md`;
  const here = outlineOf(one);
  const there = outlineOf(other);
  const length = Math.max(here.length, there.length);
  for (let index = 0; index < length; index += 1) {
    if (here[index] === there[index]) continue;
    const fact = `part ${index + 1} is ${here[index] ?? 'missing'}, and ${there[index] ?? 'missing'} in ${file(other)}.`;
    problems.add(
      { file: file(one), line: 1 },
      fact,
      'Give both languages the same parts in the same order.',
    );
    return;
  }
}

/** What both languages must share, in order, in words. */
function outlineOf(lesson: Lesson): string[] {
  return lesson.blocks.flatMap((block) => partsOf(block));
}

function partsOf(block: Block): string[] {
  switch (block.kind) {
    case 'html':
      return [...block.html.matchAll(/ id="([^"]+)"/gu)].map((match) => `the id "${match[1]}"`);
    case 'margin':
      return ['a margin note'];
    case 'instrument':
      return [`the instrument "${block.id}"`];
    case 'code':
      return [`the code of ${block.file}, line ${block.firstLine}`];
    case 'quiz':
      return quizParts(block.quiz);
    case 'course-quiz':
      return [
        `the course's quiz ${block.sitting} it`,
        ...block.quiz.concepts.flatMap(conceptParts),
      ];
    case 'course-result':
      return ["the course's result"];
  }
}

function quizParts(quiz: Quiz): string[] {
  return [`the quiz "${quiz.id}"`, ...quiz.items.map((item) => `the item ${itemOutline(item)}`)];
}

const conceptParts = ({ concept, forms: { A, B } }: ConceptQuiz): string[] => [
  `the concept "${concept}"`,
  ...A.map((item) => `the item of form A ${itemOutline(item)}`),
  ...B.map((item) => `the item of form B ${itemOutline(item)}`),
];

function itemOutline(item: Item): string {
  const head = `"${item.id}" (${item.kind}, ${item.concept}, ${item.hints.length} hints)`;
  switch (item.kind) {
    case 'one':
    case 'several':
    case 'point':
      return `${head}: ${item.options.map(({ id, right }) => (right ? `${id} (right)` : id)).join(', ')}`;
    case 'number':
      return `${head}: ${item.answer} ± ${item.tolerance}, ${item.slips.map(({ value }) => value).join(', ')}`;
    case 'order':
      return `${head}: ${item.steps.map(({ id, place }) => `${id} ${place}`).join(', ')}`;
    case 'match':
      return `${head}: ${item.rows.map(({ id, choice }) => `${id}-${choice}`).join(', ')}`;
  }
}
