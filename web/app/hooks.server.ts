import type { Handle } from '@sveltejs/kit';
import { isLanguage } from '$lib/language';

/** What no page can do without: the other fonts load where they are first needed. */
const firstPaintFont = /\/(serif-roman|sans)\./;

export const handle: Handle = ({ event, resolve }) => {
  const wanted = event.params['lang'] ?? '';
  // The page that offers both languages names each where it speaks it.
  const language = isLanguage(wanted) ? wanted : 'fr';
  return resolve(event, {
    transformPageChunk: ({ html }) => html.replace('%lang%', language),
    preload: ({ type, path }) =>
      type === 'js' || type === 'css' || (type === 'font' && firstPaintFont.test(path)),
  });
};
