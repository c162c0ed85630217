import type { Schemas } from '../api/types.ts';
import type { Language } from './language.ts';

type InWords = Pick<Schemas['Reason'], 'code' | 'zh' | Exclude<Language, 'zh-CN'>>;

/** What a reason says in a language. */
export const reasonWords = (reason: InWords, language: Language): string =>
  language === 'zh-CN' ? reason.zh : reason[language];

/** With its code, as a list of reasons shows it: "L02 Name or ID number differs". */
export const codeAndWords = (reason: InWords, language: Language): string =>
  `${reason.code} ${reasonWords(reason, language)}`;
