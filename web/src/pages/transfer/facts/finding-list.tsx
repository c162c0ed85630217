import { useTranslation } from 'react-i18next';
import type { Defect } from '../../../api/types.ts';
import { knownText } from '../../../i18n/known-text.ts';
import { formatYuan } from '../../../../../domain/money/money.ts';

type Shown = Pick<Defect, 'field' | 'code'> & {
  readonly message?: string;
  readonly differenceFen?: number;
};

interface FindingListProps {
  readonly title: string;
  readonly findings: readonly Shown[];
}

/** What does not add up, each with its row and its difference. */
export function FindingList({ title, findings }: FindingListProps) {
  const { t } = useTranslation();
  return (
    <div className="findings-box">
      <strong>{title}</strong>
      <ul>
        {findings.map((finding) => (
          <li key={`${finding.field} ${finding.code}`}>
            {rowOf(finding) !== undefined && <>{t('infoForm.row', { row: rowOf(finding) })}: </>}
            {findingText(finding)}
            {differenceOf(finding) !== undefined && (
              <span className="number"> ({t('infoForm.difference', { amount: differenceOf(finding) })})</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** `rows.2.months` → 3. */
function rowOf({ field }: Shown): number | undefined {
  const row = /^rows\.(\d+)\./.exec(field)?.[1];
  return row === undefined ? undefined : Number(row) + 1;
}

function findingText({ code, message }: Shown): string {
  return knownText(`infoForm.finding.${code}`) ?? message ?? code;
}

/** The ledger keeps it behind the reason: `D01 -5400`. */
function differenceOf({ differenceFen, message }: Shown): string | undefined {
  const fen = differenceFen ?? /^[A-Z]\d{2} (-?\d+)$/.exec(message ?? '')?.[1];
  return fen === undefined ? undefined : formatYuan(Number(fen), { grouped: true });
}
