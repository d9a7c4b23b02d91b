import type { Lesson } from './lesson';

/**
 * HTML that the build has put into a page and that nothing there changes: with the page's own data
 * it would come a second time. The browser gets one without text; Svelte leaves what stands in the
 * page as it is. So it must not be shown where the page did not already have it: every link of the
 * site loads its page whole.
 */
export class ServerHtml {
  constructor(readonly text: string) {}
}

/** What stands for a text that is in the page already; an empty one would be shown as such. */
export const inThePage = new ServerHtml(' ');

/** A lesson with its text as a page gets it. */
export const onTheServer = (lesson: Lesson): Lesson<ServerHtml> => ({
  ...lesson,
  lead: new ServerHtml(lesson.lead),
  blocks: lesson.blocks.map((block) =>
    block.kind === 'html' || block.kind === 'margin'
      ? { ...block, html: new ServerHtml(block.html) }
      : block,
  ),
});
