import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import type { MoneySearch } from '../money-params.ts';
import { Loaded } from './loaded.tsx';
import { Yuan } from './time.tsx';

const STATES = ['suspense', 'proposed', 'matched', 'booked', 'returned', 'reversed'] as const;

/** What came equals where it is, to the fen; each sum opens exactly the money that it is of. */
export function MoneyEquation() {
  const { t } = useTranslation();
  const query = api.useQuery('get', '/metrics/money', {});
  return (
    <Loaded query={query} lines={2}>
      {(board) => (
        <div className="stack tight">
          <div className="equation">
            <Sum label={t('today.money.received')} fen={board.receivedFen} search={{ origin: 'bank' }} />
            {board.openingFen > 0 && (
              <>
                <Sign of="+" />
                <Sum label={t('today.money.opening')} fen={board.openingFen} search={{ origin: 'openingBalance' }} />
              </>
            )}
            {STATES.map((state, index) => (
              <Fragment key={state}>
                <Sign of={index === 0 ? '=' : '+'} />
                <Sum label={t(`partStates.${state}`)} fen={board[`${state}Fen`]} search={{ state }} />
              </Fragment>
            ))}
          </div>
          <p className={board.conserved ? 'verdict good' : 'verdict late'}>
            {t(board.conserved ? 'today.money.conserved' : 'today.money.notConserved')}
          </p>
        </div>
      )}
    </Loaded>
  );
}

const Sign = ({ of }: { readonly of: string }) => <span className="sign">{of}</span>;

interface SumProps {
  readonly label: string;
  readonly fen: number;
  readonly search: MoneySearch;
}

function Sum({ label, fen, search }: SumProps) {
  const { state } = search;
  return (
    <span className="sum">
      <span className="soft small">{label}</span>
      {/* About these a person decides, and the list of them is where he does. */}
      {state === 'suspense' || state === 'proposed' ? (
        <Link to="/bank/waiting" search={{ state }}>
          <Yuan fen={fen} />
        </Link>
      ) : (
        <Link to="/money" search={search}>
          <Yuan fen={fen} />
        </Link>
      )}
    </span>
  );
}
