import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatYuan } from '../../../domain/money/money.ts';
import type { Schemas } from '../api/types.ts';

/** Why money was judged as it was, in sentences; the cases that were thought of are links. */
export function CreditWhy({ explanation }: { readonly explanation: Schemas['CreditExplanation'] }) {
  const { t } = useTranslation();
  const { key, reasons, cases, hints, differenceFen } = explanation;
  return (
    <div className="stack tight small">
      <p>
        {t(`creditKeys.${key}`)}
        {differenceFen !== null && differenceFen !== 0 && (
          <>
            {' · '}
            <strong>
              {t(differenceFen < 0 ? 'waitingMoney.short' : 'waitingMoney.over', {
                amount: formatYuan(Math.abs(differenceFen), { grouped: true }),
              })}
            </strong>
          </>
        )}
      </p>
      {reasons.map((reason) => (
        <p key={reason} className="soft">
          {t(`creditReasons.${reason}`)}
        </p>
      ))}
      <NamedCases label={t('waitingMoney.cases')} cases={cases} />
      <NamedCases label={t('waitingMoney.hints')} cases={hints} />
    </div>
  );
}

interface NamedCasesProps {
  readonly label: string;
  readonly cases: readonly Schemas['NamedCase'][];
}

function NamedCases({ label, cases }: NamedCasesProps) {
  if (cases.length === 0) return null;
  return (
    <p className="row">
      <span className="soft">{label}</span>
      {cases.map(({ caseNo, transferId }) =>
        transferId === null ? (
          <span key={caseNo} className="number">
            {caseNo}
          </span>
        ) : (
          <Link key={caseNo} to="/transfers/$id" params={{ id: transferId }} className="nowrap number">
            {caseNo}
          </Link>
        ),
      )}
    </p>
  );
}
