import { Link, Navigate, useLocation, type ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { toProblem } from '../api/problem.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';

/** Where a page that threw ends. A session that has ended leads to the sign-in and back here afterwards. */
export function Crashed({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const location = useLocation();
  if (toProblem(error).status === 401) return <Navigate to="/sign-in" search={{ to: location.href }} />;
  return (
    <main className="content stack">
      <h1>{t('common.crashed')}</h1>
      <ProblemNotice error={error} reading onRetry={reset} />
      <p>
        <Link to="/">{t('common.backToToday')}</Link>
      </p>
    </main>
  );
}

export function NotFound() {
  const { t } = useTranslation();
  return (
    <main className="content stack">
      <h1>{t('common.notFoundTitle')}</h1>
      <p>{t('common.notFoundText')}</p>
      <p>
        <Link to="/">{t('common.backToToday')}</Link>
      </p>
    </main>
  );
}
