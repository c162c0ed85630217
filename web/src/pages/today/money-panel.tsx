import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { useMay } from '../../api/queries.ts';
import { ExportButton } from '../../components/export-button.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Panel } from '../../components/panel.tsx';
import { Yuan } from '../../components/time.tsx';
import type { MoneySearch } from '../../money-params.ts';

const STATES = ['suspense', 'proposed', 'matched', 'booked', 'returned', 'reversed'] as const;

/** Received and opening balance = suspense + proposed + matched + booked + returned + reversed, to the fen, at every moment. */
export function MoneyPanel({ everyMs }: { readonly everyMs: number }) {
  const { t } = useTranslation();
  const query = useQuery(api.queryOptions('get', '/metrics/money', {}, { refetchInterval: everyMs }));
  return (
    <Panel title={t('today.money.title')} aside={<ExportButton what="readMoney" />}>
      <Loaded query={query} lines={5}>
        {(board) => (
          <div className="stack tight">
            <dl className="pairs numbers">
              {STATES.map((state) => (
                <MoneyLine key={state} label={t(`partStates.${state}`)} fen={board[`${state}Fen`]} search={{ state }} />
              ))}
              <MoneyLine label={t('today.money.received')} fen={board.receivedFen} search={{ origin: 'bank' }} />
              {board.openingFen > 0 && (
                <MoneyLine
                  label={t('today.money.opening')}
                  fen={board.openingFen}
                  search={{ origin: 'openingBalance' }}
                />
              )}
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

interface MoneyLineProps {
  readonly label: string;
  readonly fen: number;
  readonly search: MoneySearch;
}

/** A sum that opens the money it is of, for who may read it. */
function MoneyLine({ label, fen, search }: MoneyLineProps) {
  const may = useMay();
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {may('readCredits') ? (
          <Link to="/money" search={search}>
            <Yuan fen={fen} />
          </Link>
        ) : (
          <Yuan fen={fen} />
        )}
      </dd>
    </>
  );
}
