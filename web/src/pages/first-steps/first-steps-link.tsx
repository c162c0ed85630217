import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/queries.ts';
import { QUESTIONS, useFirstSteps } from './use-first-steps.ts';

/** Where an administrator begins, while something of it is open. */
export const FirstStepsLink = () => (useMay()('changeSettings') ? <OpenQuestions /> : null);

function OpenQuestions() {
  const { t } = useTranslation();
  const { data: steps } = useFirstSteps();
  if (!steps || steps.open === 0) return null;
  return (
    <p className="verdict">
      {t('firstSteps.open', { count: steps.open, of: QUESTIONS.length })}{' '}
      <Link to="/first-steps">{t('firstSteps.title')}</Link>
    </p>
  );
}
