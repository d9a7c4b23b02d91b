import type { Language } from '$shared/lesson';
import type { Item } from '$shared/quiz';
import { grade } from '$shared/quiz-grade';
import type { ItemProgress } from '../quiz/progress';

/** Notes how an item is first answered; later answers change nothing of it. */
export function withFirst(item: Item, progress: ItemProgress, language: Language): ItemProgress {
  if (!progress.checked || progress.first !== undefined) return progress;
  const given = grade(item, progress.answer, language);
  if (given === null) return progress;
  return { ...progress, first: { right: given.right, hints: progress.hints } };
}
