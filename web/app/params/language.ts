import type { ParamMatcher } from '@sveltejs/kit';
import type { Language } from '../../shared/lesson';
import { isLanguage } from '../language';

export const match = ((param: string): param is Language =>
  isLanguage(param)) satisfies ParamMatcher;
