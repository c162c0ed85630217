/** Languages in which an insured person reads; the first one is the office's own. */
export const PERSON_LANGUAGES = ['zh-CN', 'en', 'ko', 'vi', 'fa'] as const;
export type PersonLanguage = (typeof PERSON_LANGUAGES)[number];
