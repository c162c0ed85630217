import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatYuan } from '../../../../domain/money/money.ts';
import { Day, Yuan } from '../time.tsx';
import type { Waiting } from './decision-values.ts';
import { Why } from './why.tsx';

export const titleOf = (t: TFunction, { part }: Waiting): string =>
  `${t(`partStates.${part.state}`)} · ${formatYuan(part.amountFen, { grouped: true })}`;

/** What the bank says of it, and why it waits. */
export function CreditFacts({ row }: { readonly row: Waiting }) {
  const { t } = useTranslation();
  const { credit, part } = row;
  return (
    <dl className="pairs">
      <dt>{t('approvals.fields.serial')}</dt>
      <dd className="number">{credit.serial}</dd>
      <dt>{t('numbers.bookedOn')}</dt>
      <dd>
        <Day on={credit.bookedOn} />
      </dd>
      {credit.amountFen !== part.amountFen && (
        <>
          <dt>{t('waitingMoney.whole')}</dt>
          <dd>
            <Yuan fen={credit.amountFen} />
          </dd>
        </>
      )}
      <dt>{t('transfer.money.payer')}</dt>
      <dd>{credit.payerName ?? '–'}</dd>
      <dt>{t('transfer.money.memo')}</dt>
      <dd>{credit.memo ?? '–'}</dd>
      <dt>{t('waitingMoney.why')}</dt>
      <dd>
        <Why row={row} />
      </dd>
    </dl>
  );
}
