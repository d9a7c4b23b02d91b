import { languages, type Language } from '../shared/lesson';

export function isLanguage(text: string): text is Language {
  return (languages as readonly string[]).includes(text);
}
