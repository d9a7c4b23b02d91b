import { loadStrings } from '$lib/i18n';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data }) => {
  await loadStrings(data.language);
  return data;
};
