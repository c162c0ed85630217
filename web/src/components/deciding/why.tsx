import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { dayOf, formatDay } from '../../format/day.ts';
import { CreditWhy } from '../credit-why.tsx';
import { ReasonText } from '../reason-text.tsx';
import type { Waiting } from './decision-values.ts';

/** Why it waits, and whether its return waits for somebody. */
export function Why({ row: { credit, part, returning } }: { readonly row: Waiting }) {
  const { t, i18n } = useTranslation();
  return (
    <div className="stack tight">
      {returning && (
        <p>
          <Link to="/approvals">
            {t('waitingMoney.returning', {
              name: returning.proposedBy.displayName,
              until: formatDay(dayOf(returning.until), i18n.language),
            })}
          </Link>
        </p>
      )}
      <p>{/^F0\d$/.test(part.reason) ? <ReasonText code={part.reason} /> : t(`verdicts.${credit.verdict}`)}</p>
      {part.reason === 'rejected' && <p className="small">{t('waitingMoney.rejectedBefore')}</p>}
      <CreditWhy explanation={credit.explanation} />
    </div>
  );
}
