import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { filesUnder } from '../../scripts/stamp.mjs';

const site = join(import.meta.dirname, '../../dist/site');

/** Addresses of every page of the built site, relative to its first: '', 'fr/…/', …, '404.html'. */
export function sitePages(): string[] {
  if (!existsSync(site)) throw new Error('dist/site is missing. Run npm run build first.');
  return filesUnder([site])
    .filter((file) => file.endsWith('.html'))
    .map((file) => relative(site, file).replace(/(^|\/)index\.html$/, '$1'));
}
