import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatYuan } from '../../../../domain/money/money.ts';
import { api } from '../../api/client.ts';
import { Loaded } from '../loaded.tsx';
import { Yuan } from '../time.tsx';

interface TransferSumsProps {
  readonly transferId: string;
  /** What it would get. */
  readonly addsFen: number;
}

/** What a transfer awaits, what it has, and what it would have with this: read before anybody says yes. */
export function TransferSums({ transferId, addsFen }: TransferSumsProps) {
  const { t } = useTranslation();
  const query = api.useQuery('get', '/transfers/{id}', { params: { path: { id: transferId } } });
  return (
    <Loaded query={query} lines={2}>
      {({ caseNo, personName, counterpart, infoForms, money }) => {
        const expectedFen = infoForms.find(({ state }) => state === 'received')?.totalFen;
        const hereFen = money
          .filter(({ state }) => state === 'matched' || state === 'booked')
          .reduce((sum, { amountFen }) => sum + amountFen, 0);
        return (
          <div role="status">
            <dl className="pairs sums">
              <dt>
                <Link to="/transfers/$id" params={{ id: transferId }} className="number">
                  {caseNo}
                </Link>
              </dt>
              <dd>
                {personName} <span className="soft">{counterpart.name}</span>
              </dd>
              <dt>{t('waitingMoney.expected')}</dt>
              <dd>{expectedFen === undefined ? t('waitingMoney.noForm') : <Yuan fen={expectedFen} />}</dd>
              <dt>{t('waitingMoney.received')}</dt>
              <dd>
                <Yuan fen={hereFen} />
              </dd>
              <dt>{t('waitingMoney.after')}</dt>
              <dd>
                <Yuan fen={hereFen + addsFen} />{' '}
                {expectedFen !== undefined && <Against difference={hereFen + addsFen - expectedFen} />}
              </dd>
            </dl>
          </div>
        );
      }}
    </Loaded>
  );
}

function Against({ difference }: { readonly difference: number }) {
  const { t } = useTranslation();
  if (difference === 0) return <span className="verdict good">{t('waitingMoney.fits')}</span>;
  const amount = formatYuan(Math.abs(difference), { grouped: true });
  return (
    <span className={difference > 0 ? 'verdict late' : 'verdict'}>
      {t(difference > 0 ? 'waitingMoney.moreThan' : 'waitingMoney.stillMissing', { amount })}
    </span>
  );
}
