/** Which language to show: what was chosen before, else what the browser asks for, else Chinese. Pure, so that it can be tested. */
export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each language in its own words: whoever looks for it reads no other. */
export const LANGUAGE_NAMES: Record<Language, string> = { 'zh-CN': '中文', en: 'English' };

function isLanguage(text: string | null): text is Language {
  return (LANGUAGES as readonly (string | null)[]).includes(text);
}

export function pickLanguage(chosen: string | null, preferred: readonly string[]): Language {
  if (isLanguage(chosen)) return chosen;
  for (const wanted of preferred) {
    const found = LANGUAGES.find((language) => wanted.toLowerCase().startsWith(language.slice(0, 2)));
    if (found) return found;
  }
  return 'zh-CN';
}
