import type { ParamMatcher } from '@sveltejs/kit';
import { workshopSlug } from '../../shared/lesson';

export const match: ParamMatcher = (param) => Object.values(workshopSlug).includes(param);
