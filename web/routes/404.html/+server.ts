import { notFoundPage } from '$lib/not-found';
import type { RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';

export const GET: RequestHandler = async () =>
  new Response(await notFoundPage(), { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
