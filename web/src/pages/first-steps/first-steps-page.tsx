import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/queries.ts';
import { Page } from '../../components/page.tsx';
import { AccountsPanel } from '../settings/accounts-panel.tsx';
import { NoticesPanel } from '../settings/notices-panel.tsx';
import { OfficePanel } from '../settings/office-panel.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { QUESTIONS, useFirstSteps, type FirstSteps, type Question } from './use-first-steps.ts';
import './first-steps.css';

/** From an empty office to its first case: five questions, each answered where it stands. */
export function FirstStepsPage() {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <Page title={t('firstSteps.title')}>
      {may('changeSettings') ? <Questions /> : <p>{t('firstSteps.notYours')}</p>}
    </Page>
  );
}

function Questions() {
  return (
    <Loaded query={useFirstSteps()} lines={12}>
      {(steps) => <QuestionList steps={steps} />}
    </Loaded>
  );
}

function QuestionList({ steps }: { readonly steps: FirstSteps }) {
  const { t } = useTranslation();
  const { answered, open } = steps;
  const answers: Record<Question, ReactNode> = {
    office: <OfficePanel />,
    accounts: <AccountsPanel />,
    holidays: <NoticesPanel />,
    people: <People steps={steps} />,
    cases: <Cases />,
  };
  return (
    <>
      <p role="status">
        {open === 0 ? t('firstSteps.ready') : t('firstSteps.open', { count: open, of: QUESTIONS.length })}
      </p>
      <ol className="first-steps">
        {QUESTIONS.map((question) => (
          <li key={question}>
            <p>
              <strong>{t(`firstSteps.questions.${question}`)}</strong>{' '}
              <span className={`badge ${answered[question] ? 'good' : 'warn'}`}>
                {t(answered[question] ? 'firstSteps.answered' : 'firstSteps.toAnswer')}
              </span>
            </p>
            <p className="soft">{t(`firstSteps.why.${question}`)}</p>
            {answers[question]}
          </li>
        ))}
      </ol>
    </>
  );
}

function People({ steps: { missingRoles } }: { readonly steps: FirstSteps }) {
  const { t } = useTranslation();
  return (
    <p>
      {missingRoles.length > 0 && (
        <>{t('firstSteps.missingRoles', { roles: missingRoles.map((role) => t(`roles.${role}`)).join(', ') })} </>
      )}
      <Link to="/staff">{t('firstSteps.toStaff')}</Link>
    </p>
  );
}

/** An old ledger comes in as a file; without one the counter opens. */
function Cases() {
  const { t } = useTranslation();
  return (
    <p>
      <Link to="/imports">{t('firstSteps.toImports')}</Link>
    </p>
  );
}
