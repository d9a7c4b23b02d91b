import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formats, type Formats } from '../../web/app/format';
import { datasetWords, strings } from '../../web/app/i18n';
import type { DatasetWords, Strings } from '../../web/app/i18n/strings';
import { quizWords, type QuizWords } from '../../web/app/quiz/words';
import { loadCourse, loadLesson } from '../../web/content/load';
import type { Language } from '../../web/shared/lesson';
import type { Quiz } from '../../web/shared/quiz';
import type { RecordedRun } from '../../web/shared/recorded-run';

/** A chapter with a lab and a quiz: what its page was built from, and so has to show. */
export interface LabChapter {
  readonly language: Language;
  /** Its address, relative to the site's. */
  readonly path: string;
  /** What links to it say. */
  readonly title: string;
  readonly heading: string;
  /** Id of its last section. */
  readonly end: string;
  readonly text: Strings;
  readonly words: DatasetWords;
  readonly quizWords: QuizWords;
  readonly format: Formats;
  readonly recorded: RecordedRun;
  readonly quiz: Quiz;
}

/** The first chapter of the course that has both. */
export function labChapter(language: Language): LabChapter {
  for (const { slug, title } of loadCourse().chapters) {
    const { blocks, title: heading, sections } = loadLesson(language, slug[language]);
    const quiz = blocks.find((block) => block.kind === 'quiz')?.quiz;
    const lab = blocks.find((block) => block.kind === 'instrument' && block.name === 'lab');
    if (quiz === undefined || lab?.kind !== 'instrument') continue;
    const id = lab.props['dataset'] ?? '';
    const file = join(import.meta.dirname, `../../build/recorded/${id}.json`);
    return {
      language,
      path: `${language}/${slug[language]}/`,
      title: title[language],
      heading,
      end: sections.at(-1)?.id ?? '',
      text: strings(language),
      words: datasetWords(language, id),
      quizWords: quizWords[language],
      format: formats(language),
      recorded: JSON.parse(readFileSync(file, 'utf8')) as RecordedRun,
      quiz,
    };
  }
  throw new Error(`No chapter in ${language} has a lab and a quiz.`);
}
