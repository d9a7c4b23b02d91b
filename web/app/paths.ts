/**
 * Addresses of the site's pages, good from any sub-path. Call them while rendering: a
 * prerendered page's addresses are relative to it. They end with a slash, because each page
 * is a folder's index.html, which every static host serves.
 */
import { resolve } from '$app/paths';
import { workshopSlug, type Language } from '$shared/lesson';

export const homePath = (): string => resolve('/');

export const startPath = (lang: Language): string => `${resolve('/[lang=language]', { lang })}/`;

export const lessonPath = (lang: Language, slug: string): string =>
  `${resolve('/[lang=language]/[slug]', { lang, slug })}/`;

export const workshopPath = (lang: Language): string =>
  `${resolve('/[lang=language]/[workshop=workshop]', { lang, workshop: workshopSlug[lang] })}/`;
