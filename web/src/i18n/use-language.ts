import { useTranslation } from 'react-i18next';
import { LANGUAGES, type Language } from './language.ts';

/** The language that is shown. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return LANGUAGES.find((language) => language === i18n.language) ?? 'zh-CN';
}
