import { loadFirst } from '$lib/lesson/instruments';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data }) => ({
  ...data,
  drawn: await loadFirst(data.blocks),
});
