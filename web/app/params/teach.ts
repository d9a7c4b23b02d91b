import type { ParamMatcher } from '@sveltejs/kit';
import { teachSlug } from '../../shared/lesson';

export const match: ParamMatcher = (param) => Object.values(teachSlug).includes(param);
