import { loadInstruments } from '$lib/lesson/instruments';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data }) => ({
  ...data,
  instruments: await loadInstruments(data.lesson),
});
