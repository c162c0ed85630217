import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { REMITTANCE_STATES } from '../../../domain/money/remittance.ts';
import { api } from '../api/client.ts';
import { Loaded } from './loaded.tsx';
import { Yuan } from './time.tsx';

/** What was ordered to be paid equals where it is, to the fen; each sum opens exactly the remittances that it is of. */
export function OutgoEquation() {
  const { t } = useTranslation();
  const query = api.useQuery('get', '/metrics/money', {});
  return (
    <Loaded query={query} lines={2}>
      {({ outgo }) => (
        <div className="stack tight">
          <div className="equation">
            <span className="sum">
              <span className="soft small">{t('remittances.ordered')}</span>
              <Link to="/bank/remittances" search={{ all: true, once: true }}>
                <Yuan fen={outgo.orderedFen} />
              </Link>
            </span>
            {REMITTANCE_STATES.map((state, index) => (
              <Fragment key={state}>
                <span className="sign">{index === 0 ? '=' : '+'}</span>
                <span className="sum">
                  <span className="soft small">{t(`remittances.states.${state}`)}</span>
                  <Link to="/bank/remittances" search={{ state }}>
                    <Yuan fen={outgo[`${state}Fen`]} />
                  </Link>
                </span>
              </Fragment>
            ))}
          </div>
          <p className={outgo.conserved ? 'verdict good' : 'verdict late'}>
            {t(outgo.conserved ? 'today.money.conserved' : 'today.money.notConserved')}
          </p>
        </div>
      )}
    </Loaded>
  );
}
