/** Which language to show: what was chosen before, else what the browser asks for, else Chinese. Pure, so that it can be tested. */
export const LANGUAGES = ['zh-CN', 'en', 'ko', 'vi', 'fa'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each language in its own words: whoever looks for it reads no other. */
export const LANGUAGE_NAMES: Record<Language, string> = {
  'zh-CN': '中文',
  en: 'English',
  ko: '한국어',
  vi: 'Tiếng Việt',
  fa: 'فارسی',
};

function isLanguage(text: string | null): text is Language {
  return (LANGUAGES as readonly (string | null)[]).includes(text);
}

export function pickLanguage(chosen: string | null, preferred: readonly string[]): Language {
  if (isLanguage(chosen)) return chosen;
  for (const wanted of preferred) {
    const found = LANGUAGES.find((language) => mainPart(language) === mainPart(wanted));
    if (found) return found;
  }
  return 'zh-CN';
}

/** `en-GB` → `en`. */
const mainPart = (language: string): string => language.toLowerCase().split('-')[0]!;
