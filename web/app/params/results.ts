import type { ParamMatcher } from '@sveltejs/kit';
import { resultsSlug } from '../../shared/lesson';

export const match: ParamMatcher = (param) => Object.values(resultsSlug).includes(param);
