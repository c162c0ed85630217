import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Panel } from '../../components/panel.tsx';
import { Yuan } from '../../components/time.tsx';

const STATES = ['suspense', 'proposed', 'matched', 'booked', 'returned', 'reversed'] as const;

/** Received and opening balance = suspense + proposed + matched + booked + returned + reversed, to the fen, at every moment. */
export function MoneyPanel({ everyMs }: { readonly everyMs: number }) {
  const { t } = useTranslation();
  const query = useQuery(api.queryOptions('get', '/metrics/money', {}, { refetchInterval: everyMs }));
  return (
    <Panel title={t('today.money.title')}>
      <Loaded query={query} lines={5}>
        {(board) => (
          <div className="stack tight">
            <dl className="pairs numbers">
              {STATES.map((state) => (
                <MoneyLine key={state} label={t(`partStates.${state}`)} fen={board[`${state}Fen`]} />
              ))}
              <MoneyLine label={t('today.money.received')} fen={board.receivedFen} />
              {board.openingFen > 0 && <MoneyLine label={t('today.money.opening')} fen={board.openingFen} />}
            </dl>
            <p className={board.conserved ? 'verdict good' : 'verdict late'}>
              {board.conserved ? t('today.money.conserved') : t('today.money.notConserved')}
            </p>
          </div>
        )}
      </Loaded>
    </Panel>
  );
}

function MoneyLine({ label, fen }: { readonly label: string; readonly fen: number }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        <Yuan fen={fen} />
      </dd>
    </>
  );
}
