import { useTranslation } from 'react-i18next';
import { chooseAppearance, useChoice } from '../styles/appearance.ts';
import { choiceOf, CHOICES } from '../styles/pick-appearance.ts';

/** As the system, light or dark; kept in this browser. */
export function AppearanceSwitch() {
  const { t } = useTranslation();
  return (
    <select
      className="plain"
      aria-label={t('layout.appearance.label')}
      value={useChoice()}
      onChange={(event) => chooseAppearance(choiceOf(event.target.value))}
    >
      {CHOICES.map((choice) => (
        <option key={choice} value={choice}>
          {t(`layout.appearance.${choice}`)}
        </option>
      ))}
    </select>
  );
}
