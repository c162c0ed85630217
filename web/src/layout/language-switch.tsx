import { useTranslation } from 'react-i18next';
import { chooseLanguage } from '../i18n/index.ts';
import { LANGUAGE_NAMES, LANGUAGES } from '../i18n/language.ts';

/** Offers the language that is not shown, in its own words. */
export function LanguageSwitch() {
  const { i18n } = useTranslation();
  const other = LANGUAGES.find((language) => language !== i18n.language) ?? 'en';
  return (
    <button type="button" className="plain" lang={other} onClick={() => void chooseLanguage(other)}>
      {LANGUAGE_NAMES[other]}
    </button>
  );
}
