import { useTranslation } from 'react-i18next';
import { chooseLanguage } from '../i18n/index.ts';
import { LANGUAGE_NAMES, LANGUAGES } from '../i18n/language.ts';
import { useLanguage } from '../i18n/use-language.ts';

/** Each language stands in its own words and letters, the shown one is chosen. */
export function LanguageSwitch() {
  const { t } = useTranslation();
  const shown = useLanguage();
  return (
    <select
      className="plain"
      aria-label={t('layout.language')}
      value={shown}
      onChange={({ target }) => {
        const chosen = LANGUAGES.find((language) => language === target.value);
        if (chosen) void chooseLanguage(chosen);
      }}
    >
      {LANGUAGES.map((language) => (
        <option key={language} value={language} lang={language}>
          {LANGUAGE_NAMES[language]}
        </option>
      ))}
    </select>
  );
}
