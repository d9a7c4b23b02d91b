/** The learner of this device: the seed that draws the forms, and the answers of both sittings. */
import { askedOf, formsOf, type Asked, type CourseQuiz, type Sitting } from '$shared/course-quiz';
import { conceptResults, type ConceptResult, type FirstAnswer } from '$shared/course-result';
import { grade } from '$shared/quiz-grade';
import {
  freshProgress,
  readProgress,
  reopenMissed,
  writeProgress,
  type ItemProgress,
  type KeptQuiz,
  type Progress,
  type Storage,
} from '../quiz/progress';
import { withFirst } from './first-answer';
import { readSeed, writeSeed } from './seed';

export class Learner {
  readonly #storage: () => Storage;
  readonly #draw: () => number;
  #seed = $state(0);
  #progress = $state.raw<Readonly<Record<Sitting, Progress>>>({ before: {}, after: {} });
  /** Does the browser keep what is answered? */
  kept = $state(true);

  constructor(
    readonly quiz: CourseQuiz,
    storage: () => Storage,
    draw: () => number,
  ) {
    this.#storage = storage;
    this.#draw = draw;
    const seed = readSeed(storage);
    if (seed === null) this.#begin();
    else this.#seed = seed;
    this.#progress = { before: this.#read('before'), after: this.#read('after') };
  }

  get seed(): number {
    return this.#seed;
  }

  asked(sitting: Sitting): readonly Asked[] {
    return askedOf(this.quiz, this.#seed, sitting);
  }

  progress(sitting: Sitting): Progress {
    return this.#progress[sitting];
  }

  /** Takes an answer in; the first that is handed in is noted as such. */
  put(sitting: Sitting, id: string, given: ItemProgress): void {
    const item = this.#kept(sitting).items.find((each) => each.id === id);
    if (item === undefined) return;
    const next = withFirst(item, given, this.quiz.language);
    this.#write(sitting, { ...this.#progress[sitting], [id]: next });
  }

  /** Opens again what was missed; returns the ids. */
  reopenMissed(sitting: Sitting): readonly string[] {
    const { progress, reopened } = reopenMissed(
      this.#kept(sitting),
      this.#progress[sitting],
      this.quiz.language,
    );
    this.#write(sitting, progress);
    return reopened;
  }

  /** How many items of a sitting stand answered, and how many of those are not right yet. */
  count(sitting: Sitting): { readonly answered: number; readonly missed: number } {
    const grades = this.#kept(sitting).items.map((item) => {
      const { checked, answer } = this.#progress[sitting][item.id]!;
      return checked ? grade(item, answer, this.quiz.language) : null;
    });
    return {
      answered: grades.filter((each) => each !== null).length,
      missed: grades.filter((each) => each !== null && !each.right).length,
    };
  }

  results(): readonly ConceptResult[] {
    const first =
      (sitting: Sitting) =>
      (id: string): FirstAnswer | undefined =>
        this.#progress[sitting][id]?.first;
    return conceptResults(
      this.asked('before'),
      first('before'),
      this.asked('after'),
      first('after'),
    );
  }

  /** Erases every answer, and draws the forms anew: for another learner on this device. */
  erase(): void {
    this.#begin();
    this.#write('before', freshProgress(this.#kept('before')));
    this.#write('after', freshProgress(this.#kept('after')));
  }

  #begin(): void {
    this.#seed = this.#draw();
    this.kept = writeSeed(this.#seed, this.#storage);
  }

  #kept(sitting: Sitting): KeptQuiz {
    const drawn = formsOf(this.#seed, sitting);
    const items = this.quiz.concepts.flatMap(({ concept, forms }) => forms[drawn[concept]]);
    return { id: `course-${sitting}`, items };
  }

  #read(sitting: Sitting): Progress {
    const quiz = this.#kept(sitting);
    const stored = readProgress(quiz, this.#storage);
    if (stored === null) this.kept = false;
    return stored ?? freshProgress(quiz);
  }

  #write(sitting: Sitting, progress: Progress): void {
    this.#progress = { ...this.#progress, [sitting]: progress };
    this.kept = writeProgress(this.#kept(sitting), progress, this.#storage);
  }
}

/** A draw of this device: nothing is computed from it but the forms, and it is kept. */
const drawSeed = (): number => crypto.getRandomValues(new Uint32Array(1))[0]!;

let here: Learner | null = null;

/** The learner of this page; the quiz and its result share one. In the browser only. */
export function learnerOf(quiz: CourseQuiz): Learner {
  here ??= new Learner(quiz, () => window.localStorage, drawSeed);
  return here;
}
