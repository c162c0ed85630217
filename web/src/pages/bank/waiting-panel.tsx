import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/queries.ts';
import { MoneyEquation } from '../../components/money-equation.tsx';
import { OutgoEquation } from '../../components/outgo-equation.tsx';
import { Panel } from '../../components/panel.tsx';

/** What came and where it is, with the ways to what finance does about it. */
export function WaitingPanel() {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <Panel
      title={t('waitingMoney.equation')}
      aside={
        <span className="row">
          <Link to="/bank/waiting">{t('waitingMoney.toWait')}</Link>
          <Link to="/bank/remittances">{t('remittances.title')}</Link>
          {may('importFiles') && (
            <Link to="/imports" search={{ kind: 'bankStatement' }}>
              {t('waitingMoney.handIn')}
            </Link>
          )}
        </span>
      }
    >
      <div className="stack tight">
        <MoneyEquation />
        <OutgoEquation />
      </div>
    </Panel>
  );
}
