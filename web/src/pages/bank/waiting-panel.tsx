import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Panel } from '../../components/panel.tsx';
import { Yuan } from '../../components/time.tsx';

/** States in which a person has to say whose the money is. */
const WAITING = ['suspense', 'proposed'] as const;

export function WaitingPanel() {
  const { t } = useTranslation();
  const query = api.useQuery('get', '/metrics/money', {});
  return (
    <Panel title={t('bank.waiting')}>
      <Loaded query={query} lines={2}>
        {(board) => (
          <dl className="pairs numbers">
            {WAITING.map((state) => (
              <Fragment key={state}>
                <dt>{t(`partStates.${state}`)}</dt>
                <dd>
                  <Link to="/money" search={{ state }}>
                    <Yuan fen={board[`${state}Fen`]} />
                  </Link>
                </dd>
              </Fragment>
            ))}
          </dl>
        )}
      </Loaded>
    </Panel>
  );
}
